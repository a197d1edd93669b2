"""The one place that knows where zstandard comes from."""

from __future__ import annotations

from trailhound.store.zstd import compress, decompress


def test_what_is_compressed_comes_back() -> None:
    assert decompress(compress(b"trail" * 1000, 1)) == b"trail" * 1000

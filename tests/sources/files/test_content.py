"""The bytes of a file out of their packing."""

from __future__ import annotations

import gzip
import io

import pytest

from trailhound.sources.files import content as module
from trailhound.sources.files.content import read_content

TEXT = b'{"a": "\xc3\xa9"}'


@pytest.mark.parametrize(
    "packed",
    [
        TEXT,
        gzip.compress(TEXT),
        gzip.compress(gzip.compress(TEXT)),
        b"\xef\xbb\xbf" + TEXT,
        TEXT.decode().encode("utf-16"),
    ],
    ids=["plain", "gzip", "gzip in gzip", "byte order mark", "UTF-16"],
)
def test_every_packing_gives_the_same_text(packed: bytes) -> None:
    assert read_content(io.BytesIO(packed)) == (TEXT, "", True)


def test_a_file_beyond_the_bound_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 100)

    found = read_content(io.BytesIO(bytes(101)))

    assert (found.data, found.is_readable) == (b"", False)
    assert "larger than" in found.complaint

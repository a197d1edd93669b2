"""Gzip with bounds."""

from __future__ import annotations

import gzip
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.sources.files import inflate as module
from trailhound.sources.files.inflate import inflate


def test_members_that_follow_each_other_are_one_text() -> None:
    assert inflate(gzip.compress(b"one ") + gzip.compress(b"two")) == (b"one two", "", False)


def test_very_many_small_members_are_read_in_time() -> None:
    member = gzip.compress(b"x" * 30)

    assert inflate(member * 20_000).data == b"x" * 600_000


def test_a_large_member_after_a_small_one_is_whole() -> None:
    text = bytes(range(256)) * 4000

    assert inflate(gzip.compress(b"a") + gzip.compress(text) + gzip.compress(b"b")).data == b"a" + text + b"b"


def test_a_cut_file_gives_what_stood_before_the_cut() -> None:
    text = bytes(range(256)) * 4000
    packed = gzip.compress(text)

    found = inflate(packed[: len(packed) // 2])

    assert text.startswith(found.data)
    assert found.data
    assert "cut off" in found.complaint


def test_damage_and_trailing_bytes_are_named() -> None:
    packed = gzip.compress(b"x" * 1000)

    assert "damaged" in inflate(packed[:-6] + b"\0\0" + packed[-4:]).complaint
    assert "follow the end" in inflate(packed + b"more").complaint
    assert inflate(packed + b"\0\0").complaint == ""


def test_a_bomb_gives_nothing_but_a_line() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()

    found = inflate(bomb)

    assert (found.data, found.is_bomb) == (b"", True)
    assert "bomb" in found.complaint


def test_a_false_size_at_the_end_is_not_trusted() -> None:
    packed = gzip.compress(b"x" * 1000)[:-4] + b"\xff\xff\xff\xff"

    assert module._first_step(packed) == module._STEP
    assert inflate(packed).data in {b"x" * 1000, b""}


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 300))
def test_any_bytes_after_the_magic_are_survived(body: bytes, cut: int) -> None:
    assert isinstance(inflate(module.MAGIC + body).data, bytes)
    assert body.startswith(inflate(gzip.compress(body)[:cut]).data)

"""The bytes of one file, out of their packing, never more than fit."""

from __future__ import annotations

import codecs
from typing import BinaryIO, NamedTuple

from trailhound.sources.files.inflate import LARGEST, MAGIC, inflate

_STEP = 8 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Content(NamedTuple):
    """What a file holds, unpacked. ``complaint`` says why it is not everything; ``is_readable`` is false for nothing."""

    data: bytes
    complaint: str = ""
    is_readable: bool = True


def read_content(stream: BinaryIO, size: int = 0) -> Content:
    """Read a stream to its end and unpack it: gzip, gzip in gzip, and the UTF-16 that PowerShell writes.

    ``size`` is how long the stream probably is; read in one piece, a large file is held in memory once and not twice.

    Raises:
        OSError: If the stream can't be read.
    """
    data = _read_bounded(stream, size)
    if len(data) > LARGEST:
        return Content(b"", f"is larger than {LARGEST >> 30} GB; split it, for example one file for each hour", is_readable=False)
    complaint = ""
    # One level of gzip inside gzip is what a careless "gzip *.gz" leaves behind; deeper nesting has no honest cause.
    for _ in range(2):
        if not data.startswith(MAGIC):
            break
        unpacked = inflate(data)
        if unpacked.is_bomb:
            return Content(b"", unpacked.complaint, is_readable=False)
        data, complaint = unpacked.data, complaint or unpacked.complaint
    return Content(_plain_utf8(data), complaint)


def _read_bounded(stream: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    total = 0
    while total <= LARGEST:
        part = stream.read(min(LARGEST, size if size > total else _STEP) + 1)
        if not part:
            break
        parts.append(part)
        total += len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _plain_utf8(data: bytes) -> bytes:
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :]
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace").encode()
    return data

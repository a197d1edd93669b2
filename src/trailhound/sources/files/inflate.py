"""Gzip taken apart with bounds: a bomb costs a line, and what stands before a cut is kept."""

from __future__ import annotations

import zlib
from typing import NamedTuple, cast

try:
    from isal import isal_zlib as _zlib
except ImportError:  # no wheel for this platform; the standard library does the same, slower
    import zlib as _zlib  # type: ignore[no-redef]  # the same functions under the same name

_DAMAGED = cast("type[Exception]", _zlib.error)
MAGIC = b"\x1f\x8b"
LARGEST = 1 << 30
"""Bytes that one file may become. CloudTrail cuts its files near 50 MB; twenty times that is no log file of anyone."""
STEEPEST = 250
"""How many bytes one byte may become. CloudTrail records pack 8 to 20 times, very even ones 100; gzip's limit is 1032."""
STEEP_FROM = 32 << 20
"""Below this size any ratio is harmless."""
_STEP = 4 << 20
_WINDOW = 64 << 10
"""Bytes that are offered to each member after the first: what it leaves is copied, and there may be a million of them."""


class Inflated(NamedTuple):
    """What came out, and why it is not everything ("" if it is)."""

    data: bytes
    complaint: str = ""
    is_bomb: bool = False


def inflate(packed: bytes) -> Inflated:
    """Unpack all members of a gzip file, never more than the bounds allow.

    A file that is cut or damaged gives what stood before the damage, with a complaint. A bomb gives nothing.
    """
    parts: list[bytes] = []
    total = 0
    at, step, window = 0, _first_step(packed), len(packed)
    while packed.startswith(MAGIC, at):
        member = _zlib.decompressobj(wbits=31)
        chunk = b""
        while not member.eof:
            if not chunk:
                chunk = packed[at : at + window]
                at += len(chunk)
            is_at_end = not chunk
            try:
                piece = member.decompress(chunk, step)
            except (zlib.error, _DAMAGED) as trouble:
                return Inflated(_joined(parts), f"gzip data is damaged after {total:,} bytes: {trouble}")
            parts.append(piece)
            total += len(piece)
            if total > LARGEST or (total > STEEP_FROM and total > len(packed) * STEEPEST):
                reason = f"unpacks to more than {total >> 20} MB from {len(packed):,} bytes: taken for a gzip bomb and not read"
                return Inflated(b"", reason, is_bomb=True)
            chunk = member.unconsumed_tail
            if is_at_end and not piece and not member.eof:
                return Inflated(_joined(parts), f"gzip data is cut off after {total:,} bytes")
        at -= len(member.unused_data)
        window = _WINDOW
    if packed[at:].strip(b"\0"):
        return Inflated(_joined(parts), f"{len(packed) - at:,} bytes follow the end of the gzip data")
    return Inflated(_joined(parts))


def _joined(parts: list[bytes]) -> bytes:
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _first_step(packed: bytes) -> int:
    """Trust the size that gzip writes at its end as far as it is harmless: one piece of the right size is fastest."""
    told = int.from_bytes(packed[-4:], "little") + 1
    return told if _STEP < told <= max(STEEP_FROM, min(LARGEST, len(packed) * STEEPEST)) else _STEP

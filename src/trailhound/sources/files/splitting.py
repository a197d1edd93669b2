"""JSON cut into the bytes of its parts, without building what the parts hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ARRAY = msgspec.json.Decoder(list[msgspec.Raw])
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|"', re.DOTALL)
_DEEPEST = 10_000
"""Brackets inside brackets after which damaged text is no record any more but an attack on the reader."""
_FURTHEST = 256 << 20
"""Bytes of damaged text that are searched for whole parts; a record has at most 1 MB, so the cut is far inside."""
_SWARM_FROM = 8 << 20
_SWARM_SHARE = 8
"""At most every eighth byte may part two entries. Records, metrics and tables stay far below; a list of nothing but
``0,0,0`` would cost thirty times its size in memory."""
_BLANK = re.compile(rb"[\s,]*")
_LIST_KEY = re.compile(rb'\{\s*"(Records|Events|events|configurationItems)"\s*:\s*\[')


def is_blank(data: bytes) -> bool:
    """Say whether there is nothing in it but white space."""
    return not data or _BLANK.fullmatch(data) is not None


def is_swarm(data: bytes) -> bool:
    """Say whether a large text is made of entries far smaller than any that is known: not worth the memory to look."""
    return len(data) > _SWARM_FROM and data.count(b",") + data.count(b"\n") > len(data) // _SWARM_SHARE


def members_of(document: bytes) -> dict[str, msgspec.Raw] | None:
    """Give the members of a JSON object as bytes; None if it is no valid object."""
    try:
        return _OBJECT.decode(document)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def items_of(document: bytes | msgspec.Raw) -> list[msgspec.Raw] | None:
    """Give the items of a JSON array as bytes; None if it is no valid array."""
    try:
        return _ARRAY.decode(document)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def is_json(document: bytes) -> bool:
    """Say whether the bytes are one whole JSON value that is not nested too deep."""
    try:
        msgspec.json.decode(document)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class Scanned:
    """Whole brackets found in damaged JSON: (offset, bytes) of each, and where the first open one begins, if one is.

    ``is_closed`` says that the search ended at the bracket that closes its list.
    """

    parts: tuple[tuple[int, bytes], ...]
    open_at: int | None = None
    is_closed: bool = False


def scan(data: bytes, start: int = 0, *, end_at_close: bool = False) -> Scanned:
    """Find the objects and arrays that stand one after the other, by their brackets alone.

    Depth does not matter and the parts need not be valid. A part that is never closed ends the search.

    Args:
        data: The text.
        start: Where to begin.
        end_at_close: Stop at the bracket that closes the list the search began in.
    """
    parts: list[tuple[int, bytes]] = []
    depth = 0
    began = start
    for token in _TOKEN.finditer(data, start, start + _FURTHEST):
        mark = token.group()
        if mark == b'"' or depth > _DEEPEST:
            # A text that never ends: whatever stands behind it can't be told from its content.
            break
        if mark in (b"{", b"["):
            if depth == 0:
                began = token.start()
            depth += 1
        elif mark in (b"}", b"]"):
            if depth == 0:
                if end_at_close:
                    return Scanned(tuple(parts), is_closed=True)
                continue
            depth -= 1
            if depth == 0:
                parts.append((began, data[began : token.end()]))
    return Scanned(tuple(parts), began if depth else None)


def scan_list(data: bytes) -> tuple[str, Scanned] | None:
    """Save the whole items of a damaged ``{"Records": [...`` or ``[...``: the name of the list ("" for a bare one), items."""
    found = _LIST_KEY.match(data.lstrip())
    shift = len(data) - len(data.lstrip())
    if found:
        return found.group(1).decode(), scan(data, shift + found.end(), end_at_close=True)
    if data.lstrip().startswith(b"["):
        return "", scan(data, shift + 1, end_at_close=True)
    return None


def lines_of(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each line that is not blank with its number, counted from 1."""
    start, number, size = 0, 0, len(data)
    while start < size:
        end = data.find(b"\n", start)
        end = size if end < 0 else end
        number += 1
        line = data[start:end].strip()
        if line:
            yield number, line
        start = end + 1

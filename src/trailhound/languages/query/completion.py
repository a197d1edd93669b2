"""Where the cursor stands in a filter that is being typed."""

from __future__ import annotations

from typing import NamedTuple

from trailhound.languages.query.fields import field_named
from trailhound.languages.query.parser import field_prefix


class Context(NamedTuple):
    """What is being typed: the value of a field, or (field None) a free word or the name of a field.

    ``prefix`` is what stands before the cursor, without quote, "=" or "!"; a completion replaces ``text[start:end]``.
    """

    field: str | None
    prefix: str
    start: int
    end: int


def context(text: str, cursor: int) -> Context:
    """Find the piece of a filter that the cursor is in; the text need not be a valid filter (yet)."""
    cursor = max(0, min(cursor, len(text)))
    start, end = _piece(text, cursor, " ")
    if text[start : start + 1] == "!" and cursor > start:
        start += 1
    name = field_prefix(text, start)
    if name is None or cursor <= start + len(name):
        return Context(None, _clean(text[start:cursor]), start, end)
    field = field_named(name)
    first = start + len(name) + 1
    offset, until = _piece(text[first:end], cursor - first, ",")
    start, end = first + offset, first + until
    canonical = field.name if field is not None and "." not in name else name.removeprefix(".")
    return Context(canonical, _clean(text[start:cursor]), start, end)


def _piece(text: str, cursor: int, separator: str) -> tuple[int, int]:
    """Give the bounds of the piece around the cursor; a separator inside quotes parts nothing."""
    start, is_quoted, is_escaped = 0, False, False
    for place, letter in enumerate(text):
        is_separator = letter.isspace() if separator == " " else letter == separator
        if is_separator and not is_quoted and not is_escaped:
            if place >= cursor:
                return start, place
            start = place + 1
        if letter == '"' and not is_escaped and (is_quoted or _opens(text, place)):
            is_quoted = not is_quoted
        is_escaped = letter == "\\" and not is_escaped
    return start, len(text)


def _opens(text: str, place: int) -> bool:
    return place == 0 or text[place - 1].isspace() or text[place - 1] in ":,=!"


def _clean(piece: str) -> str:
    return piece.removeprefix("=").removeprefix('"')

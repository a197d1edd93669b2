"""Where in a TOML text a key stands, for error messages."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[{1,2}(?P<path>[^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_ENTRY = re.compile(r"""\s*(?P<path>(?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*\.?""")


def line_of(text: str, path: tuple[str, ...]) -> int:
    """Find the line, counted from 1, on which a key or the nearest table around it is written.

    A key inside an inline table is found on the line of that table. Gives 1 if nothing of the path is there.
    """
    best, line_of_best = 0, 1
    table: tuple[str, ...] = ()
    closing = ""
    for number, line in enumerate(text.splitlines(), 1):
        if closing:
            closing = "" if closing in line else closing
            continue
        header = _HEADER.match(line)
        entry = None if header else _ENTRY.match(line)
        if header:
            table = _parts(header["path"])
        found = table if header else (*table, *_parts(entry["path"])) if entry else ()
        length = len(found) if found == path[: len(found)] else 0
        if length > best:
            best, line_of_best = length, number
        closing = _opened(line)
    return line_of_best


def _parts(path: str) -> tuple[str, ...]:
    return tuple(first or second or third for first, second, third in _PART.findall(path))


def _opened(line: str) -> str:
    """Give the quotes of a text that goes on in the next line, "" if none does."""
    return next((quotes for quotes in ('"""', "'''") if line.count(quotes) % 2), "")

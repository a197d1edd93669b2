"""Printing for people: inert text, fitted to a width, with signs the output can carry."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import TextIO

from trailhound.model.alarm import AlarmState
from trailhound.model.event import CallKind
from trailhound.model.text import inert

PIPE_WIDTH = 100
"""Width of reports that go into a pipe or a file."""

_SIGNS = {
    AlarmState.ALARM: ("▲", "!"),
    AlarmState.OK: ("✓", "="),
    AlarmState.INSUFFICIENT_DATA: ("?", "?"),
    CallKind.READ: ("·", "."),
    CallKind.WRITE: ("◇", "+"),
    CallKind.DESTRUCTIVE: ("◆", "X"),
}


def width_of(stream: TextIO | None = None) -> int:
    """Give the columns to write in: those of the terminal, or a fixed number for pipes and files."""
    if not (stream or sys.stdout).isatty():
        return PIPE_WIDTH
    return max(shutil.get_terminal_size().columns, 40)


def can_draw(stream: TextIO | None = None) -> bool:
    """Say whether an output can carry the signs of the screen; if not, ASCII stands in."""
    try:
        "▲✓◇◆·".encode((stream or sys.stdout).encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def sign(what: AlarmState | CallKind, is_ascii: bool) -> str:
    """Give the sign of a state or a kind of call; it always stands beside a word that says the same."""
    return _SIGNS[what][1 if is_ascii else 0]


def fitted(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break foreign text into lines of at most ``width`` columns, made inert; words are broken only if they must be."""
    rest = indent if hanging is None else hanging
    lines = textwrap.wrap(inert(text), max(width, 20), initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False)
    return lines or [indent.rstrip()]


def cut(text: str, width: int) -> str:
    """Cut foreign text to a number of characters, made inert; what is cut ends in three dots."""
    shown = inert(text, limit=width + 50)
    return shown if len(shown) <= width else shown[: max(width - 3, 0)] + "..."


def write_lines(lines: Iterable[str]) -> None:
    """Print lines; a character the output can't encode is written as an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")

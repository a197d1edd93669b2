"""Sentences broken into lines."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

from trailhound.model.phrase import Phrase, Word
from trailhound.model.text import inert

_PIECES = re.compile(r"\S*\s+|\S+")


def wrapped(phrase: Phrase, width: int, most: int = 99) -> list[Phrase]:
    """Break a sentence into lines of a width, emphasis and all; words stay whole where they fit.

    At most ``most`` lines are given; when that is too few, the last one ends in "…".
    """
    lines: list[list[Word]] = [[]]
    room = width
    for word in phrase:
        for piece in _PIECES.findall(inert(word.text)):
            for part in _parts(piece, width):
                text = part
                if cell_len(part.rstrip()) > room and lines[-1]:
                    lines.append([])
                    room, text = width, part.lstrip()
                if text:
                    lines[-1].append(Word(text, word.tone, word.is_bold))
                    room -= cell_len(text)
            if len(lines) > most:
                return [_trimmed(line) for line in [*lines[: most - 1], _ended(lines[most - 1], width)]]
    return [_trimmed(line) for line in lines]


def _trimmed(line: list[Word]) -> Phrase:
    """Take the blank away that stood between this line and the next."""
    if not line:
        return ()
    last = line[-1]
    return (*line[:-1], Word(last.text.rstrip(), last.tone, last.is_bold))


def _parts(piece: str, width: int) -> list[str]:
    """Cut a word that is wider than a whole line."""
    parts = []
    while cell_len(piece.rstrip()) > width:
        part = set_cell_size(piece, width).rstrip()
        parts.append(part)
        piece = piece[len(part) :]
    return [*parts, piece]


def _ended(line: list[Word], width: int) -> list[Word]:
    used = sum(cell_len(word.text) for word in line[:-1])
    last = line[-1]
    text = set_cell_size(last.text, min(cell_len(last.text.rstrip()), max(width - used - 1, 0)))
    return [*line[:-1], Word(text + "…", last.tone, last.is_bold)]

"""Lines of cells: text placed by column and role, made inert, cut to width, turned into strips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from trailhound.model.text import inert
from trailhound.ui.roles import Role

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.model.phrase import Phrase


class Inks(Protocol):
    """Gives styles by role, as the theme in force and the terminal allow."""

    def style(self, role: Role, ground: Role, *, bold: bool = False, underline: bool = False) -> Style:
        """The style of a role on a ground. The same arguments give the same object."""

    def glyph(self, glyph: str) -> str:
        """The glyph itself, or its ASCII stand-in of the same width."""


ELLIPSIS = "…"


def cut(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Cut a text at the end to a number of cells; what is cut ends in the ellipsis. Expects inert text."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ellipsis


def cut_middle(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Cut an id in the middle, so that both ends stay."""
    if cell_len(text) <= width or width < 4:
        return cut(text, width, ellipsis)
    tail = (width - 1) // 2
    return set_cell_size(text, width - 1 - tail) + ellipsis + text[len(text) - tail :]


class Line:
    """One line of a fixed width on one ground, filled from left to right or at given columns.

    Later text overwrites earlier text. All foreign text goes through ``put``, which makes it inert.
    """

    def __init__(self, inks: Inks, width: int, ground: Role = Role.BACKGROUND) -> None:
        self._inks = inks
        self._width = max(width, 0)
        self._ground = ground
        self._runs: list[tuple[int, str, Style]] = []
        self.column = 0

    @property
    def inks(self) -> Inks:
        """The inks this line is drawn with."""
        return self._inks

    @property
    def width(self) -> int:
        """How many cells the line has."""
        return self._width

    @property
    def room(self) -> int:
        """Cells left to the right of the last text put."""
        return self._width - self.column

    def put(
        self,
        text: str,
        role: Role = Role.TEXT,
        *,
        at: int | None = None,
        width: int | None = None,
        bold: bool = False,
        underline: bool = False,
        ground: Role | None = None,
        middle: bool = False,
    ) -> Line:
        """Write text at a column (default: after the last), cut to ``width`` cells and to the end of the line."""
        start = self.column if at is None else max(at, 0)
        limit = self._width - start if width is None else min(width, self._width - start)
        ellipsis = self._inks.glyph(ELLIPSIS)
        shown = (cut_middle if middle else cut)(inert(text), limit, ellipsis)
        style = self._inks.style(role, ground or self._ground, bold=bold, underline=underline)
        if shown:
            self._runs.append((start, shown, style))
        self.column = start + (cell_len(shown) if width is None else max(limit, 0))
        return self

    def mark(self, glyph: str, role: Role = Role.TEXT, *, at: int | None = None, bold: bool = False) -> Line:
        """Write one of our own glyphs, or what stands for it where only ASCII is safe."""
        return self.put(self._inks.glyph(glyph), role, at=at, bold=bold)

    def right(self, text: str, role: Role = Role.MUTED, *, end: int | None = None, bold: bool = False) -> Line:
        """Write text so that it ends before a column (default: the end of the line)."""
        shown = inert(text)
        stop = self._width if end is None else end
        column = self.column
        self.put(shown, role, at=max(stop - cell_len(shown), 0), bold=bold)
        self.column = max(column, self.column) if end is None else column
        return self

    def fill(self, glyph: str, role: Role = Role.BORDER, *, until: int | None = None) -> Line:
        """Repeat a one-cell glyph from the last text up to a column (default: the end)."""
        stop = self._width if until is None else until
        return self.put(self._inks.glyph(glyph) * max(stop - self.column, 0), role)

    def phrase(self, words: Phrase, *, width: int | None = None, bold: bool = False) -> Line:
        """Write a sentence with its tones; cut at the end of the room."""
        stop = self._width if width is None else min(self.column + width, self._width)
        for word in words:
            if self.column >= stop:
                break
            room = stop - self.column
            self.put(word.text, Role(word.tone.value), width=min(cell_len(inert(word.text)), room), bold=bold or word.is_bold)
        return self

    def strip(self) -> Strip:
        """Turn the line into a strip of exactly its width."""
        ground = self._inks.style(Role.TEXT, self._ground)
        cells: list[Segment] = []
        used = 0
        for start, text, style in self._runs:
            if start >= used:  # the usual case: left to right
                if start > used:
                    cells.append(Segment(" " * (start - used), ground))
                cells.append(Segment(text, style))
                used = start + cell_len(text)
            else:
                cells = _overlaid(cells, used, start, text, style)
                used = max(used, start + cell_len(text))
        return Strip(_padded(cells, used, self._width, ground), self._width)


def _overlaid(cells: list[Segment], used: int, start: int, text: str, style: Style) -> list[Segment]:
    line = Strip(cells, used)
    end = start + cell_len(text)
    tail = list(line.crop(end, used)) if end < used else []
    return [*line.crop(0, start), Segment(text, style), *tail]


def _padded(cells: list[Segment], used: int, width: int, ground: Style) -> list[Segment]:
    if used > width:
        return list(Strip(cells, used).crop(0, width))
    return [*cells, Segment(" " * (width - used), ground)] if used < width else cells

"""Graphs of block characters: pure functions from values to rows of cells.

A cell is one glyph with its role. Rows come from the top down and have exactly the asked width. A period without data
is a blank column: gaps are never bridged. A known zero is the lowest block, so the two can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from trailhound.model.time_span import TimeSpan
from trailhound.ui.glyphs import BLOCKS, RULE, THRESHOLD
from trailhound.ui.glyphs import TICK as TICK_LINE
from trailhound.ui.paint import Inks, Line
from trailhound.ui.roles import Role

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """One glyph of a graph."""

    glyph: str
    role: Role
    is_bold: bool = False


BLANK = Cell(" ", Role.TEXT)
Cells = list[Cell]


def resample(values: Values, width: int, is_count: bool = False) -> list[float | None]:
    """Bring values to a number of columns: the largest (or the sum, for counts) of each; too few stand at the right.

    A column is a gap only if all its periods are.
    """
    count = len(values)
    if count <= width:
        return [None] * (width - count) + list(values)
    columns: list[float | None] = []
    for column in range(width):
        known = [value for value in values[column * count // width : (column + 1) * count // width] if value is not None]
        columns.append((sum(known) if is_count else max(known)) if known else None)
    return columns


def column_of(moment: datetime, span: TimeSpan, width: int) -> int | None:
    """Give the column in which a moment lies, None if it is outside the span."""
    if width <= 0 or span.duration.total_seconds() <= 0 or not span.start_at <= moment <= span.end_at:
        return None
    return min(int((moment - span.start_at) / span.duration * width), width - 1)


def is_breaching(value: float | None, threshold: float | None, is_above: bool) -> bool:
    """Say whether a value lies beyond a threshold on its bad side."""
    if value is None or threshold is None:
        return False
    return value > threshold if is_above else value < threshold


def graph(values: Values, height: int, *, threshold: float | None = None, is_above: bool = True) -> list[Cells]:
    """Draw columns over several rows; what reaches beyond the threshold is in the breach colour.

    The scale is chosen so that the threshold falls between two rows; its line is drawn in the row below.
    """
    scale, threshold_rows = _scale(values, height, threshold)
    base = min([0.0, *(value for value in values if value is not None)])
    eighths = [None if value is None else max(1, round((value - base) / scale * 8)) for value in values]
    rows = []
    for row in range(height):
        floor = (height - 1 - row) * 8
        line: Cells = []
        for value, level in zip(values, eighths, strict=True):
            part = 0 if level is None else min(max(level - floor, 0), 8)
            bad = is_breaching(value, threshold, is_above)
            is_tip = bad and level is not None and floor < level <= floor + 8
            red = bad and (not is_above or height - 1 - row >= threshold_rows or is_tip)
            line.append(Cell(BLOCKS[part], Role.BREACH if red else Role.SERIES) if part else BLANK)
        rows.append(line)
    if threshold is not None and 0 < threshold_rows <= height:
        rows[height - threshold_rows] = [
            Cell(THRESHOLD, Role.THRESHOLD) if cell.glyph == " " else cell for cell in rows[height - threshold_rows]
        ]
    return rows


def threshold_row(values: Values, height: int, threshold: float | None) -> int | None:
    """Give the row, from the top, in which ``graph`` draws the threshold line."""
    _, rows = _scale(values, height, threshold)
    return height - rows if threshold is not None and 0 < rows <= height else None


def _scale(values: Values, height: int, threshold: float | None) -> tuple[float, int]:
    """The value of one row, and the rows below the threshold."""
    known = [value for value in values if value is not None]
    base = min([0.0, *known])
    top = max([*known, 0.0]) - base
    if threshold is None or threshold - base <= 0:
        return (top / height or 1.0, 0)
    level = threshold - base
    if top > level:
        rows = max(1, min(int(height * level / top), height - 1))
        return (max(level / rows, top / height), rows) if height > 1 else (top, 0)
    if top < level / 8:  # the line would press the graph flat: leave it out
        return (top / height or 1.0, 0)
    return (level / height, height)


def sparkline(values: Values, *, threshold: float | None = None, is_above: bool = True) -> Cells:
    """Draw one row of columns; a column beyond the threshold is in the breach colour."""
    known = [value for value in values if value is not None]
    base = min([0.0, *known])
    top = max([*known, 0.0]) - base
    cells = []
    for value in values:
        if value is None:
            cells.append(BLANK)
            continue
        level = 1 if top == 0 else max(1, round((value - base) / top * 8))
        bad = is_breaching(value, threshold, is_above)
        cells.append(Cell(BLOCKS[level], Role.BREACH if bad else Role.SERIES))
    return cells


def density(counts: Sequence[int], height: int, sure: int | None = None, shown: Sequence[int] | None = None) -> list[Cells]:
    """Draw how many events fall into each column; columns from ``sure`` on are not complete yet, or not reached.

    With ``shown``, only that many of a column's events are drawn strongly, from the ground up.
    """
    top = max([*counts, 1])
    rows = []
    for row in range(height):
        floor = (height - 1 - row) * 8
        line = []
        for column, count in enumerate(counts):
            level = 0 if count == 0 else max(1, round(count / top * height * 8))
            part = min(max(level - floor, 0), 8)
            is_strong = sure is None or column < sure
            if shown is not None and is_strong:
                is_strong = shown[column] > 0 and max(1, round(shown[column] / top * height * 8)) > floor
            role = Role.BORDER_STRONG if is_strong else Role.BORDER
            line.append(Cell(BLOCKS[part], role) if part else BLANK)
        rows.append(line)
    return rows


def tick_line(rows: Sequence[Cells], column: int, role: Role = Role.TICK) -> None:
    """Draw the line of a call down through the empty part of a graph, with a cell of air at its sides."""
    for row in rows:
        if row[column].glyph in {" ", THRESHOLD}:
            row[column] = Cell(TICK_LINE, role)
            for beside in (column - 1, column + 1):
                if 0 <= beside < len(row) and row[beside].glyph == THRESHOLD:
                    row[beside] = BLANK


@dataclass(frozen=True, slots=True)
class AxisMark:
    """Something on the time axis: a glyph at a column, perhaps with a label at its left."""

    column: int
    cell: Cell
    label: str = ""


def axis(width: int, marks: Iterable[AxisMark], labels: Iterable[tuple[int, str]] = ()) -> Cells:
    """Draw a time axis: a rule with labels (column, text) and marks; marks win, a label that has no room is left out."""
    cells = [Cell(RULE, Role.BORDER)] * width
    taken: set[int] = set()
    ordered = sorted(marks, key=lambda mark: not mark.label)
    for mark in ordered:
        if not 0 <= mark.column < width:
            continue
        cells[mark.column] = mark.cell
        taken.add(mark.column)
        if mark.label:
            _put_label(cells, taken, _label_start(mark, width), mark.label, mark.cell.role)
    for column, text in labels:
        _put_label(cells, taken, column, text, Role.FAINT)
    return cells


def _label_start(mark: AxisMark, width: int) -> int:
    left = mark.column - len(mark.label) - 1
    return left if left >= 0 else min(mark.column + 2, width - len(mark.label))


def _put_label(cells: Cells, taken: set[int], start: int, text: str, role: Role) -> None:
    stop = start + len(text)
    if start < 0 or stop > len(cells) or any(column in taken for column in range(start, min(stop + 1, len(cells)))):
        return
    for column, character in enumerate(text, start):
        cells[column] = Cell(character, role)
    taken.update(range(start, stop + 1))
    for beside in (start - 1, stop):
        if 0 <= beside < len(cells) and cells[beside].glyph == RULE:
            cells[beside] = BLANK


def write(cells: Cells, start: int, text: str, role: Role) -> None:
    """Write a text over the blank cells of a row; it is left out if it does not fit."""
    stop = start + len(text)
    if stop <= len(cells) and all(cell.glyph == " " for cell in cells[start:stop]):
        cells[start:stop] = [Cell(character, role) for character in text]


def paint(line: Line, cells: Sequence[Cell], inks: Inks, *, at: int | None = None, ground: Role | None = None) -> Line:
    """Put cells on a line, from a column on (default: after the last text)."""
    if at is not None:
        line.column = at
    for (role, is_bold), run in groupby(cells, key=lambda cell: (cell.role, cell.is_bold)):
        line.put(inks.glyph("".join(cell.glyph for cell in run)), role, bold=is_bold, ground=ground)
    return line

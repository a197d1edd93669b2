"""Where the sections of a drill screen stand: columns of sections, whose heights share what the screen has."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class Breadth(enum.IntEnum):
    """The three designs of every screen; the value is the first width that has it."""

    NARROW = 0
    MEDIUM = 110
    WIDE = 180


def breadth_of(width: int) -> Breadth:
    """Say which design a width gets."""
    return max(breadth for breadth in Breadth if breadth <= width)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of sections, top to bottom. ``width`` is in cells; 0 takes what the other columns leave.

    ``stretch`` names the sections that grow into height that is left over. A section named in ``sinks`` stands at the
    bottom of the column, so that the ends of neighbouring columns meet.
    """

    sections: tuple[str, ...]
    width: int = 0
    stretch: tuple[str, ...] = ()
    sinks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Want:
    """How many lines a section would like, its title included, the fewest that still say something, and the most.

    A section grows beyond what it would like only into height that is left over; ``most`` 0 sets no bound.
    """

    lines: int
    least: int = 3
    most: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the screen, in cells."""

    x: int
    y: int
    width: int
    height: int


GAP = 3
"""Blank cells between two columns."""

BETWEEN = 1
"""Blank lines between two sections of a column."""


def widths(columns: Sequence[Column], width: int) -> list[int]:
    """Share a width among columns: the fixed ones first, the others evenly."""
    left = width - GAP * (len(columns) - 1) - sum(column.width for column in columns)
    loose = sum(not column.width for column in columns)
    share = max(left // loose, 1) if loose else 0
    return [column.width or share for column in columns]


def place(columns: Sequence[Column], wants: Mapping[str, Want], width: int, height: int) -> dict[str, Box]:
    """Give every section that fits its place.

    Sections that want nothing are left out. When a column is too short, its last sections shrink to their least first;
    when even that is too much, the last ones are left out.
    """
    boxes: dict[str, Box] = {}
    x = 0
    for column, cells in zip(columns, widths(columns, width), strict=True):
        heights = _heights(column, wants, height)
        y = 0
        for name, lines in heights.items():
            top = height - lines if name in column.sinks and name == next(reversed(heights)) else y
            boxes[name] = Box(x, max(top, y), cells, lines)
            y = max(top, y) + lines + BETWEEN
        x += cells + GAP
    return boxes


def _heights(column: Column, wants: Mapping[str, Want], height: int) -> dict[str, int]:
    names = [name for name in column.sections if name in wants and wants[name].lines > 0]
    while names and _needed(names, wants) > height:
        if len(names) == 1:
            return {names[0]: height}
        names.pop()
    lines = {name: wants[name].lines for name in names}
    excess = sum(lines.values()) + BETWEEN * (len(names) - 1) - height
    for name in reversed(names):
        cut = min(max(excess, 0), lines[name] - _least(wants[name]))
        lines[name] -= cut
        excess -= cut
    if excess < 0:
        _grow(lines, [name for name in column.stretch if name in lines], wants, -excess)
    return lines


def _grow(lines: dict[str, int], names: Sequence[str], wants: Mapping[str, Want], spare: int) -> None:
    for index, name in enumerate(names):
        share = spare // (len(names) - index)
        if wants[name].most:
            share = max(min(share, wants[name].most - lines[name]), 0)
        lines[name] += share
        spare -= share


def _needed(names: Sequence[str], wants: Mapping[str, Want]) -> int:
    return sum(_least(wants[name]) for name in names) + BETWEEN * (len(names) - 1)


def _least(want: Want) -> int:
    return min(want.least, want.lines)

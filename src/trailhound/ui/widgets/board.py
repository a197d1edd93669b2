"""Where everything on the watch screen stands: three designs, one of them for each class of terminal width."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

_GAP = 3
_RIGHT, _MIDDLE_OF_WALL, _RIGHT_OF_WALL = 42, 45, 43
_MOST_ALARMS = 7
_BLOCK = 6
"""Lines of "selected call" and of "before this moved" in the middle design, title included."""


class Design(enum.StrEnum):
    """The designs; the values are the names of their footers."""

    TINY = "tiny"
    NARROW = "narrow"
    MIDDLE = "middle"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader and the session ask of the layout.

    ``full`` names the pane that has the screen for itself, "" for none; ``alarms`` is how many there are.
    """

    full: str = ""
    has_note: bool = False
    has_bar: bool = False
    alarms: int = 0
    suggestions: int = 0


def design_of(width: int, height: int) -> Design:
    """Choose the design for a terminal."""
    if width < 80 or height < 24:
        return Design.TINY
    if width < 110:
        return Design.NARROW
    return Design.WIDE if width >= 180 and height >= 50 else Design.MIDDLE


def regions(width: int, height: int, wish: Wish) -> dict[str, Region]:
    """Say where everything stands; what is not named is not shown."""
    design = design_of(width, height)
    if design is Design.TINY:
        found = {"top": Region(0, 0, width, 1), (wish.full or "events"): Region(0, 1, width, max(height - 1, 1))}
    else:
        found = {"top": Region(0, 0, width, 1), "strip": Region(0, 1, width, 1), "keys": Region(0, height - 1, width, 1)}
        parts = {Design.NARROW: _narrow, Design.MIDDLE: _middle, Design.WIDE: _wide}[design]
        found |= parts(width, height, wish)
    if wish.has_note:
        _make_room_for_note(found, width, height)
    if wish.has_bar and "events" in found:
        events = found["events"]
        found["filter"] = Region(events.x, events.y + 1, events.width, 1)
        if wish.suggestions:
            rows = min(wish.suggestions, max(height - events.y - 4, 1))
            found["suggestions"] = Region(events.x + 2, events.y + 2, min(56, events.width - 2), rows)
    return found


def _make_room_for_note(found: dict[str, Region], width: int, height: int) -> None:
    row = height - 2 if "keys" in found else height - 1
    found["note"] = Region(0, row, width, 1)
    for name, region in found.items():
        if name not in {"note", "keys"} and region.bottom > row and region.height > 1:
            found[name] = Region(region.x, region.y, region.width, row - region.y)


def _narrow(width: int, height: int, wish: Wish) -> dict[str, Region]:
    bar = Region(0, height - 3, width, 2)
    if wish.full and wish.full != "events":
        return {wish.full: Region(0, 2, width, height - 5), "timebar": bar}
    return {"worst": Region(0, 2, width, 2), "events": Region(0, 4, width, height - 7), "timebar": bar}


def _middle(width: int, height: int, wish: Wish) -> dict[str, Region]:
    is_tall = height >= 34
    bar_rows = 3 if is_tall else 2
    found = {"timebar": Region(0, height - 1 - bar_rows, width, bar_rows)}
    bottom = height - 1 - bar_rows - (1 if is_tall else 0)
    top = 3 if is_tall else 2
    if wish.full:
        return found | {wish.full: Region(0, top, width - 1, bottom - top)}
    left = width - 1 - _RIGHT - _GAP
    x = left + _GAP
    end = bottom - _BLOCK - 1 if is_tall else bottom
    found["events"] = Region(0, top, left, end - top)
    alarms = 1 + min(max(wish.alarms, 2), _MOST_ALARMS)
    found["alarms"] = Region(x, top, _RIGHT, alarms)
    found["metrics"] = Region(x, top + alarms + 1, _RIGHT, max(end - top - alarms - 1, 2))
    if is_tall:
        found["selected"] = Region(0, end + 1, left, _BLOCK)
        found["before"] = Region(x, end + 1, _RIGHT, _BLOCK)
    return found


def _wide(width: int, height: int, wish: Wish) -> dict[str, Region]:
    found = {"timebar": Region(0, height - 4, width, 3)}
    bottom, top = height - 5, 3
    if wish.full:
        return found | {wish.full: Region(0, top, width - 1, bottom - top)}
    left = width - 1 - _MIDDLE_OF_WALL - _RIGHT_OF_WALL - 2 * _GAP
    found["events"] = Region(0, top, left, bottom - top - _BLOCK)
    found["selected"] = Region(0, bottom - _BLOCK + 1, left, _BLOCK - 1)
    found["metrics"] = Region(left + _GAP, top, _MIDDLE_OF_WALL, bottom - top)
    x, y = left + _MIDDLE_OF_WALL + 2 * _GAP, top
    heights = {"alarms": 1 + min(max(wish.alarms, 2), _MOST_ALARMS), "before": 13, "lineage": 8, "coverage": 6}
    for name, rows in heights.items():
        found[name] = Region(x, y, _RIGHT_OF_WALL, rows)
        y += rows + 1
    if bottom - y >= 3:
        found["incident"] = Region(x, y, _RIGHT_OF_WALL, bottom - y)
    return found


class _Placed(Layout):
    """Puts every pane where the design says."""

    name = "board"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002  the library\'s signature
        """Place the children by their ids."""
        assert isinstance(parent, Board)
        places = parent.places(size)
        return [
            WidgetPlacement(
                places[child.id or ""], NULL_OFFSET, NULL_SPACING, child, overlay=child.id in {"filter", "suggestions"}
            )
            for child in children
            if child.id in places
        ]


class Board(Widget):
    """Holds the panes of the watch screen."""

    DEFAULT_CSS = "Board { width: 1fr; height: 1fr; }"

    def __init__(self, *children: Widget) -> None:
        super().__init__(*children)
        self._placed = _Placed()
        self.wish = Wish()

    @property
    def layout(self) -> Layout:
        """Our own: the designs."""
        return self._placed

    def places(self, size: Size) -> Mapping[str, Region]:
        """Where everything stands on a board of this size."""
        return regions(size.width, size.height, self.wish)

    def settle(self, size: Size) -> None:
        """Take panes without a place off the screen, so that they can't get the focus, and lay out the others."""
        places = self.places(size)
        for child in self.children:
            is_placed = child.id in places
            if child.display is not is_placed:
                child.display = is_placed
        self.refresh(layout=True)

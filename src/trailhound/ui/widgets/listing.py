"""A list of lines: cursor, own offset, cached strips, mouse. The only list widget for anything that grows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum

from textual import events
from textual.message import Message
from textual.strip import Strip

from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Pane

_CACHED_STRIPS = 4000
_WHEEL_ROWS = 3


class Look(Enum):
    """How a row stands out."""

    PLAIN = "plain"
    HOVER = "hover"
    SELECTED = "selected"
    KEPT = "kept"

    @property
    def is_selected(self) -> bool:
        """Say whether the cursor is on this row, with or without focus."""
        return self in {Look.SELECTED, Look.KEPT}

    @property
    def ground(self) -> Role:
        """The ground of the row."""
        return {Look.SELECTED: Role.SELECTION, Look.KEPT: Role.SELECTION_BLUR}.get(self, Role.BACKGROUND)


class Listing(Pane, can_focus=True):
    """Rows from top to bottom with a cursor.

    Subclasses say how many rows there are (``count``), how one looks (``draw``) and what the look depends on
    (``row_key``, hashable: a row with the same key, width and look is not drawn twice).
    """

    BINDINGS = bindings(Place.LIST)

    @dataclass
    class Moved(Message):
        """The cursor went to another row."""

        listing: Listing
        index: int

    @dataclass
    class Chosen(Message):
        """Enter or a second click on a row: open it."""

        listing: Listing
        index: int

    def __init__(self, context: Context, *, id: str | None = None, is_following: bool = False) -> None:  # noqa: A002
        super().__init__(context, id=id)
        self.cursor = 0
        self.top = 0
        self.is_following = is_following
        self._above = 1
        self._rows_drawn = 0
        self._hover: int | None = None
        self._cache: dict[Hashable, Strip] = {}
        self._cached_for: object = None

    def count(self) -> int:
        """Say how many rows there are."""
        raise NotImplementedError

    def draw(self, index: int, width: int, look: Look) -> Strip:
        """Draw one row."""
        raise NotImplementedError

    def row_key(self, _index: int) -> Hashable:
        """Give what the look of a row depends on; None is never cached."""
        return None

    def is_pickable(self, index: int) -> bool:
        """Say whether the cursor may stand on a row (a separator is none)."""
        return 0 <= index < self.count()

    def header(self, _width: int) -> Sequence[Strip]:
        """Give lines between title and rows that do not scroll."""
        return ()

    def empty(self, _width: int) -> Sequence[Strip]:
        """Give what is shown instead of rows while there are none."""
        return ()

    @property
    def rows_in_sight(self) -> int:
        """How many rows there is room for, as it was drawn last."""
        return max(self.size.height - self._above, 1)

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw the rows in sight."""
        if self._cached_for is not self.context.inks or len(self._cache) > _CACHED_STRIPS:
            self._cache.clear()
            self._cached_for = self.context.inks
        header = list(self.header(width))
        self._above = self.size.height - height + len(header)
        count = self.count()
        if not count:
            return [*header, *self.empty(width)]
        rows = max(height - len(header), 1)
        self._hold(count, rows)
        if rows != self._rows_drawn:
            if self.top <= self.cursor < self.top + self._rows_drawn:  # another size: what was in sight stays in sight
                self.top = min(max(self.top, self.cursor - rows + 1), self.cursor)
            self._rows_drawn = rows
        return header + [self._row(index, width) for index in range(self.top, min(self.top + rows, count))]

    def _hold(self, count: int, rows: int) -> None:
        if self.is_following:
            self.cursor = count - 1
            self.top = max(count - rows, 0)
        self.cursor = min(max(self.cursor, 0), count - 1)
        self.top = min(max(self.top, 0), max(count - rows, 0))

    def _row(self, index: int, width: int) -> Strip:
        if index == self.cursor and (self.is_active or self.keeps_selection):
            look = Look.SELECTED if self.is_active else Look.KEPT
        else:
            look = Look.HOVER if index == self._hover else Look.PLAIN
        row_key = self.row_key(index)
        if row_key is None:
            return self.draw(index, width, look)
        key = (row_key, width, look)
        strip = self._cache.get(key)
        if strip is None:
            strip = self._cache[key] = self.draw(index, width, look)
        return strip

    @property
    def keeps_selection(self) -> bool:
        """Say whether the cursor's row is marked while another pane has the focus."""
        return True

    def go_to(self, index: int, *, is_told: bool = True) -> None:
        """Put the cursor on a row and bring it into sight."""
        count = self.count()
        if not count:
            return
        self.cursor = min(max(index, 0), count - 1)
        self.is_following = self.is_following and self.cursor == count - 1
        self._bring_into_sight()
        if is_told:
            self.post_message(self.Moved(self, self.cursor))
        self.redraw()

    def _bring_into_sight(self) -> None:
        rows = self.rows_in_sight
        if self.cursor < self.top:
            self.top = self.cursor
        elif self.cursor >= self.top + rows:
            self.top = self.cursor - rows + 1

    def action_move(self, rows: int) -> None:
        """Move the cursor, over rows it can't stand on."""
        index = self.cursor + rows
        while 0 <= index < self.count() and not self.is_pickable(index):
            index += 1 if rows > 0 else -1
        if 0 <= index < self.count():
            self.go_to(index)

    def action_page(self, pages: float) -> None:
        """Move the cursor by pages."""
        index = min(max(self.cursor + int(pages * self.rows_in_sight), 0), max(self.count() - 1, 0))
        self.go_to(index)
        if not self.is_pickable(self.cursor):
            self.action_move(1 if pages > 0 else -1)

    def action_top(self) -> None:
        """Go to the first row."""
        self.go_to(0)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.go_to(self.count() - 1)

    def action_sideways(self, _columns: int) -> None:
        """Do what left and right mean here; in a plain list nothing."""

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.count() and self.is_pickable(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    def row_at(self, y: int) -> int | None:
        """Give the row at a line of this widget."""
        first = self.size.height - self.rows_in_sight
        index = self.top + y - first
        return index if y >= first and index < self.count() else None

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a click on the cursor's row opens it."""
        index = self.row_at(event.y)
        if index is None or not self.is_pickable(index):
            return
        if index == self.cursor and event.chain > 1:
            self.action_open()
        else:
            self.is_following = False
            self.go_to(index)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Underline the call under the mouse."""
        index = self.row_at(event.y)
        if index != self._hover:
            self._hover = index
            self.redraw()

    def on_leave(self) -> None:
        """Take the underline away."""
        if self._hover is not None:
            self._hover = None
            self.redraw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the cursor stays."""
        event.stop()
        self._scroll_rows(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll; the cursor stays, and a list that follows stops doing so."""
        event.stop()
        self._scroll_rows(-_WHEEL_ROWS)

    def _scroll_rows(self, rows: int) -> None:
        limit = max(self.count() - self.rows_in_sight, 0)
        top = min(max(self.top + rows, 0), limit)
        if top != self.top:
            self.is_following = False
            self.top = top
            self.redraw()

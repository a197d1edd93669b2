"""The event list: calls, alarm changes and the "complete to" line at the playhead, newest at the bottom."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime

from textual.strip import Strip

from trailhound.session.contract import Tail
from trailhound.session.views import AlarmRow, CompleteRow, EventRow, Jump, Status, TailRow
from trailhound.session.words import grouped
from trailhound.ui.attention import filter_words
from trailhound.ui.context import Context
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.event_columns import ACCOUNT, CALL, REGION, TIME, columns_for
from trailhound.ui.widgets.event_row import RowStyle, alarm_line, complete_line, event_line
from trailhound.ui.widgets.listing import Listing, Look
from trailhound.ui.widgets.pane import Heading

_HEADER_FROM_WIDTH = 100


class EventsPane(Listing):
    """The tail. It follows the newest row until the reader moves away from it, and then stands still."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id, is_following=True)
        self.tail: Tail = context.session.tail()
        self.is_bar_open = False
        self._words: tuple[str, ...] = ()
        self._rows: Sequence[TailRow] = ()
        self._first = 0
        self._columns = columns_for(80)
        self._selected_at: datetime | None = None
        self._is_placed = False
        self._status: Status | None = None
        key = context.session.selection.tail_key
        self.is_following = key is None

    def reload(self) -> None:
        """Take the tail as it is now; the cursor and the rows around it stay where they are."""
        session = self.context.session
        offset = self.cursor - self.top if self._is_placed else self.size.height // 3
        self._is_placed = True
        self.tail = session.tail()
        self._words = session.words()
        self._status = session.status()
        self._rows = ()
        key = session.selection.tail_key
        if self.is_following or key is None:
            self._keep(self._newest())
            return
        index = self.tail.index_of(key)
        if index is None:
            index = self.tail.nearest(self._selected_at) if self._selected_at is not None else self.cursor
        else:
            # Somebody else may have chosen the row; when a filter hides it, its moment is where the cursor waits.
            self._selected_at = _moment(self.tail.rows(index, index + 1)[0])
        self.cursor = index
        self.top = max(index - offset, 0)

    @property
    def is_active(self) -> bool:
        """Typing a filter is still working in this list."""
        return self.has_focus or self.is_bar_open

    def count(self) -> int:
        """How many rows the tail has."""
        return len(self.tail)

    def row(self, index: int) -> TailRow | None:
        """Give one row."""
        if not self._first <= index < self._first + len(self._rows):
            self._first = max(index - 2, 0)
            self._rows = self.tail.rows(self._first, index + self.size.height + 2)
        place = index - self._first
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @property
    def selected(self) -> TailRow | None:
        """The row under the cursor."""
        return self.row(self.cursor) if self.count() else None

    def heading(self) -> Heading:
        """Say what is filtered, and how much is shown of all."""
        session = self.context.session
        note = filter_words(session.filter_text)
        if session.search_text:
            note = f"{note}, marking {session.search_text}" if note else f"marking {session.search_text}"
        right = f"{grouped(self.tail.shown)} of {grouped(self.tail.total)}"
        return Heading("Events", note, right, 1)

    def header(self, width: int) -> Sequence[Strip]:
        """Name the columns where there is room; the filter bar lies over this line."""
        if self.is_bar_open:
            return [self.line(width).strip()]
        if self.screen.size.width < _HEADER_FROM_WIDTH or width < _HEADER_FROM_WIDTH - 30:
            return ()
        columns = self._columns
        line = self.line(width)
        line.put(self._day() or "time", Role.FAINT, at=TIME).put("call", Role.FAINT, at=CALL)
        starts = columns.starts
        names = {"who": "who", "place": "where", "target": "target", "address": "from", "via": "via", "result": "result"}
        for name, text in names.items():
            if getattr(columns, name) and not (name == "result" and columns.via):
                line.put(text, Role.FAINT, at=starts[name])
        return [line.strip()]

    def _day(self) -> str:
        """The date of the first row in sight, if the session lasts longer than a day."""
        row = self.row(self.top) if self.count() else None
        if self._status is None or row is None:
            return ""
        span = self._status.span
        moment = _moment(row)
        return f"{moment.day} {moment:%b}" if span.start_at.date() != span.end_at.date() else ""

    def empty(self, width: int) -> Sequence[Strip]:
        """Say why nothing is here, and what to do."""
        session = self.context.session
        lines: list[Line] = [self.line(width)]
        if self.tail.total:
            hidden = grouped(self.tail.total)
            lines.append(self.line(width).put(f"The filter hides all {hidden} calls known by now.", at=2))
            lines.append(self.line(width).put(filter_words(session.filter_text), Role.MUTED, at=2, width=max(width - 3, 0)))
            keys = (("esc", "clears the filter"), ("/", "another filter"), ("a", "attention"))
        else:
            at = self._status.now if self._status else None
            when = f" by {at:%H:%M:%S}" if at else ""
            lines.append(self.line(width).put(f"No call is known{when}.", at=2))
            lines.append(self.line(width).put("normal at the start: a trail delivers about every 5 minutes", Role.MUTED, at=2))
            keys = (("space", "play or pause"), ("}", "next alarm"), ("I", "what is covered"))
        hints = self.line(width)
        hints.column = 2
        for key, words in keys:
            hints.put(key, Role.BRIGHT, bold=True).put(f" {words}   ", Role.MUTED)
        return [line.strip() for line in (*lines, hints)]

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Choose the columns from what is in sight, then draw."""
        if self.count():
            self._hold(self.count(), max(height - 1, 1))
        first = max(self.top - 1, 0)
        self._first, self._rows = first, self.tail.rows(first, self.top + height + 1)
        calls = [row.event for row in self._rows if isinstance(row, EventRow)]
        has_accounts = len({call.account for call in calls}) > 1
        has_regions = len({call.region for call in calls}) > 1
        place = REGION * (has_accounts or has_regions) + ACCOUNT * has_accounts
        self._columns = columns_for(width, place=place)
        return super().body(width, height)

    def row_key(self, index: int) -> Hashable:
        """Rows never change but in these; a new filter changes the marked words."""
        row = self.row(index)
        if isinstance(row, EventRow):
            marks = (row.is_bookmarked, row.event.copies)
            return (row.key, self._is_minute_repeated(index), self._new_day(index), marks, self._words, self._columns)
        return None if row is None else (row.key, type(row).__name__, _moment(row), self._columns)

    def draw(self, index: int, width: int, look: Look) -> Strip:
        """Draw one row."""
        row, inks = self.row(index), self.context.inks
        style = RowStyle(self._columns, look, self._is_minute_repeated(index), self._words, self._new_day(index))
        match row:
            case EventRow():
                return event_line(inks, row, style).strip()
            case AlarmRow():
                return alarm_line(inks, row, style).strip()
            case CompleteRow():
                return complete_line(inks, row, style).strip()
        return self.line(width).strip()

    def _is_minute_repeated(self, index: int) -> bool:
        here, above = self.row(index), self.row(index - 1) if index > 0 else None
        if not isinstance(here, EventRow) or not isinstance(above, EventRow):
            return False
        return _minute(here.event.occurred_at) == _minute(above.event.occurred_at)

    def _new_day(self, index: int) -> str:
        """The date of a row, if the row above is of another day."""
        here, above = self.row(index), self.row(index - 1) if index > 0 else None
        if here is None or above is None or _moment(here).date() == _moment(above).date():
            return ""
        return f"{_moment(here).day} {_moment(here):%b}"

    def is_pickable(self, index: int) -> bool:
        """The "complete to" line is no row to stand on."""
        return super().is_pickable(index) and not isinstance(self.row(index), CompleteRow)

    def go_to(self, index: int, *, is_told: bool = True) -> None:
        """Move the cursor and keep it in the session, so that every pane knows."""
        self._keep(index)
        super().go_to(index, is_told=is_told)

    def _newest(self) -> int:
        """The last row that the cursor can stand on."""
        last = self.count() - 1
        return last - 1 if last > 0 and not self.is_pickable(last) else last

    def _hold(self, count: int, rows: int) -> None:
        super()._hold(count, rows)
        if self.is_following:
            self.cursor = self._newest()

    def _keep(self, index: int) -> None:
        row = self.row(min(max(index, 0), max(self.count() - 1, 0))) if self.count() else None
        if row is not None:
            self.context.session.selection.tail_key = row.key
            if isinstance(row, AlarmRow):
                self.context.session.selection.alarm = row.transition.alarm
            self._selected_at = _moment(row)

    def jump(self, what: Jump, step: int) -> bool:
        """Go to the next or previous row of a kind; say whether there is one."""
        index = self.tail.jump(self.cursor, step, what)
        if index is not None:
            self.is_following = False
            self.go_to(index)
        return index is not None

    def follow(self) -> None:
        """Go to the newest row and stay with it."""
        self.is_following = True
        self.redraw()
        self._keep(self.cursor)
        self.post_message(self.Moved(self, self.cursor))

    def action_bottom(self) -> None:
        """Go to the newest row and follow; from there, on to the end of the session."""
        if self.is_following or self.cursor >= self.count() - 1:
            self.context.session.to_end()
        self.follow()


def _moment(row: TailRow) -> datetime:
    match row:
        case EventRow():
            return row.event.occurred_at
        case AlarmRow():
            return row.transition.at
        case _:
            return row.at


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)

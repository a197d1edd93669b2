"""The store: what was seen, cut to what had been seen by a moment, and finding it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np

from trailhound.cloudtrail.row import Row
from trailhound.languages.query.query import Query
from trailhound.model.event import Event
from trailhound.model.observation import Origin
from trailhound.model.time_span import TimeSpan
from trailhound.store.arrivals import arrivals_of
from trailhound.store.columns import moment
from trailhound.store.counting import Counted, Habits, top, values
from trailhound.store.cut import Cut
from trailhound.store.growable import Mask, Rows, Times
from trailhound.store.ledger import Batch, Ledger
from trailhound.store.selecting import Selector

_KEPT_CUTS = 8


class Store:
    """All records of one session.

    Times are microseconds since 1970 in UTC. ``as_of_us`` is a moment in observed time: an answer is about the rows that
    had been observed by then, that moment included. Answers depend on what is in the store and on what is asked, never
    on the order in which records came or questions were put.
    """

    def __init__(self) -> None:
        self._ledger = Ledger()
        self._columns = self._ledger.columns
        self._timeline = self._ledger.timeline
        self._selector = Selector(self._columns, self._timeline, self._ledger.record)
        self._cuts: dict[Query | None, tuple[int, Cut]] = {}
        self._changes = 0

    def __len__(self) -> int:
        return len(self._ledger)

    # adding
    def append(
        self, rows: Sequence[Row], records: Sequence[bytes], observed_us: Sequence[int | None] | int | None, origin: Origin
    ) -> None:
        """Add records that were read together.

        ``origin`` is where the first of them stood; the others follow it (unless its position is 0, the whole file).
        ``observed_us`` is when they could be known, one time for all or one each; None is "when it happened". See
        ``arrivals_of`` for records without a time.
        """
        arrivals = arrivals_of([row.occurred_us for row in rows], observed_us)
        self._ledger.take(Batch(rows, records, arrivals, origin))
        self._cuts.clear()
        if self._changes != self._ledger.changes:
            self._changes = self._ledger.changes
            self._selector.forget()

    # one row
    def event(self, row: int, as_of_us: int | None = None) -> Event:
        """Build the event of a row; its copies are those known at a moment (None: all)."""
        return self._ledger.event(row, as_of_us)

    def raw(self, row: int) -> bytes:
        """Give the record of a row as it was delivered."""
        return self._ledger.record(row)

    def origin(self, row: int) -> Origin:
        """Say where the record of a row was read."""
        return self._columns.origin(row)

    def text(self, column: str, row: int) -> str:
        """Give one text column of ``Row``, such as "session" or "targets", for a row."""
        return self._columns.texts[column].text(row)

    def row_of(self, event_id: str) -> int | None:
        """Find a row by its event id."""
        return self._ledger.row_of(event_id)

    @property
    def occurred(self) -> Times:
        """When each row happened. Not a copy: read only."""
        return self._timeline.occurred

    @property
    def observed(self) -> Times:
        """When each row could be known. Not a copy: read only."""
        return self._timeline.observed

    # totals
    @property
    def duplicates(self) -> int:
        """How many records were delivered again."""
        return len(self._ledger.copies)

    def duplicates_by(self, as_of_us: int) -> int:
        """How many records had been delivered again by a moment."""
        return self._ledger.copies.by(as_of_us)

    @property
    def not_understood(self) -> int:
        """How many rows could not be understood."""
        return int(np.count_nonzero(~self._columns.is_understood.view))

    def not_understood_by(self, as_of_us: int) -> int:
        """How many rows that were known at a moment could not be understood."""
        return int(np.count_nonzero(~self._columns.is_understood.view & (self.observed <= as_of_us)))

    def not_understood_rows(self, as_of_us: int) -> Rows:
        """Give the rows that were known at a moment and could not be understood, in the order they were added."""
        return np.flatnonzero(~self._columns.is_understood.view & (self.observed <= as_of_us)).astype(np.int32)

    @property
    def span(self) -> TimeSpan | None:
        """From the first event to the last by the time they occurred (both included); None if there is none."""
        return _span(self.occurred)

    @property
    def observed_span(self) -> TimeSpan | None:
        """From the first to the last moment at which something came to be known (both included)."""
        return _span(self.observed)

    # finding
    def select(self, query: Query | None) -> Mask:
        """Say for each row whether it passes a filter. Shared: do not write to it."""
        if query is None or not query.terms:
            return np.ones(len(self), np.bool_)
        return self._selector.mask(query)

    def cut(self, as_of_us: int, query: Query | None = None) -> Cut:
        """Give the rows that pass a filter and were known at a moment, by the time they occurred."""
        wanted = query if query is not None and query.terms else None
        # A playhead that moves from one moment to the next without anything new in between shows the same rows.
        known = self._count_by(as_of_us)
        kept_known, kept = self._cuts.pop(wanted, (-1, None))
        if kept is None or kept_known != known:
            kept = Cut(self._timeline, None if wanted is None else self.select(wanted), as_of_us)
        if len(self._cuts) >= _KEPT_CUTS:
            del self._cuts[next(iter(self._cuts))]
        self._cuts[wanted] = known, kept
        return kept

    def between(self, start_us: int, end_us: int, as_of_us: int) -> Rows:
        """Give the rows that occurred in a span (its end not included), known at a moment, oldest first."""
        first, last = np.searchsorted(self._timeline.occurred_in_order, (start_us, end_us))
        is_known = self._timeline.observed_in_order[first:last] <= as_of_us
        return self._timeline.order[first:last][is_known]

    # counting
    def density(self, span: TimeSpan, cells: int, as_of_us: int, query: Query | None = None) -> list[int]:
        """Count the shown rows in each of so many equal parts of a span."""
        return self.cut(as_of_us, query).counts(_micros(span.start_at), _micros(span.end_at), cells)

    def top(self, field: str, rows: Rows | Cut, limit: int) -> list[Counted]:
        """Give the most frequent values of a filter field over some rows."""
        return top(self._columns, self.occurred, field, rows.ordered if isinstance(rows, Cut) else rows, limit)

    def values(self, field: str, prefix: str, limit: int, as_of_us: int) -> list[tuple[str, int]]:
        """Give values of a filter field that complete a prefix, with their counts; [] for a field without a list."""
        return values(self._columns, field, prefix, limit, self.cut(as_of_us).ordered)

    def habits(self, as_of_us: int) -> Habits:
        """Count who had called what, as known at a moment."""
        return Habits(self._columns, self.cut(as_of_us).ordered)

    def calls(self, who: str, name: str, before_us: int, as_of_us: int) -> int:
        """Count the calls of one name by one person that occurred before a moment, as known at another."""
        code = self._columns.habit(who, name)
        if code is None:
            return 0
        is_theirs = self._columns.habits.codes == code
        return int(np.count_nonzero(is_theirs & (self.occurred < before_us) & (self.observed <= as_of_us)))

    # the playhead
    def newest(self, as_of_us: int) -> int | None:
        """Say when the newest row that was known at a moment occurred; None if none was."""
        cut = self.cut(as_of_us)
        return cut.occurred(-1) if len(cut) else None

    def _count_by(self, as_of_us: int) -> int:
        return int(np.searchsorted(self._timeline.moments, as_of_us, "right"))


def _span(times: Times) -> TimeSpan | None:
    return TimeSpan(moment(int(times.min())), moment(int(times.max()))) if len(times) else None


def _micros(at: datetime) -> int:
    return (at - moment(0)) // timedelta(microseconds=1)

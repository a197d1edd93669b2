"""The event list at a moment: calls that pass the filter, with the alarm changes and the "complete to" line between them."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence, Set
from datetime import datetime

import numpy as np

from trailhound.languages.query import Query, parse
from trailhound.model.alarm import AlarmTransition
from trailhound.session.moments import micros
from trailhound.session.queries import exact
from trailhound.session.views import AlarmRow, CompleteRow, EventRow, Jump, TailRow
from trailhound.store.cut import Cut
from trailhound.store.growable import Mask
from trailhound.store.store import Store

COMPLETE_KEY = -1
"""The key of the one "complete to" line; keys of alarm changes are smaller, keys of calls are their rows."""

_SAME_MOMENT = 4096
_JUMPS = {Jump.ERROR: "error:*", Jump.WRITE: "write:yes"}


def alarm_rows(changes: Sequence[AlarmTransition]) -> list[AlarmRow]:
    """Make rows of alarm changes, given oldest first. The key of a change depends on nothing but its moment and rank in it."""
    rows: list[AlarmRow] = []
    last, rank = None, 0
    for change in changes:
        rank = rank + 1 if change.at == last else 0
        last = change.at
        rows.append(AlarmRow(-(micros(change.at) * _SAME_MOMENT + rank) - 2, change))
    return rows


class EventTail:
    """A snapshot of the event list.

    Args:
        store: Gives the events.
        cut: The calls that are shown.
        as_of_us: The moment of the snapshot.
        extras: Alarm changes and the "complete to" line with their moments, oldest first.
        hits: The search in force, None for none.
        bookmarks: Keys of marked rows; read when rows are asked for.
    """

    def __init__(
        self,
        store: Store,
        cut: Cut,
        as_of_us: int,
        extras: Sequence[tuple[datetime, AlarmRow | CompleteRow]],
        hits: Query | None,
        bookmarks: Set[int],
    ) -> None:
        self._store = store
        self._cut = cut
        self._as_of_us = as_of_us
        self._hits = hits
        self._bookmarks = bookmarks
        self._extras = [row for _, row in extras]
        self._moments = [moment for moment, _ in extras]
        counts = [cut.count_before(micros(moment) + 1) for moment in self._moments]
        self._places = [count + index for index, count in enumerate(counts)]

    @property
    def shown(self) -> int:
        """Calls that pass the filter."""
        return len(self._cut)

    @property
    def total(self) -> int:
        """Calls known at the playhead, shown or hidden."""
        return self._cut.total

    def __len__(self) -> int:
        """Rows, alarm changes and the "complete to" line included."""
        return len(self._cut) + len(self._extras)

    def rows(self, start: int, stop: int) -> Sequence[TailRow]:
        """Give the rows of a stretch; short at the ends, never an error."""
        start, stop = max(start, 0), min(stop, len(self))
        first = bisect.bisect_left(self._places, start)
        is_hit = self._is_hit()
        found: list[TailRow] = []
        for index in range(start, stop):
            if first < len(self._places) and self._places[first] == index:
                found.append(self._extras[first])
                first += 1
            else:
                row = int(self._cut.ordered[index - first])
                event = self._store.event(row, self._as_of_us)
                found.append(EventRow(row, event, is_hit(row), row in self._bookmarks))
        return found

    def index_of(self, key: int) -> int | None:
        """Find a row by its key; None if it is hidden or not known yet."""
        if key < 0:
            return next((self._places[i] for i, row in enumerate(self._extras) if row.key == key), None)
        position = self._cut.position_of(key)
        return None if position is None else self._merged(position)

    def nearest(self, moment: datetime) -> int:
        """Give the index of the last row at or before a moment (0 if there is none)."""
        calls = self._cut.count_before(micros(moment) + 1)
        return max(calls + bisect.bisect_right(self._moments, moment) - 1, 0)

    def jump(self, index: int, step: int, what: Jump) -> int | None:
        """Find the next (step 1) or previous (step -1) row of a kind from an index; None if there is none."""
        if what is Jump.ALARM:
            return self._jump_extra(index, step, lambda row: isinstance(row, AlarmRow))
        found = self._jump_call(index, step, what)
        if what is not Jump.BOOKMARK:
            return found
        extra = self._jump_extra(index, step, lambda row: row.key in self._bookmarks)
        both = [place for place in (found, extra) if place is not None]
        return (min(both) if step > 0 else max(both)) if both else None

    def _jump_call(self, index: int, step: int, what: Jump) -> int | None:
        mask = self._wanted(index, what)
        if mask is None or not len(mask):
            return None
        before = bisect.bisect_left(self._places, index)
        is_extra = before < len(self._places) and self._places[before] == index
        position = index - before
        # From a line between two calls the next call is the one that has its position.
        start = position - 1 if is_extra and step > 0 else position
        found = self._cut.next_where(start, step, mask)
        return None if found is None else self._merged(found)

    def _jump_extra(self, index: int, step: int, is_wanted: Callable[[AlarmRow | CompleteRow], bool]) -> int | None:
        places = [place for place, row in zip(self._places, self._extras, strict=True) if is_wanted(row)]
        if step > 0:
            after = bisect.bisect_right(places, index)
            return places[after] if after < len(places) else None
        before = bisect.bisect_left(places, index)
        return places[before - 1] if before else None

    def _wanted(self, index: int, what: Jump) -> Mask | None:
        if what in _JUMPS:
            return self._store.select(parse(_JUMPS[what]))
        if what is Jump.HIT:
            return self._store.select(self._hits) if self._hits is not None else None
        if what is Jump.BOOKMARK:
            mask = np.zeros(len(self._store), np.bool_)
            mask[[key for key in self._bookmarks if 0 <= key < len(mask)]] = True
            return mask
        here = self.rows(index, index + 1)
        if not here or not isinstance(here[0], EventRow):
            return None
        session = self._store.text("session", here[0].key)
        return self._store.select(exact("session", session)) if session else None

    def _is_hit(self) -> Callable[[int], bool]:
        if self._hits is None:
            return lambda _row: False
        mask = self._store.select(self._hits)
        return lambda row: bool(row < len(mask) and mask[row])

    def _merged(self, position: int) -> int:
        """Turn an index of the cut into an index of the list."""
        low, high = 0, len(self._places)
        while low < high:
            middle = (low + high) // 2
            if self._places[middle] - middle <= position:
                low = middle + 1
            else:
                high = middle
        return position + low

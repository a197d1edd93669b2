"""Moving through a session by what happened in it, in observed time."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from datetime import datetime, timedelta

import numpy as np

from trailhound.errors import SeekError
from trailhound.languages.query import Query, parse
from trailhound.model.alarm import AlarmState, AlarmTransition
from trailhound.session.moments import micros, moment
from trailhound.session.seek import Landmark, Next
from trailhound.store.growable import Times
from trailhound.store.store import Store

RECENT = 200
USUALLY = 95
QUIET = timedelta(seconds=30)
LEAD = timedelta(seconds=2)

_FINDS = {Landmark.ERROR: parse("error:*"), Landmark.WRITE: parse("write:yes")}


class Arrivals:
    """When things came to be known, in order. Made anew when more is loaded."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._order = np.argsort(store.observed, kind="stable")
        self._observed = store.observed[self._order]

    def known(self, as_of: datetime) -> int:
        """Count the events that were known at a moment."""
        return int(np.searchsorted(self._observed, micros(as_of), "right"))

    def usual_delay(self, as_of: datetime) -> timedelta | None:
        """Give the delay that the newest records rarely exceed; None if there are none."""
        count = self.known(as_of)
        rows = self._order[max(count - RECENT, 0) : count]
        if not len(rows):
            return None
        delays = self._store.observed[rows] - self._store.occurred[rows]
        return timedelta(microseconds=int(np.percentile(delays, USUALLY, method="higher")))

    def shown(self, query: Query | None) -> Times:
        """Give when the shown events came to be known, ascending."""
        return self._observed if query is None else self._observed[self._store.select(query)[self._order]]

    def stepped(self, as_of: datetime, events: int, query: Query | None) -> datetime | None:
        """Give the moment at which so many shown events more (or fewer) are known; None if there is none that way.

        Events that were delivered together come and go together.
        """
        times = self.shown(query)
        known = int(np.searchsorted(times, micros(as_of), "right"))
        if events > 0:
            return moment(int(times[min(known + events, len(times)) - 1])) if known < len(times) else None
        if known == 0 or events == 0:
            return None
        wanted = max(known + events, 0)
        before = int(np.searchsorted(times, times[wanted], "left"))
        return moment(int(times[before - 1])) if before else moment(int(times[0]) - 1)

    def landmark(
        self,
        wanted: Next,
        as_of: datetime,
        query: Query | None,
        changes: Iterable[AlarmTransition],
        bookmarks: Iterable[int],
    ) -> datetime:
        """Give the moment of the next or previous landmark from a moment.

        Raises:
            SeekError: If there is none that way.
        """
        times = self._moments(wanted.landmark, query, changes, bookmarks)
        now = micros(as_of)
        index = bisect.bisect_right(times, now) if wanted.step > 0 else bisect.bisect_left(times, now) - 1
        if not 0 <= index < len(times):
            way = "after" if wanted.step > 0 else "before"
            raise SeekError(f"no {wanted.landmark.value} {way} this moment", wanted.landmark.value, 0)
        return moment(times[index])

    def next_shown(self, as_of: datetime, query: Query | None, changes: Iterable[AlarmTransition]) -> datetime | None:
        """Give the moment of the next shown event or alarm change; None if nothing follows."""
        times, now = self.shown(query), micros(as_of)
        index = int(np.searchsorted(times, now, "right"))
        found = [moment(int(times[index]))] if index < len(times) else []
        found += [change.at for change in changes if change.at > as_of][:1]
        return min(found, default=None)

    def past_quiet(self, as_of: datetime, query: Query | None, changes: Iterable[AlarmTransition]) -> datetime | None:
        """Give the moment just before the next shown thing if it is far off; None if it is near or there is none."""
        following = self.next_shown(as_of, query, changes)
        return following - LEAD if following is not None and following - as_of > QUIET else None

    def _moments(
        self, landmark: Landmark, query: Query | None, changes: Iterable[AlarmTransition], bookmarks: Iterable[int]
    ) -> list[int]:
        if landmark is Landmark.ALARM:
            return sorted({micros(change.at) for change in changes if change.to_state is AlarmState.ALARM})
        if landmark is Landmark.BOOKMARK:
            rows = [row for row in bookmarks if 0 <= row < len(self._store)]
            return sorted({int(self._store.observed[row]) for row in rows})
        found: list[int] = self.shown(_FINDS.get(landmark, query)).tolist()
        return found

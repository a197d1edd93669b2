"""Every record once, by row number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from trailhound.cloudtrail.row import Row
from trailhound.model.event import Event
from trailhound.model.observation import Origin
from trailhound.store.arrivals import Arrival
from trailhound.store.columns import Columns
from trailhound.store.copies import Copies
from trailhound.store.frames import Frames
from trailhound.store.growable import Growable
from trailhound.store.timeline import Timeline, tie_of


class Delivery(NamedTuple):
    """One record on its way in."""

    row: Row
    record: bytes
    arrival: Arrival
    origin: Origin


class Ledger:
    """Keeps each record once and hands it back by row number; a row number never changes.

    A record that comes again (same event id) is counted, not kept. Whichever copy could be known first is the one that
    is shown, so the order of input leaves no trace; of copies known at the same moment the smallest bytes win.
    ``changes`` grows when a row that was there already changes its content.
    """

    def __init__(self) -> None:
        self.columns = Columns()
        self.timeline = Timeline(self.columns.texts["event_id"].text)
        self.copies = Copies()
        self.changes = 0
        self._frames = Frames()
        self._frame_of = Growable(np.int64)
        self._is_time_known = Growable(np.bool_)
        self._row_of: dict[str, int] = {}
        self._untimed: set[int] = set()

    def __len__(self) -> int:
        return len(self.columns)

    def take(self, deliveries: Sequence[Delivery]) -> None:
        """Add records; those that are here already become copies."""
        fresh: list[Delivery] = []
        again: list[tuple[int, Delivery]] = []
        size = len(self)
        for delivery in deliveries:
            event_id = delivery.row.event_id
            row = self._row_of.setdefault(event_id, size + len(fresh)) if event_id else size + len(fresh)
            if row == size + len(fresh):
                fresh.append(delivery)
            else:
                again.append((row, delivery))
        self._add(fresh)
        for row, delivery in again:
            self._add_copy(row, delivery)
        if self._untimed:
            self._place_untimed()

    def record(self, row: int) -> bytes:
        """Give the record of a row as it was delivered."""
        return self._frames.record(self._frame_of.item(row))

    def row_of(self, event_id: str) -> int | None:
        """Find a row by its event id; None if nothing with it came."""
        return self._row_of.get(event_id)

    def event(self, row: int, as_of_us: int | None) -> Event:
        """Build the event of a row, with its copies as known at a moment (None: all)."""
        copies = self.copies.of(row, as_of_us)
        return self.columns.event(row, *self.timeline.times(row), copies, self._is_time_known.item(row))

    def _add(self, deliveries: Sequence[Delivery]) -> None:
        size = len(self)
        self._frame_of.extend(np.arange(len(self._frames), len(self._frames) + len(deliveries)))
        self._frames.extend(delivery.record for delivery in deliveries)
        arrivals = [delivery.arrival for delivery in deliveries]
        self.timeline.extend(
            [arrival.occurred for arrival in arrivals],
            [arrival.observed for arrival in arrivals],
            [tie_of(delivery.row.event_id, delivery.record) for delivery in deliveries],
        )
        self._is_time_known.extend([arrival.is_time_known for arrival in arrivals])
        self._untimed.update(size + place for place, arrival in enumerate(arrivals) if not arrival.is_timed)
        self.columns.extend([delivery.row for delivery in deliveries], [delivery.origin for delivery in deliveries])

    def _add_copy(self, row: int, delivery: Delivery) -> None:
        is_untimed = row in self._untimed
        shown = 0 if is_untimed else self.timeline.times(row)[1]
        coming = delivery.arrival.observed
        old, new = (is_untimed, shown), (not delivery.arrival.is_timed, coming)
        if new < old or (new == old and self._precedes(delivery, row)):
            self._replace(row, delivery)
            self.copies.add(row, shown)
        else:
            self.copies.add(row, coming)

    def _precedes(self, delivery: Delivery, row: int) -> bool:
        here = self.columns.origin(row)
        old, new = (self.record(row), here.path, here.position), delivery.origin
        return (delivery.record, new.path, new.position) < old

    def _replace(self, row: int, delivery: Delivery) -> None:
        arrival = delivery.arrival
        self._frame_of.view[row] = len(self._frames)
        self._frames.extend([delivery.record])
        self.timeline.replace(row, arrival.occurred, arrival.observed)
        self._is_time_known.view[row] = arrival.is_time_known
        if arrival.is_timed:
            self._untimed.discard(row)
        self.columns.replace(row, delivery.row, delivery.origin)
        self.changes += 1

    def _place_untimed(self) -> None:
        """Let rows that nobody gave any time stand at the very first moment that is known."""
        is_timed = np.ones(len(self), np.bool_)
        is_timed[list(self._untimed)] = False
        times = self.timeline.occurred[is_timed]
        first = int(times.min()) if len(times) else 0
        for row in self._untimed:
            if self.timeline.occurred[row] != first:
                self.timeline.replace(row, first, first)
                self.changes += 1

"""Every record once, by row number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from trailhound.cloudtrail.row import Row
from trailhound.model.event import Event
from trailhound.model.observation import Origin
from trailhound.store.arrivals import Arrival, Arrivals
from trailhound.store.columns import Columns
from trailhound.store.copies import Copies
from trailhound.store.frames import Frames
from trailhound.store.growable import Codes, Growable, Times
from trailhound.store.timeline import Timeline, ties_of


class Batch(NamedTuple):
    """Records that were read together, on their way in; ``origin`` is where the first of them stood."""

    rows: Sequence[Row]
    records: Sequence[bytes]
    arrivals: Arrivals
    origin: Origin

    def positions(self) -> Times:
        """Give the place of each record in its file; 0 for all if the file as a whole is meant."""
        first = self.origin.position
        return np.arange(first, first + len(self.rows)) if first else np.zeros(len(self.rows), np.int64)


class Delivery(NamedTuple):
    """One record that is here already, on its way in."""

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
        self._row_of = Growable(np.int32)
        self._untimed: set[int] = set()

    def __len__(self) -> int:
        return len(self.columns)

    def take(self, batch: Batch) -> None:
        """Add records; those that are here already become copies."""
        ids = self.columns.texts["event_id"]
        known = len(ids.distinct)
        codes = ids.encode([row.event_id for row in batch.rows])
        if len(ids.distinct) == known + len(codes):
            self._row_of.extend(np.arange(len(self), len(self) + len(codes)))
            self._add(batch, batch.positions())
        else:
            self._take_some(batch, codes)
        if self._untimed:
            self._place_untimed()

    def _take_some(self, batch: Batch, codes: Codes) -> None:
        """Add what is new, then count what is not."""
        size, positions = len(self), batch.positions()
        fresh: list[int] = []
        again: list[tuple[int, int]] = []
        for place, code in enumerate(codes.tolist()):
            is_named = batch.rows[place].event_id != ""
            if code == len(self._row_of):
                self._row_of.extend([size + len(fresh)])
            elif is_named:
                again.append((self._row_of.item(code), place))
                continue
            fresh.append(place)
        rows, records = [batch.rows[place] for place in fresh], [batch.records[place] for place in fresh]
        self._add(Batch(rows, records, batch.arrivals.only(fresh), batch.origin), positions[fresh])
        for row, place in again:
            origin = Origin(batch.origin.path, positions.item(place))
            self._add_copy(row, Delivery(batch.rows[place], batch.records[place], batch.arrivals.at(place), origin))

    def record(self, row: int) -> bytes:
        """Give the record of a row as it was delivered."""
        return self._frames.record(self._frame_of.item(row))

    def row_of(self, event_id: str) -> int | None:
        """Find a row by its event id; None if nothing with it came."""
        code = self.columns.texts["event_id"].code_of(event_id) if event_id else None
        return None if code is None else self._row_of.item(code)

    def event(self, row: int, as_of_us: int | None) -> Event:
        """Build the event of a row, with its copies as known at a moment (None: all)."""
        copies = self.copies.of(row, as_of_us)
        return self.columns.event(row, *self.timeline.times(row), copies, self._is_time_known.item(row))

    def _add(self, batch: Batch, positions: Times) -> None:
        size, count, arrivals = len(self), len(batch.rows), batch.arrivals
        self._frame_of.extend(np.arange(len(self._frames), len(self._frames) + count))
        self._frames.extend(batch.records)
        ties = ties_of([row.event_id for row in batch.rows], batch.records)
        self.timeline.extend(arrivals.occurred, arrivals.observed, ties)
        self._is_time_known.extend(arrivals.is_time_known)
        self._untimed.update((size + np.flatnonzero(~arrivals.is_timed)).tolist())
        self.columns.extend(batch.rows, batch.origin.path, positions)

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

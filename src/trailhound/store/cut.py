"""The rows that pass a filter and were known at one moment, in the order in which they occurred."""

from __future__ import annotations

import numpy as np

from trailhound.store.growable import Mask, Rows
from trailhound.store.timeline import Timeline


class Cut:
    """A snapshot of the event list. It does not change when the store grows.

    Indices count the rows of the cut from 0, oldest first. ``total`` counts all rows known at the moment, shown or not.
    """

    __slots__ = ("_occurred", "_places", "_rank", "ordered", "total")

    def __init__(self, timeline: Timeline, shown: Mask | None, as_of_us: int) -> None:
        is_known = timeline.observed_in_order <= as_of_us
        self.total = int(np.count_nonzero(is_known))
        if shown is not None:
            is_known &= shown[timeline.order]
        self._places = np.flatnonzero(is_known)
        self._rank = timeline.rank
        self._occurred = timeline.occurred_in_order[self._places]
        self.ordered: Rows = timeline.order[self._places]

    def __len__(self) -> int:
        return len(self.ordered)

    def rows(self, start: int, stop: int) -> Rows:
        """Give the rows of a stretch; short at the ends, never an error."""
        return self.ordered[max(start, 0) : max(stop, 0)]

    def position_of(self, row: int) -> int | None:
        """Give the index of a row; None if the cut has not got it."""
        if not 0 <= row < len(self._rank):
            return None
        index = int(np.searchsorted(self._places, self._rank[row]))
        return index if index < len(self) and self.ordered[index] == row else None

    def nearest(self, us: int) -> int:
        """Give the index of the last row at or before a moment; 0 if there is none."""
        return max(int(np.searchsorted(self._occurred, us, "right")) - 1, 0)

    def count_before(self, us: int) -> int:
        """Count the rows that occurred before a moment."""
        return int(np.searchsorted(self._occurred, us))

    def occurred(self, index: int) -> int:
        """Say when the row at an index happened, in microseconds."""
        return int(self._occurred[index])

    def next_where(self, index: int, step: int, is_wanted: Mask) -> int | None:
        """Find the nearest index after (``step`` 1) or before (-1) an index whose row is wanted; None if there is none.

        ``is_wanted`` says it for every row of the store; rows that it is too short for are not wanted.
        """
        candidates = self.ordered[index + 1 :] if step > 0 else self.ordered[: max(index, 0)][::-1]
        # Most often the next one is near: look at a thousand before looking at a million.
        for start, stop in ((0, 1000), (1000, len(candidates))):
            stretch = candidates[start:stop]
            hits = np.flatnonzero((stretch < len(is_wanted)) & is_wanted[np.minimum(stretch, len(is_wanted) - 1)])
            if len(hits):
                distance = start + int(hits[0])
                return index + 1 + distance if step > 0 else index - 1 - distance
        return None

    def counts(self, start_us: int, end_us: int, cells: int) -> list[int]:
        """Count the rows that occurred in each of so many equal parts of a span (its end not included)."""
        edges = [start_us + (end_us - start_us) * cell // cells for cell in range(cells + 1)]
        counts: list[int] = np.diff(np.searchsorted(self._occurred, edges)).tolist()
        return counts

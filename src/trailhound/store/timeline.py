"""When each row happened, when it could be known, and the one order of all rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from trailhound.store.growable import Growable, Rows, Times

_HEAD = 8
"""Bytes of an id that decide first, as one number."""


class Timeline:
    """Times by row, and the rows in the order in which they occurred.

    Rows of one moment are ordered by event id, and rows without one by what is in them: never by arrival, so that the
    order of input leaves no trace. ``event_id`` gives the id of a row.
    """

    def __init__(self, event_id: Callable[[int], str]) -> None:
        self._event_id = event_id
        self._occurred = Growable(np.int64)
        self._observed = Growable(np.int64)
        self._ties = Growable(np.uint64)
        self._order: Rows = np.zeros(0, np.int32)
        self._sorted: _Sorted | None = None
        self._moments: Times = np.zeros(0, np.int64)

    @property
    def occurred(self) -> Times:
        """When each row happened."""
        return self._occurred.view

    @property
    def observed(self) -> Times:
        """When each row could be known, never before it happened."""
        return self._observed.view

    def times(self, row: int) -> tuple[int, int]:
        """Say when a row happened and when it could be known."""
        return self._occurred.item(row), self._observed.item(row)

    def extend(self, occurred: npt.ArrayLike, observed: npt.ArrayLike, ties: npt.ArrayLike) -> None:
        """Add rows; ``ties`` orders rows of one moment, see ``ties_of``."""
        self._occurred.extend(occurred)
        self._observed.extend(observed)
        self._ties.extend(ties)
        self._sorted = None

    def replace(self, row: int, occurred: int, observed: int) -> None:
        """Give a row other times."""
        if self.occurred[row] != occurred:
            self.occurred[row] = occurred
            self._order = self._order[:0]
        self.observed[row] = observed
        self._moments = self._moments[:0]
        self._sorted = None

    @property
    def order(self) -> Rows:
        """All rows in the order in which they occurred."""
        return self._settled().order

    @property
    def rank(self) -> Rows:
        """The place of each row in the order."""
        return self._settled().rank

    @property
    def occurred_in_order(self) -> Times:
        """When the rows happened, ascending."""
        return self._settled().occurred

    @property
    def observed_in_order(self) -> Times:
        """When the rows could be known, in the order in which they occurred."""
        return self._settled().observed

    @property
    def moments(self) -> Times:
        """When rows could be known, ascending."""
        if len(self._moments) < len(self._observed):
            added = np.sort(self.observed[len(self._moments) :])
            # A stable sort of two sorted runs only merges them.
            self._moments = np.sort(np.concatenate([self._moments, added]), kind="stable")
        return self._moments

    def _settled(self) -> _Sorted:
        if self._sorted is None:
            self._order = self._merged()
            self._sorted = _Sorted(self._order, self.occurred, self.observed)
        return self._sorted

    def _merged(self) -> Rows:
        """Sort the new rows in; only what stands after the oldest of them is sorted again."""
        added = np.arange(len(self._order), len(self._occurred), dtype=np.int32)
        if not len(added):
            return self._order
        start = int(np.searchsorted(self.occurred[self._order], self.occurred[added].min()))
        tail = np.concatenate([self._order[start:], added])
        tail = tail[np.lexsort((self._ties.view[tail], self.occurred[tail]))]
        self._break_ties(tail)
        return np.concatenate([self._order[:start], tail])

    def _break_ties(self, rows: Rows) -> None:
        """Sort stretches that agree in moment and tie number by the whole id."""
        times, ties = self.occurred[rows], self._ties.view[rows]
        is_tied = (times[1:] == times[:-1]) & (ties[1:] == ties[:-1])
        edges = np.flatnonzero(np.diff(np.concatenate([[False], is_tied, [False]]).astype(np.int8)))
        for start, stop in zip(edges[::2].tolist(), (edges[1::2] + 1).tolist(), strict=True):
            rows[start:stop] = sorted(rows[start:stop].tolist(), key=self._tie_key)

    def _tie_key(self, row: int) -> tuple[str, int]:
        return self._event_id(row), int(self.observed[row])


class _Sorted:
    """What follows from the order of all rows, made when it is asked for."""

    def __init__(self, order: Rows, occurred: Times, observed: Times) -> None:
        self.order = order
        self.occurred = occurred[order]
        self.observed = observed[order]
        self.rank: Rows = np.empty(len(order), np.int32)
        self.rank[order] = np.arange(len(order), dtype=np.int32)


def ties_of(event_ids: Sequence[str], records: Sequence[bytes]) -> npt.NDArray[np.uint64]:
    """Give for each record a number that orders rows of one moment: from its id, or from the record if it has none."""
    heads = "".join([event_id[:_HEAD] for event_id in event_ids])
    if len(heads) == _HEAD * len(event_ids) and heads.isascii():
        return np.frombuffer(heads.encode(), ">u8").astype(np.uint64)
    return np.array([_tie(*pair) for pair in zip(event_ids, records, strict=True)], np.uint64)


def _tie(event_id: str, record: bytes) -> int:
    if event_id:
        head = event_id[:_HEAD].encode("utf-8", "surrogatepass")
        return int.from_bytes(head[:_HEAD].ljust(_HEAD, b"\0"), "big")
    return int.from_bytes(hashlib.blake2b(record, digest_size=_HEAD).digest(), "big")

"""The times of records that come in together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from trailhound.store.growable import Mask, Times


class Arrival(NamedTuple):
    """When a record happened and when it could be known; ``is_timed`` is False if nothing at all tells."""

    occurred: int
    observed: int
    is_time_known: bool
    is_timed: bool


class Arrivals(NamedTuple):
    """The arrivals of many records, as columns."""

    occurred: Times
    observed: Times
    is_time_known: Mask
    is_timed: Mask

    def at(self, place: int) -> Arrival:
        """Give the arrival of one record."""
        occurred, observed = self.occurred.item(place), self.observed.item(place)
        return Arrival(occurred, observed, self.is_time_known.item(place), self.is_timed.item(place))

    def only(self, places: Sequence[int]) -> Arrivals:
        """Give the arrivals of some of the records."""
        occurred, observed = self.occurred[places], self.observed[places]
        return Arrivals(occurred, observed, self.is_time_known[places], self.is_timed[places])


def arrivals_of(occurred_us: Sequence[int | None], observed_us: Sequence[int | None] | int | None) -> Arrivals:
    """Settle the times of records that were read together, in their order.

    A record without a usable time stands at the moment it was observed; if nobody wrote that down, at the time of the
    record before it, or else after it. A record without an observed time counts as observed when it occurred, and none
    is observed before it occurred, whatever the clocks said.
    """
    if observed_us is None or isinstance(observed_us, int):
        if None not in occurred_us:
            occurred = np.array(occurred_us, np.int64)
            observed = occurred if observed_us is None else np.maximum(occurred, observed_us)
            is_known = np.ones(len(occurred), np.bool_)
            return Arrivals(occurred, observed, is_known, is_known)
        observed_us = [observed_us] * len(occurred_us)
    neighbours = _neighbours(occurred_us)
    settled = [_arrival(*times) for times in zip(occurred_us, observed_us, neighbours, strict=True)]
    occurred, observed = (np.array([arrival[place] for arrival in settled], np.int64) for place in (0, 1))
    is_known, is_timed = (np.array([arrival[place] for arrival in settled], np.bool_) for place in (2, 3))
    return Arrivals(occurred, observed, is_known, is_timed)


def _arrival(occurred: int | None, observed: int | None, neighbour: int | None) -> Arrival:
    if occurred is not None:
        return Arrival(occurred, occurred if observed is None or observed < occurred else observed, True, True)
    happened = neighbour if observed is None else observed
    if happened is None:
        return Arrival(0, 0, is_time_known=False, is_timed=False)
    return Arrival(happened, happened, is_time_known=False, is_timed=True)


def _neighbours(times: Sequence[int | None]) -> Sequence[int | None]:
    """Give for each place the time before it, or at the start the first one that follows."""
    if None not in times:
        return times
    latest = next((time for time in times if time is not None), None)
    found = []
    for time in times:
        latest = latest if time is None else time
        found.append(latest)
    return found

"""The times of records that come in together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from trailhound.cloudtrail.row import Row


class Arrival(NamedTuple):
    """When a record happened and when it could be known; ``is_timed`` is False if nothing at all tells."""

    occurred: int
    observed: int
    is_time_known: bool
    is_timed: bool


def arrivals_of(rows: Sequence[Row], observed_us: Sequence[int | None] | int | None) -> list[Arrival]:
    """Settle the times of records that were read together, in their order.

    A record without a usable time stands at the moment it was observed; if nobody wrote that down, at the time of the
    record before it, or else after it. A record without an observed time counts as observed when it occurred, and none
    is observed before it occurred, whatever the clocks said.
    """
    observed = [observed_us] * len(rows) if observed_us is None or isinstance(observed_us, int) else observed_us
    neighbours = _neighbours([row.occurred_us for row in rows])
    return [_arrival(row.occurred_us, seen, near) for row, seen, near in zip(rows, observed, neighbours, strict=True)]


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

"""How far a session reaches, and which part of it is worth looking at first."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np

from trailhound.model.time_span import TimeSpan
from trailhound.session.loaded import Loaded
from trailhound.session.moments import micros, moment
from trailhound.store.store import Store

_SHORTEST = timedelta(minutes=1)
_HOLE = timedelta(hours=6)


def whole_span(loaded: Loaded) -> TimeSpan:
    """Give the span of all that is loaded: from the first occurrence to the last moment something came to be known."""
    starts: list[datetime] = []
    ends: list[datetime] = []
    happened, known = loaded.store.span, loaded.store.observed_span
    if happened is not None and known is not None:
        starts.append(happened.start_at)
        ends.append(known.end_at)
    for gauge in loaded.gauges.all():
        points, moments = gauge.points(), gauge.known_moments()
        if points:
            starts.append(points[0][0])
            ends.append(moments[-1])
    changes = [change.at for change in loaded.alarms.all_transitions()]
    starts += changes[:1]
    ends += changes[-1:]
    # What AWS says of an alarm at the end must be in reach, even if the history that led there is not loaded.
    described = loaded.alarms.described_since()
    ends += described[-1:]
    if not starts:
        starts = ends or [moment(0)]
        ends = ends or [moment(0)]
    return TimeSpan(min(starts), max(ends))


def dense_span(store: Store, whole: TimeSpan) -> TimeSpan:
    """Give the part of a session that is worth a bar: lone old records before a long silence are left out.

    A hole of more than six hours that is also longer than everything behind it parts old from new, as long as most
    records are behind it.
    """
    occurred = np.sort(store.occurred)
    if len(occurred) < 2:
        return whole
    gaps = np.diff(occurred)
    ends = micros(whole.end_at)
    start = 0
    for index in np.flatnonzero(gaps > _HOLE // timedelta(microseconds=1)).tolist():
        is_longer = gaps[index] > ends - occurred[index + 1]
        if is_longer and len(occurred) - index - 1 >= (index + 1 - start):
            start = index + 1
    if start == 0:
        return whole
    return TimeSpan(max(moment(int(occurred[start])), whole.start_at), whole.end_at)


def zoomed(span: TimeSpan, levels: int, around: datetime) -> TimeSpan:
    """Give the part of a span that is shown after so many halvings, with a moment kept in sight."""
    if levels <= 0:
        return span
    width = max(span.duration / 2**levels, min(_SHORTEST, span.duration))
    start_at = min(max(around - width / 2, span.start_at), span.end_at - width)
    return TimeSpan(start_at, start_at + width)

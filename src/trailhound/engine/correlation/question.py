"""What is asked, and all that the answer may rest on."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.change_point import ChangePoint, change_point
from trailhound.engine.correlation.graph import Graph
from trailhound.model.alarm import Alarm
from trailhound.model.answer import Subject
from trailhound.model.metric import Metric, Series
from trailhound.model.observation import MetricFilterDescribed
from trailhound.model.time_span import TimeSpan

SHORTEST_WINDOW = timedelta(minutes=60)
SLOW_WINDOW = timedelta(hours=24)
SLOW_NAMESPACES = frozenset({"AWS/Billing"})


@dataclass(frozen=True, slots=True)
class Question:
    """Which call moved the subject? Everything in it is weighed as it was known at ``as_of``.

    ``calls`` are all calls of the :func:`candidate_window`, reads included. ``history`` counts how often each caller
    made each call before that window, ``addresses`` are those the caller had used before it. ``peers`` are other series
    of the same time; ``logs`` are lines as (when, log group, message).
    """

    subject: Subject
    as_of: datetime
    series: Series | None = None
    alarm: Alarm | None = None
    calls: Sequence[Call] = ()
    history: Mapping[tuple[str, str], int] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)
    filters: Sequence[MetricFilterDescribed] = ()
    peers: Sequence[Series] = ()
    logs: Sequence[tuple[datetime, str, str]] = ()
    addresses: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def metric(self) -> Metric | None:
        """What moved, if it is a metric: the alarm's, else that of the series."""
        if self.alarm is not None and self.alarm.metric is not None:
            return self.alarm.metric
        return self.series.metric if self.series is not None else None

    @property
    def change(self) -> ChangePoint | None:
        """Where the series moved, as known at ``as_of``."""
        return moved(self.series, self.subject.at, self.as_of)


def moved(series: Series | None, near: datetime, as_of: datetime) -> ChangePoint | None:
    """Find where a series moved, as known at a moment; charges that add up over the month by what each period added."""
    if series is None:
        return None
    stretch = known(series, as_of)
    if series.metric.namespace not in SLOW_NAMESPACES:
        return change_point(stretch, near)
    steps = (None if a is None or b is None or b < a else b - a for a, b in itertools.pairwise(stretch.values))
    return change_point(Series(series.metric, stretch.start_at, (None, *steps) if stretch.values else ()), near)


def known(series: Series, as_of: datetime) -> Series:
    """Cut a series to the periods that were over at a moment."""
    count = max(0, (as_of - series.start_at) // series.metric.period)
    return Series(series.metric, series.start_at, series.values[:count]) if count < len(series.values) else series


def candidate_window(subject: Subject, series: Series | None, alarm: Alarm | None, as_of: datetime) -> TimeSpan:
    """Say which calls a question should bring, by when they occurred.

    From an hour, or three times what the alarm looks at if that is longer, before the metric moved, up to ``as_of``;
    a day before it for billing and for periods of a day.
    """
    change = moved(series, subject.at, as_of)
    period, window = alarm_window(series, alarm)
    metric = alarm.metric if alarm is not None and alarm.metric is not None else series.metric if series else None
    is_slow = period >= timedelta(hours=6) or (metric is not None and metric.namespace in SLOW_NAMESPACES)
    back = SLOW_WINDOW if is_slow else max(SHORTEST_WINDOW, 3 * window)
    moved_at = change.at if change is not None else subject.at - window
    return TimeSpan(moved_at - back, max(as_of, moved_at) + timedelta(microseconds=1))


def alarm_window(series: Series | None, alarm: Alarm | None) -> tuple[timedelta, timedelta]:
    """Give the length of one period, and of all that the alarm looks at."""
    period = timedelta(minutes=1)
    if alarm is not None and alarm.metric is not None:
        period = alarm.metric.period
    elif series is not None:
        period = series.metric.period
    return period, period * (alarm.evaluation_periods if alarm is not None else 1)

"""The metrics at a moment: sparklines worst first, what is usual, and which stepped."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from trailhound.engine.correlation.change_point import ChangePoint, change_point
from trailhound.model.alarm import AlarmState
from trailhound.model.answer import Subject, SubjectKind
from trailhound.model.metric import Metric, Series
from trailhound.session.alarm_board import AlarmBoard
from trailhound.session.gauges import Gauge, Gauges
from trailhound.session.sentences import measure_words
from trailhound.session.views import AlarmView, MetricView, Tick

USUAL_PERIODS = 180
FRESH_PERIODS = 5
REMARKABLE = 2.0
STEP_EVERY = 30
STEP_LOOKS_BACK = 150
MOST_LOOKS = 200
CLEAR_STEP = 12.0
"""How many times the usual noise a metric without an alarm must move before it is called a step: rarely wrong beats early."""

_SHORT = {
    "CPUUtilization": "CPU",
    "MemoryUtilization": "memory",
    "HTTPCode_Target_5XX_Count": "5xx count",
    "HTTPCode_ELB_5XX_Count": "5xx count",
    "HTTPCode_Target_4XX_Count": "4xx count",
    "RequestCount": "requests",
    "DatabaseConnections": "connections",
    "EstimatedCharges": "charges",
}

Ticks = Callable[[Gauge, datetime, datetime], tuple[Tick, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """A metric without an alarm that moved: which one, when, and how."""

    gauge: Gauge
    change: ChangePoint


class MetricBoard:
    """Answers about metrics at a moment."""

    def __init__(self, gauges: Gauges, alarms: AlarmBoard) -> None:
        self._gauges = gauges
        self._alarms = alarms
        self._usual: dict[tuple[Metric, int, datetime], float | None] = {}
        self._steps: dict[tuple[Metric, datetime], ChangePoint | None] = {}

    def forget(self) -> None:
        """Drop what was computed: more was loaded."""
        self._usual.clear()
        self._steps.clear()

    def views(self, as_of: datetime, periods: int, ticks: Ticks) -> tuple[MetricView, ...]:
        """Give a sparkline for every metric: those in alarm first, then those farthest from the usual."""
        watched = self._watched(as_of)
        views = [self.view(gauge, as_of, periods, ticks, watched) for gauge in self._gauges.all()]
        return tuple(sorted(views, key=_worst_first))

    def view(
        self,
        gauge: Gauge,
        as_of: datetime,
        periods: int,
        ticks: Ticks,
        watched: dict[Metric, AlarmView] | None = None,
    ) -> MetricView:
        """Give one sparkline with the threshold of the worst alarm on its metric."""
        alarm = (self._watched(as_of) if watched is None else watched).get(gauge.metric)
        series = gauge.series(as_of, periods)
        latest = gauge.latest(as_of)
        return MetricView(
            metric=gauge.metric,
            title=gauge.metric.subject,
            measure=measure(gauge.metric),
            series=series,
            unit=gauge.unit,
            latest=latest[1] if latest else None,
            factor=self.factor(gauge, as_of),
            threshold=alarm.alarm.threshold if alarm else None,
            is_above=not (alarm and alarm.alarm.comparison.startswith("Less")),
            alarm=alarm.alarm.name if alarm else "",
            state=alarm.state if alarm else None,
            ticks=ticks(gauge, series.start_at, as_of),
        )

    def factor(self, gauge: Gauge, as_of: datetime) -> float | None:
        """Give the latest value over the usual one; None if there is no fresh value or it is nothing remarkable."""
        latest = gauge.latest(as_of)
        if latest is None or as_of - latest[0] > gauge.metric.period * FRESH_PERIODS:
            return None
        usual = self.usual(gauge, as_of)
        if not usual:
            return None
        times = latest[1] / usual
        return times if math.isfinite(times) and (times >= REMARKABLE or 0 <= times <= 1 / REMARKABLE) else None

    def usual(self, gauge: Gauge, as_of: datetime) -> float | None:
        """Give the median before the latest stretch; None if too little is known."""
        end_at = gauge.floor(as_of)
        key = (gauge.metric, gauge.known_count(as_of), end_at)
        if key not in self._usual:
            values = [
                v for v in gauge.between(end_at - gauge.metric.period * USUAL_PERIODS, end_at, as_of).values if v is not None
            ]
            earlier = values[: -max(FRESH_PERIODS, len(values) // 4)]
            self._usual[key] = median(earlier) if len(earlier) >= FRESH_PERIODS else None
        return self._usual[key]

    def steps(self, as_of: datetime) -> list[Step]:
        """Give the steps of metrics that no alarm watches, as they could be seen up to a moment, oldest first."""
        watched = self._watched(as_of)
        found = [
            Step(gauge, change)
            for gauge in self._gauges.all()
            if gauge.metric not in watched
            for change in self._steps_of(gauge, as_of)
        ]
        return sorted(found, key=lambda step: (step.change.at, step.gauge.metric))

    def subject(self, step: Step) -> Subject:
        """Turn a step into something that can be asked about."""
        return Subject(SubjectKind.METRIC, self.name(step.gauge.metric), step.change.at)

    def name(self, metric: Metric) -> str:
        """Give the unique name of a metric: what is measured on what, made longer only if that is not unique."""
        short = _short_name(metric)
        if sum(_short_name(gauge.metric) == short for gauge in self._gauges.all()) <= 1:
            return short
        dimensions = " ".join(f"{name}={value}" for name, value in metric.dimensions)
        period = int(metric.period.total_seconds())
        return " ".join(filter(None, (short, metric.statistic, dimensions, f"{period}s", metric.region, metric.account)))

    def named(self, name: str) -> Gauge | None:
        """Find a metric by its unique name."""
        return next((gauge for gauge in self._gauges.all() if self.name(gauge.metric) == name), None)

    def _watched(self, as_of: datetime) -> dict[Metric, AlarmView]:
        found: dict[Metric, AlarmView] = {}
        for view in self._alarms.views(as_of):
            gauge = self._alarms.gauge(view.alarm)
            if gauge is not None:
                found.setdefault(gauge.metric, view)
        return found

    def _steps_of(self, gauge: Gauge, as_of: datetime) -> Iterable[ChangePoint]:
        """Look back from fixed moments, so that what was found does not depend on when somebody looked."""
        points, period = gauge.points(), gauge.metric.period
        if not points:
            return
        stride = period * STEP_EVERY
        looked_at = gauge.floor(points[0][0]) + stride
        looked_at += max((as_of - looked_at) // stride - MOST_LOOKS, 0) * stride
        last: datetime | None = None
        while looked_at <= as_of and looked_at <= points[-1][0] + stride:
            change = self._step_seen(gauge, looked_at)
            if change is not None and (last is None or change.at - last > stride):
                last = change.at
                yield change
            looked_at += stride

    def _step_seen(self, gauge: Gauge, looked_at: datetime) -> ChangePoint | None:
        key = (gauge.metric, looked_at)
        if key not in self._steps:
            series = gauge.stretch(looked_at - gauge.metric.period * STEP_LOOKS_BACK, looked_at, looked_at)
            self._steps[key] = _clear_step(series, looked_at)
        return self._steps[key]


def _clear_step(series: Series, looked_at: datetime) -> ChangePoint | None:
    present = sum(value is not None for value in series.values)
    if present < len(series.values) / 2 and present < STEP_EVERY:
        return None
    change = change_point(series, looked_at)
    if change is None or change.strength < CLEAR_STEP or looked_at - change.at > series.metric.period * STEP_EVERY:
        return None
    settled = [value for at, value in _points(series) if at >= change.at and value is not None]
    low, high = sorted((abs(change.before), abs(change.after)))
    return change if len(settled) >= 3 and high >= 3 * low else None


def _points(series: Series) -> Iterable[tuple[datetime, float | None]]:
    return ((series.at(index), value) for index, value in enumerate(series.values))


def _short_name(metric: Metric) -> str:
    return f"{metric.subject} {metric.name or metric.label}".strip()


def measure(metric: Metric) -> str:
    """Name what is measured as short as a sparkline needs it: ``CPU``, ``5xx count``, ``TargetResponseTime p99``."""
    name = _SHORT.get(metric.name, metric.name or measure_words(metric))
    return f"{name} {metric.statistic}" if metric.statistic.startswith(("p", "tm", "wm")) else name


def _worst_first(view: MetricView) -> tuple[bool, float, bool, str, str, Metric]:
    strangeness = abs(math.log(view.factor)) if view.factor else 0.0 if view.factor is None else 99.0
    return (
        view.state is not AlarmState.ALARM,
        -strangeness,
        view.state is not AlarmState.INSUFFICIENT_DATA,
        view.title,
        view.measure,
        view.metric,
    )

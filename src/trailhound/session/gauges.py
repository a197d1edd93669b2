"""What was measured: datapoints by metric, and what of them could be known at a moment."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from trailhound.model.metric import Datapoint, Metric, Series
from trailhound.model.time_span import TimeSpan
from trailhound.session.words import known_unit

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Gauge:
    """All datapoints of one metric. A period may have several values over time: the newest known one counts.

    Points may come in any order and repeatedly; what is read never depends on that order.
    """

    def __init__(self, metric: Metric, unit: str = "") -> None:
        self.metric = metric
        self._unit = unit
        self._points: set[tuple[datetime, datetime, float]] = set()
        self._sorted: list[tuple[datetime, datetime, float]] = []
        self._known: list[datetime] = []
        self._late: list[datetime] = []
        self._latest: tuple[tuple[int, datetime, int], Series] | None = None

    @property
    def unit(self) -> str:
        """CloudWatch's word for the unit: the one that was delivered, else the one AWS publishes this metric in."""
        return self._unit or known_unit(self.metric)

    def add(self, points: Iterable[Datapoint], unit: str = "") -> None:
        """Take more points."""
        self._points.update((point.at, point.known_at, point.value) for point in points)
        self._unit = max(self._unit, unit)
        self._sorted = []
        self._latest = None

    def points(self) -> list[tuple[datetime, datetime, float]]:
        """All points as (start of the period, known at, value), oldest first."""
        if len(self._sorted) != len(self._points):
            self._sorted = sorted(self._points)
            self._known = sorted(known for _, known, _ in self._sorted)
            period = self.metric.period
            self._late = sorted(known for at, known, _ in self._sorted if known > at + period)
        return self._sorted

    def known_count(self, as_of: datetime) -> int:
        """How many points were known at a moment: as long as this stays, nothing read here changes but the window."""
        self.points()
        return bisect.bisect_right(self._known, as_of)

    def late_count(self, as_of: datetime) -> int:
        """How many points had come later than the end of their period, up to a moment."""
        self.points()
        return bisect.bisect_right(self._late, as_of)

    def known_moments(self) -> list[datetime]:
        """When points became known, in order."""
        self.points()
        return self._known

    def span(self) -> TimeSpan | None:
        """From the first period to the end of the last one."""
        points = self.points()
        return TimeSpan(points[0][0], points[-1][0] + self.metric.period) if points else None

    def latest(self, as_of: datetime) -> tuple[datetime, float] | None:
        """Give the newest period with a value that was known at a moment."""
        points = self.points()
        index = bisect.bisect_right(points, (as_of, datetime.max.replace(tzinfo=UTC), 0.0))
        best: tuple[datetime, float] | None = None
        while index > 0:
            index -= 1
            at, known, value = points[index]
            if best is not None and at != best[0]:
                break
            if best is None and known <= as_of:
                best = (at, value)
        return best

    def series(self, as_of: datetime, periods: int) -> Series:
        """Give the last so many whole periods before a moment, as they were known then."""
        end_at = self.floor(as_of)
        key = (self.known_count(as_of), end_at, periods)
        if self._latest is None or self._latest[0] != key:
            start_at = end_at - self.metric.period * max(periods, 0)
            self._latest = (key, self.between(start_at, end_at, as_of))
        return self._latest[1]

    def between(self, start_at: datetime, end_at: datetime, as_of: datetime) -> Series:
        """Give a stretch as it was known at a moment; both ends are moved down to the start of a period."""
        period = self.metric.period
        first, last = self.floor(start_at), self.floor(end_at)
        values: list[float | None] = [None] * max((last - first) // period, 0)
        points = self.points()
        low = bisect.bisect_left(points, (first,))
        high = bisect.bisect_left(points, (last,))
        for at, known, value in points[low:high]:
            if known <= as_of:
                values[(at - first) // period] = value
        return Series(self.metric, first, tuple(values))

    def stretch(self, start_at: datetime, end_at: datetime, as_of: datetime) -> Series:
        """Give a stretch as it was known at a moment, without the time before the very first datapoint.

        What was not recorded yet is not silence.
        """
        points = self.points()
        return self.between(max(start_at, points[0][0]) if points else start_at, end_at, as_of)

    def judged(self, as_of: datetime) -> Series:
        """Give the whole series for judging an alarm at every minute up to a moment.

        Points that came on time are all in it, those that came late only if they had come by then.
        """
        points, period = self.points(), self.metric.period
        if not points:
            return Series(self.metric, as_of, ())
        first, last = self.floor(points[0][0]), self.floor(points[-1][0])
        values: list[float | None] = [None] * ((last - first) // period + 1)
        for at, known, value in points:
            if known <= at + period or known <= as_of:
                values[(at - first) // period] = value
        return Series(self.metric, first, tuple(values))

    def floor(self, moment: datetime) -> datetime:
        """Give the start of the period a moment lies in."""
        points, period = self.points(), self.metric.period
        return moment - (moment - (points[0][0] if points else _EPOCH)) % period


class Gauges:
    """All metrics of a session, found by what they measure."""

    def __init__(self) -> None:
        self._gauges: dict[Metric, Gauge] = {}

    def add(self, metric: Metric, points: Iterable[Datapoint], unit: str = "") -> None:
        """Take points of a metric."""
        key = _identity(metric)
        gauge = self._gauges.get(key)
        if gauge is None:
            gauge = self._gauges[key] = Gauge(metric)
        elif metric < gauge.metric:
            gauge.metric = metric
        gauge.add(points, unit)

    def all(self) -> list[Gauge]:
        """All gauges, in a fixed order."""
        return sorted(self._gauges.values(), key=lambda gauge: gauge.metric)

    def get(self, metric: Metric) -> Gauge | None:
        """Find the gauge of a metric a view was made of."""
        return self._gauges.get(_identity(metric)) or self.measuring(metric)

    def measuring(self, metric: Metric) -> Gauge | None:
        """Find the gauge that an alarm's metric means: same name and dimensions, the nearest statistic and period."""
        found = [
            gauge
            for gauge in self._gauges.values()
            if (gauge.metric.namespace, gauge.metric.name, gauge.metric.dimensions)
            == (metric.namespace, metric.name, metric.dimensions)
            and _agree(gauge.metric.region, metric.region)
            and _agree(gauge.metric.account, metric.account)
        ]

        def farness(gauge: Gauge) -> tuple[bool, bool, timedelta, Metric]:
            have = gauge.metric.period
            return (
                gauge.metric.statistic != metric.statistic,
                metric.period % have != timedelta(0),
                abs(have - metric.period),
                gauge.metric,
            )

        return min(found, key=farness, default=None)


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _identity(metric: Metric) -> Metric:
    if not metric.name:
        return metric
    return Metric(
        metric.namespace, metric.name, metric.dimensions, metric.statistic, metric.period, metric.account, metric.region
    )

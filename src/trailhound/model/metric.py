"""CloudWatch metrics and their datapoints."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Metric:
    """One time series of CloudWatch: what is measured, and with which statistic.

    ``dimensions`` are sorted by name. ``namespace`` and ``name`` are "" for a series that came without its query; then
    ``label`` is all that is known. ``period`` is the length of one datapoint.
    """

    namespace: str
    name: str
    dimensions: tuple[tuple[str, str], ...] = ()
    statistic: str = "Average"
    period: timedelta = timedelta(minutes=1)
    account: str = ""
    region: str = ""
    label: str = ""

    @property
    def subject(self) -> str:
        """The resource that is measured, in its shortest form: the last part of the last dimension, or the namespace."""
        if not self.dimensions:
            return self.namespace or self.label
        value = self.dimensions[-1][1] if len(self.dimensions) == 1 else self._leading_value()
        return (
            value.rsplit(":", 1)[-1].removeprefix("app/").removeprefix("net/").removeprefix("targetgroup/").split("/")[0] or value
        )

    def _leading_value(self) -> str:
        ranked = (
            "FunctionName",
            "DBInstanceIdentifier",
            "InstanceId",
            "ServiceName",
            "TableName",
            "QueueName",
            "ApiName",
            "Resource",
        )
        found = dict(self.dimensions)
        return next((found[name] for name in ranked if name in found), self.dimensions[0][1])


@dataclass(frozen=True, slots=True)
class Datapoint:
    """The value of one period. ``at`` is the start of the period; it can be known only when the period is over."""

    at: datetime
    value: float
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Series:
    """A regular stretch of a metric, oldest first; a period without data is ``None``, never filled in."""

    metric: Metric
    start_at: datetime
    values: tuple[float | None, ...] = field(default=())

    @property
    def end_at(self) -> datetime:
        """The end of the last period."""
        return self.start_at + self.metric.period * len(self.values)

    def at(self, index: int) -> datetime:
        """Give the start of a period."""
        return self.start_at + self.metric.period * index

"""Metrics: how a line is drawn, and the two files in which ``aws cloudwatch get-metric-data`` gives it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tools.sample_data.dice import Dice
from tools.sample_data.trail import write_json


@dataclass(frozen=True, slots=True)
class Line:
    """One metric over the window. ``values`` has one entry for each period, None where nothing was published."""

    region: str
    namespace: str
    name: str
    dimensions: tuple[tuple[str, str], ...]
    statistic: str
    period: int
    start_at: datetime
    values: tuple[float | None, ...]

    @property
    def length(self) -> timedelta:
        """How long one period is."""
        return timedelta(seconds=self.period)

    def at(self, index: int) -> datetime:
        """Give the start of a period."""
        return self.start_at + self.length * index

    def value_at(self, at: datetime) -> float | None:
        """Give the value of the period that starts at a moment; None outside the window and in gaps."""
        index = (at - self.start_at) // self.length
        return self.values[index] if 0 <= index < len(self.values) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The window that all lines of a story share."""

    dice: Dice
    start_at: datetime
    end_at: datetime

    def line(
        self,
        region: str,
        metric: str,
        dimensions: Sequence[tuple[str, str]],
        level: Callable[[datetime], float | None],
        *,
        statistic: str = "Average",
        period: int = 60,
        noise: float = 0.0,
        digits: int = 4,
    ) -> Line:
        """Draw one metric, named ``Namespace:Name``. Noise leaves the values given by ``level`` unbiased."""
        namespace, name = metric.rsplit(":", 1)
        values: list[float | None] = []
        at = self.start_at
        while at + timedelta(seconds=period) <= self.end_at:
            value = level(at)
            values.append(None if value is None else round(max(0.0, self.dice.wobble(value, noise)), digits))
            at += timedelta(seconds=period)
        return Line(region, namespace, name, tuple(dimensions), statistic, period, self.start_at, tuple(values))


def steps(usual: float, changes: Sequence[tuple[str, float]]) -> Callable[[datetime], float]:
    """Give a level that is usual until the first "HH:MM" and then keeps each value until the next one."""

    def level(at: datetime) -> float:
        clock = f"{at:%H:%M}"
        passed = [value for minute, value in changes if minute <= clock]
        return passed[-1] if passed else usual

    return level


def write_metrics(folder: Path, lines: Sequence[Line]) -> None:
    """Write queries and results, one pair of files for each Region, newest datapoint first as the CLI does."""
    regions: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        regions[line.region].append(line)
    for region, members in sorted(regions.items()):
        queries = [_query(number, line) for number, line in enumerate(members, 1)]
        results = [_result(number, line) for number, line in enumerate(members, 1)]
        write_json(folder / "cloudwatch" / region / "metric-data-queries.json", queries)
        write_json(folder / "cloudwatch" / region / "get-metric-data.json", {"MetricDataResults": results, "Messages": []})


def _query(number: int, line: Line) -> dict[str, Any]:
    dimensions = [{"Name": name, "Value": value} for name, value in line.dimensions]
    metric = {"Namespace": line.namespace, "MetricName": line.name, "Dimensions": dimensions}
    stat = {"Metric": metric, "Period": line.period, "Stat": line.statistic}
    return {"Id": f"m{number}", "MetricStat": stat, "ReturnData": True}


def _result(number: int, line: Line) -> dict[str, Any]:
    points = [(line.at(index), value) for index, value in enumerate(line.values) if value is not None]
    points.reverse()
    return {
        "Id": f"m{number}",
        "Label": line.name,
        "Timestamps": [at.isoformat() for at, _ in points],
        "Values": [value for _, value in points],
        "StatusCode": "Complete",
    }

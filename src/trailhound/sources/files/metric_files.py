"""Metrics as the AWS command line prints them, and the queries that give their names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise, takewhile
from typing import Any

import msgspec

from trailhound.cloudtrail.moment import read_moment
from trailhound.cloudtrail.odd import inner, text_of
from trailhound.model.metric import Datapoint, Metric
from trailhound.model.observation import MetricPoints, Observation
from trailhound.sources.files.place import Place

_MINUTE = timedelta(minutes=1)
_LONGEST = timedelta(days=1)
STATISTICS = ("Average", "Sum", "Minimum", "Maximum", "SampleCount")


@dataclass(frozen=True, slots=True)
class Questions:
    """The queries of one file by their Id."""

    place: Place
    queries: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Answers:
    """The results of one file; they wait until every file of queries was seen."""

    place: Place
    results: Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class Pairs:
    """Brings results and queries together: those of the same folder, else of the nearest folder above."""

    questions: list[Questions] = field(default_factory=list)
    answers: list[Answers] = field(default_factory=list)

    def observe(self) -> Iterator[Observation]:
        """Yield the series of every result that was put by, in the order in which they were read."""
        for answer in self.answers:
            found = self._best(answer)
            yield from _series(answer, found.queries if found else {})

    def _best(self, answer: Answers) -> Questions | None:
        wanted = {text_of(result.get("Id")) for result in answer.results}
        folder = answer.place.folder
        while True:
            near = [questions for questions in self.questions if questions.place.folder == folder]
            fitting = [questions for questions in near if wanted & questions.queries.keys()]
            if fitting:
                return max(fitting, key=lambda questions: _fit(questions, wanted, answer))
            above = os.path.dirname(folder)  # noqa: PTH120  # text in, text out, "" at the end
            if above == folder or not above:
                return None
            folder = above


def _fit(questions: Questions, wanted: set[str], answer: Answers) -> tuple[int, int]:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(questions.place.stem, answer.place.stem, strict=False))
    return len(wanted & questions.queries.keys()), sum(1 for _ in alike)


def read_questions(queries: object, place: Place) -> Questions | None:
    """Read a list of metric data queries; None if it is none."""
    if not isinstance(queries, list):
        return None
    found = {text_of(query["Id"]): query for query in queries if isinstance(query, dict) and is_query(query)}
    return Questions(place, found) if found else None


def is_query(query: Mapping[str, Any]) -> bool:
    """Say whether an object is a metric data query."""
    return "Id" in query and ("MetricStat" in query or "Expression" in query)


def read_metric_data(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation | Answers]:
    """Read what ``aws cloudwatch get-metric-data`` prints."""
    results = msgspec.json.decode(members["MetricDataResults"])
    yield Answers(place, [result for result in results if isinstance(result, dict)])


def read_metric_statistics(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read what ``aws cloudwatch get-metric-statistics`` prints: each statistic in it becomes a series."""
    points = msgspec.json.decode(members["Datapoints"])
    label = text_of(msgspec.json.decode(members["Label"])) if "Label" in members else place.stem
    columns: dict[str, list[tuple[datetime, float]]] = {}
    unit = ""
    for point in points if isinstance(points, list) else []:
        at = read_moment(point.get("Timestamp")) if isinstance(point, dict) else None
        if at is None:
            continue
        unit = text_of(point.get("Unit")) or unit
        values = {**{name: point.get(name) for name in STATISTICS}, **inner(point, "ExtendedStatistics")}
        for statistic, value in values.items():
            if is_number(value):
                columns.setdefault(statistic, []).append((at, float(value)))
    for statistic, found in columns.items():
        metric = Metric("", "", (), statistic, _spacing(found), region=place.region, label=label)
        yield _points(metric, found, place, "" if unit == "None" else unit)
    if not columns and points:
        yield place.not_understood("its datapoints have no Timestamp or no statistic")


def is_number(value: object) -> bool:
    """Say whether a value is a number one can draw: no text, no true or false, not NaN."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value and abs(value) != float("inf")


def series_of(points: list[tuple[datetime, float]], label: str, place: Place) -> MetricPoints:
    """Give a nameless series, its period by the usual distance of its points."""
    metric = Metric("", "", (), "Average", _spacing(points), region=place.region, label=label)
    return _points(metric, points, place, "")


def _series(answer: Answers, queries: Mapping[str, Mapping[str, Any]]) -> Iterator[Observation]:
    labels: dict[str, set[str]] = {}
    for result in answer.results:
        labels.setdefault(text_of(result.get("Id")), set()).add(text_of(result.get("Label")))
    for position, result in enumerate(answer.results, 1):
        place = answer.place.at(position)
        identifier, label = text_of(result.get("Id")), text_of(result.get("Label"))
        points = _read_points(result)
        if points:
            metric = _metric(queries.get(identifier), label or identifier, points, place, is_one=len(labels[identifier]) == 1)
            yield _points(metric, points, place, "")
        status = text_of(result.get("StatusCode"))
        if status not in {"", "Complete"}:
            yield place.not_understood(f"the reply for {identifier} is not whole: AWS says {status}; ask again for the rest")


def _read_points(result: Mapping[str, Any]) -> list[tuple[datetime, float]]:
    stamps, values = result.get("Timestamps"), result.get("Values")
    if not isinstance(stamps, list) or not isinstance(values, list):
        return []
    pairs = zip(map(read_moment, stamps), values, strict=False)
    return [(at, float(value)) for at, value in pairs if at is not None and is_number(value)]


def _metric(
    query: Mapping[str, Any] | None, label: str, points: list[tuple[datetime, float]], place: Place, *, is_one: bool
) -> Metric:
    """Name a series by its query; one that comes of an expression, or is one of several, by its label."""
    asked = inner(query or {}, "MetricStat")
    metric = inner(asked, "Metric")
    period = period_of(asked.get("Period") or (query or {}).get("Period")) or _spacing(points)
    if not metric:
        return Metric("", "", (), "Average", period, text_of((query or {}).get("AccountId")), place.region, label)
    return Metric(
        namespace=text_of(metric.get("Namespace")),
        name=text_of(metric.get("MetricName")),
        dimensions=read_dimensions(metric.get("Dimensions")),
        statistic=text_of(asked.get("Stat")) or "Average",
        period=period,
        account=text_of((query or {}).get("AccountId")),
        region=place.region,
        label="" if is_one else label,
    )


def read_dimensions(value: object) -> tuple[tuple[str, str], ...]:
    """Read a list of ``{Name, Value}``, sorted by name."""
    items = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    return tuple(sorted((text_of(item.get("Name")), text_of(item.get("Value"))) for item in items))


def period_of(value: object) -> timedelta | None:
    """Read a period in seconds; None if it is none."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _LONGEST.total_seconds() * 30:
        return timedelta(seconds=value)
    return None


def _spacing(points: list[tuple[datetime, float]]) -> timedelta:
    """The commonest distance between neighbours, or a minute where there are none."""
    moments = sorted({at for at, _ in points})
    gaps = Counter(later - earlier for earlier, later in pairwise(moments))
    if not gaps:
        return _MINUTE
    most = max(gaps.values())
    return min(_LONGEST, *(gap for gap, count in gaps.items() if count == most))


def _points(metric: Metric, points: list[tuple[datetime, float]], place: Place, unit: str) -> MetricPoints:
    known = tuple(Datapoint(at, value, at + metric.period) for at, value in points)
    return MetricPoints(metric, known, place.origin, unit)

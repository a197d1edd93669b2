"""Metrics as the command line prints them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from trailhound.model.metric import Metric
from trailhound.model.observation import MetricPoints

Observe = Callable[..., Any]
Write = Callable[[str, Any], Path]
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def query(identifier: str, name: str, period: int = 60) -> dict[str, Any]:
    metric = {
        "Namespace": "AWS/EC2",
        "MetricName": name,
        "Dimensions": [{"Name": "B", "Value": "2"}, {"Name": "A", "Value": "1"}],
    }
    return {"Id": identifier, "MetricStat": {"Metric": metric, "Period": period, "Stat": "Maximum"}}


def result(identifier: str, label: str, *values: float, status: str = "Complete", step: int = 60) -> dict[str, Any]:
    stamps = [(NOON - timedelta(seconds=step * index)).isoformat() for index in range(len(values))]
    return {"Id": identifier, "Label": label, "Timestamps": stamps, "Values": list(values), "StatusCode": status}


def test_results_get_the_names_of_their_queries_and_points_are_known_at_the_end_of_their_period(
    observe: Observe, write: Write, tmp_path: Path
) -> None:
    write("eu-west-1/get-metric-data.json", {"MetricDataResults": [result("m0", "CPU", 2.0, 1.0, step=300)], "Messages": []})
    write("eu-west-1/queries.json", [query("m0", "CPUUtilization", 300)])

    (series,) = observe(tmp_path).rest

    assert series.metric == Metric(
        "AWS/EC2", "CPUUtilization", (("A", "1"), ("B", "2")), "Maximum", timedelta(minutes=5), region="eu-west-1"
    )
    assert [(point.at, point.value, point.known_at - point.at) for point in series.points] == [
        (NOON, 2.0, timedelta(minutes=5)),
        (NOON - timedelta(minutes=5), 1.0, timedelta(minutes=5)),
    ]


def test_queries_of_the_nearest_folder_win(observe: Observe, write: Write, tmp_path: Path) -> None:
    write("queries.json", {"MetricDataQueries": [query("m0", "Far")]})
    write("near/queries.json", [query("m0", "Near")])
    write("near/data.json", {"MetricDataResults": [result("m0", "x", 1.0)]})
    write("other/data.json", {"MetricDataResults": [result("m0", "x", 1.0)]})

    assert [item.metric.name for item in observe(tmp_path).rest] == ["Near", "Far"]


def test_results_without_queries_are_named_by_their_label(observe: Observe, write: Write) -> None:
    (series,) = observe(write("data.json", {"MetricDataResults": [result("m0", "5xx %", 1.0, 2.0)]})).rest

    assert (series.metric.namespace, series.metric.name, series.metric.label) == ("", "", "5xx %")


def test_an_id_that_repeats_is_several_series(observe: Observe, write: Write) -> None:
    results = [result("q1", "i-0aa", 1.0), result("q1", "i-0bb", 2.0)]

    seen = observe(write("data.json", {"MetricDataResults": results}))

    assert [item.metric.label for item in seen.rest] == ["i-0aa", "i-0bb"]


def test_a_partial_reply_is_shown_and_said(observe: Observe, write: Write) -> None:
    seen = observe(write("data.json", {"MetricDataResults": [result("m0", "x", 1.0, status="PartialData"), result("e1", "y")]}))

    assert len(seen.rest) == 1
    assert [(complaint.origin.position, "PartialData" in complaint.reason) for complaint in seen.complaints] == [(1, True)]


def test_each_statistic_of_get_metric_statistics_is_a_series(observe: Observe, write: Write) -> None:
    points = [
        {"Timestamp": "2026-01-05T12:01:00Z", "Average": 2.0, "Maximum": 3, "Unit": "Percent"},
        {"Timestamp": "2026-01-05T12:00:00Z", "Average": 1.0, "ExtendedStatistics": {"p99": 9.5}, "Unit": "Percent"},
        {"Timestamp": "never", "Average": 5.0},
    ]

    seen = observe(write("statistics.json", {"Label": "CPUUtilization", "Datapoints": points}))

    found = {
        item.metric.statistic: [point.value for point in item.points] for item in seen.rest if isinstance(item, MetricPoints)
    }
    assert found == {"Average": [2.0, 1.0], "Maximum": [3.0], "p99": [9.5]}
    assert {item.metric.label for item in seen.rest} == {"CPUUtilization"}
    assert {item.unit for item in seen.rest} == {"Percent"}
    assert seen.rest[0].metric.period == MINUTE


def test_odd_values_do_not_lose_the_others(observe: Observe, write: Write) -> None:
    odd = {
        "Id": "m0",
        "Label": "x",
        "Timestamps": ["2026-01-05T12:00:00Z", None, 7.5, "2026-01-05T12:03:00Z"],
        "Values": [1, 2, "x", "NaN"],
    }

    seen = observe(write("data.json", {"MetricDataResults": [odd, 3, {"Id": "m1"}]}))

    assert [[point.value for point in item.points] for item in seen.rest] == [[1.0]]

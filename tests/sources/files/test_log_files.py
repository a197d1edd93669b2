"""Log events and metric filters."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from trailhound.model.observation import LogLines, MetricFilterDescribed, Records

Observe = Callable[..., Any]
Write = Callable[[str, Any], Path]
AT = 1783236045433


def line(message: str, at: int = AT, seen_at: int = AT + 1000) -> dict[str, Any]:
    return {"logStreamName": "s-1", "timestamp": at, "message": message, "ingestionTime": seen_at, "eventId": "1"}


def test_log_events_are_lines_of_the_group_that_names_the_file(observe: Observe, write: Write) -> None:
    (lines,) = observe(write("r/__app__catalog.json", {"events": [line("hello"), line('{"level": "INFO"}')]})).rest

    assert isinstance(lines, LogLines)
    assert lines.group == "/app/catalog"
    assert lines.lines[0] == (datetime(2026, 7, 5, 7, 20, 45, 433000, tzinfo=UTC), "s-1", "hello")
    assert len(lines.lines) == 2


def test_messages_that_are_records_become_records_observed_at_ingestion(
    observe: Observe, write: Write, event: Callable[..., dict[str, Any]]
) -> None:
    messages = [json.dumps(event(number)) for number in range(3)]
    events = [line(messages[0]), line(messages[1]), line("text"), line(messages[2], seen_at=AT + 9000)]

    seen = observe(write("trail.json", {"events": events}))

    found = [(len(item.records), item.origin.position, item.observed_at) for item in seen.all if isinstance(item, Records)]
    first, second = (datetime(2026, 7, 5, 7, 20, second, 433000, tzinfo=UTC) for second in (46, 54))
    assert found == [(2, 1, first), (1, 4, second)]
    assert len(seen.rest) == 1


def test_a_log_event_without_time_is_named(observe: Observe, write: Write) -> None:
    seen = observe(write("logs.json", {"events": [{"message": "x"}, 3]}))

    assert [complaint.origin.position for complaint in seen.complaints] == [1, 2]


def test_a_metric_filter_says_what_it_feeds(observe: Observe, write: Write) -> None:
    feeds = [{"metricNamespace": "Trail", "metricName": "Denied", "metricValue": "1"}, "odd"]
    good = {
        "filterName": "denied",
        "logGroupName": "trail",
        "filterPattern": "{ $.errorCode = * }",
        "metricTransformations": feeds,
    }

    seen = observe(write("filters.json", {"metricFilters": [good, {"filterName": "empty"}]}))

    (described,) = seen.rest
    assert isinstance(described, MetricFilterDescribed)
    assert (described.name, described.group, described.pattern) == ("denied", "trail", "{ $.errorCode = * }")
    assert described.metrics == (("Trail", "Denied"),)
    assert seen.reasons == ["a metric filter without filterPattern"]

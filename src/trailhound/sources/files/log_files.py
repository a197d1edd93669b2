"""CloudWatch Logs as the AWS command line prints them: log events and metric filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

import msgspec

from trailhound.cloudtrail.moment import read_moment
from trailhound.cloudtrail.odd import text_of
from trailhound.model.observation import LogLines, MetricFilterDescribed, Observation, Records
from trailhound.sources.files.place import Place
from trailhound.sources.files.trail_logs import is_record

BATCH = 5000
"""Log lines in one observation."""


def read_log_events(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read what ``aws logs filter-log-events`` or ``get-log-events`` prints.

    A message that is a CloudTrail record becomes a record, observed when it was ingested; any other is a log line.
    """
    events = msgspec.json.decode(members["events"])
    trail: list[tuple[int, datetime | None, bytes]] = []
    lines: list[tuple[datetime, str, str]] = []
    for position, event in enumerate(events if isinstance(events, list) else [], 1):
        at = read_moment(event.get("timestamp")) if isinstance(event, dict) else None
        if at is None or not isinstance(event, dict):
            yield place.at(position).not_understood("a log event without a timestamp")
            continue
        message = text_of(event.get("message"))
        record = message.strip().encode("utf-8", "replace")
        if record.startswith(b"{") and is_record(record):
            trail.append((position, read_moment(event.get("ingestionTime")), record))
        else:
            lines.append((at, text_of(event.get("logStreamName")), message))
    yield from _records(trail, place)
    for start in range(0, len(lines), BATCH):
        yield LogLines(place.log_group, tuple(lines[start : start + BATCH]), place.origin)


def _records(trail: list[tuple[int, datetime | None, bytes]], place: Place) -> Iterator[Observation]:
    """Put neighbours that were ingested together into one observation."""
    for (_, ingested_at), group in groupby(enumerate(trail), key=lambda pair: (pair[1][0] - pair[0], pair[1][1])):
        together = [entry for _, entry in group]
        yield Records(tuple(record for _, _, record in together), place.at(together[0][0]).origin, ingested_at)


def read_metric_filters(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read what ``aws logs describe-metric-filters`` prints."""
    filters = msgspec.json.decode(members["metricFilters"])
    for position, entry in enumerate(filters if isinstance(filters, list) else [], 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("filterPattern"), str):
            yield place.at(position).not_understood("a metric filter without filterPattern")
            continue
        yield MetricFilterDescribed(
            name=text_of(entry.get("filterName")),
            group=text_of(entry.get("logGroupName")),
            pattern=entry["filterPattern"],
            metrics=tuple(_fed(entry.get("metricTransformations"))),
            origin=place.at(position).origin,
        )


def _fed(transformations: object) -> Iterator[tuple[str, str]]:
    for change in transformations if isinstance(transformations, list) else []:
        if isinstance(change, dict):
            fed: dict[str, Any] = change
            yield text_of(fed.get("metricNamespace")), text_of(fed.get("metricName"))

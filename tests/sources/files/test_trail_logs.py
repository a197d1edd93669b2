"""CloudTrail records in their wrappings."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from trailhound.model.observation import Records
from trailhound.sources.files import trail_logs
from trailhound.sources.files.trail_logs import is_record

Observe = Callable[..., Any]
Write = Callable[[str, Any], Path]
Event = Callable[..., dict[str, Any]]
NAME = "111122223333_CloudTrail_eu-west-1_20260705T1405Z_AbCdEf.json.gz"


def test_records_come_out_byte_for_byte_and_with_their_number(
    observe: Observe, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail_logs, "BATCH", 2)
    raw = [b'{"eventName" : "A"}', b'{"eventName":"\\u00e9"}', b"3"]

    seen = observe(write("log.json", b'{"Records":[' + b" , ".join(raw) + b"]}"))

    assert seen.records == raw
    assert [item.origin.position for item in seen.all if isinstance(item, Records)] == [1, 3]


def test_a_delivered_file_was_observed_at_the_minute_in_its_name(observe: Observe, write: Write, event: Event) -> None:
    seen = observe(write(NAME, gzip.compress(json.dumps({"Records": [event(1), event(3)]}).encode())))

    assert [item.observed_at for item in seen.all if isinstance(item, Records)] == [datetime(2026, 7, 5, 14, 5, tzinfo=UTC)]


def test_a_file_was_not_observed_before_its_newest_event(observe: Observe, write: Write, event: Event) -> None:
    late = event(1, eventTime="2026-07-05T14:09:30Z")

    seen = observe(write(NAME, {"Records": [event(1), late, {"eventTime": 7}]}))

    assert [item.observed_at for item in seen.all if isinstance(item, Records)] == [datetime(2026, 7, 5, 14, 9, 30, tzinfo=UTC)]


def test_a_file_without_a_minute_in_its_name_does_not_say(observe: Observe, write: Write, event: Event) -> None:
    seen = observe(write("log.json", {"Records": [event(1)]}))

    assert [item.observed_at for item in seen.all if isinstance(item, Records)] == [None]


def shapes(event: Event) -> dict[str, Any]:
    record = event(1)
    text = json.dumps(record)
    item = {"EventId": "e-1", "EventTime": "2026-07-05 14:01:00+00:00", "CloudTrailEvent": text}
    bus = {"version": "0", "detail-type": "AWS API Call via CloudTrail", "source": "aws.s3", "detail": record}
    lake = [[{"eventName": "PutObject"}, {"eventTime": "2026-07-05"}, {"eventSource": "s3.amazonaws.com"}]]
    return {
        "log file": {"Records": [record]},
        "array": [record],
        "one record": record,
        "lines": (text + "\n").encode() * 2,
        "lookup events": {"Events": [item], "NextToken": "x"},
        "lookup lines": (json.dumps(item) + "\n" + json.dumps(item)).encode(),
        "bus event": bus,
        "bus events": [bus, bus],
        "bus lines": (json.dumps(bus) + "\n" + json.dumps(bus)).encode(),
        "lake page": {"QueryResultRows": lake, "QueryStatus": "FINISHED"},
        "lake event json": {"QueryResultRows": [[{"eventJson": text}]]},
        "lake rows": [{"eventJson": text}],
        "pretty printed": json.dumps({"Records": [record]}, indent=2).encode(),
        "joined pages": (json.dumps({"Events": [item]}, indent=1) * 2).encode(),
        "lower case": [{key.lower(): value for key, value in record.items()}],
    }


def test_every_wrapping_gives_records_and_no_complaint(observe: Observe, write: Write, event: Event) -> None:
    for name, content in shapes(event).items():
        seen = observe(write(f"{name}.txt", content))

        assert seen.records, name
        assert not seen.complaints, name


def test_events_that_are_none_of_cloudtrail_are_named(observe: Observe, write: Write) -> None:
    seen = observe(write("stack.json", {"Events": [{"ResourceStatus": "CREATE_COMPLETE"}]}))

    assert seen.reasons == ['"Events" holds no CloudTrail event']


def test_a_lake_row_without_the_needed_columns_is_named(observe: Observe, write: Write) -> None:
    seen = observe(write("rows.json", {"QueryResultRows": [[{"count": "3"}]]}))

    assert [(complaint.origin.position, complaint.reason[:18]) for complaint in seen.complaints] == [(1, "a query result row")]


@pytest.mark.parametrize(
    "document", [b"{}", b"[]", b"{", b'{"detail": 3}', b'{"detail": {"state": "running"}}', b'{"eventName": "x"}']
)
def test_other_json_is_no_record(document: bytes) -> None:
    assert not is_record(document)

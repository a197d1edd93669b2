"""The row of a record that was opened as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from trailhound.cloudtrail.document import row_of_document
from trailhound.cloudtrail.row import READ, UNKNOWN, WRITE

Make = Callable[..., dict[str, Any]]


def test_values_of_any_type_become_text(make_record: Make) -> None:
    row = row_of_document(make_record(awsRegion=7, userAgent=["a"], errorCode={"code": 1}, readOnly="FALSE"))

    assert (row.region, row.agent, row.error, row.kind) == ("7", '["a"]', '{"code":1}', WRITE)


@pytest.mark.parametrize("event_type", ["AwsCloudTrailInsight", "AwsAggregatedEvent"])
def test_a_summary_reads_and_is_named_by_its_type_if_by_nothing_else(make_record: Make, event_type: str) -> None:
    row = row_of_document(make_record(eventType=event_type, eventName=..., readOnly=...))

    assert (row.name, row.kind, row.is_understood) == (event_type, READ, True)


def test_a_document_that_is_no_record_is_said_not_to_be_understood() -> None:
    row = row_of_document({"userIdentity": {"type": "Root"}})

    assert (row.is_understood, row.actor, row.who) == (False, UNKNOWN, "root")

"""Knowing documents by what they hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trailhound.sources.files.documents import MOST_COMPLAINTS

Observe = Callable[..., Any]
Write = Callable[[str, Any], Path]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({"class": 1, "family": 2}, "JSON of no known kind, with the keys class, family"),
        ({str(number): 1 for number in range(9)}, "with the keys 0, 1, 2, 3, 4, 5 and 3 more"),
        ({"\x1b[31mred": 1}, "with the keys \\x1b[31mred"),
        ({"events": 750, "class": "x"}, "JSON of no known kind, with the keys events, class"),
        ({}, "an empty JSON object"),
        ([], "an empty list"),
        (["a"], "is JSON, but a text and no object"),
        ({"Metrics": []}, "list-metrics"),
        ({"DashboardBody": "{}"}, "get-dashboard"),
        ({"digestStartTime": "x", "logFiles": []}, "a CloudTrail digest"),
        ({"MetricDataQueries": [{"Id": "m"}]}, "no query with an Id"),
    ],
)
def test_what_can_t_be_used_is_named_by_what_it_is(observe: Observe, write: Write, document: object, reason: str) -> None:
    seen = observe(write("a.json", document))

    assert len(seen.complaints) == 1
    assert reason in seen.reasons[0]
    assert not seen.rest


def test_bad_lines_among_good_ones_are_listed_with_their_number(
    observe: Observe, write: Write, event: Callable[..., dict[str, Any]]
) -> None:
    lines = [json.dumps(event(1)), "{broken}", "", json.dumps(event(2)), "plain text", json.dumps(event(3))]

    seen = observe(write("a.jsonl", "\n".join(lines).encode()))

    assert len(seen.records) == 3
    assert [complaint.origin.position for complaint in seen.complaints] == [2, 5]
    assert all("not valid JSON" in reason for reason in seen.reasons)


def test_many_bad_lines_become_a_number(observe: Observe, write: Write, event: Callable[..., dict[str, Any]]) -> None:
    lines = [json.dumps(event(number)) for number in range(60)] + ["{}"] * (MOST_COMPLAINTS + 10)

    seen = observe(write("a.jsonl", "\n".join(lines).encode()))

    assert len(seen.complaints) == MOST_COMPLAINTS + 1
    assert seen.reasons[-1] == "10 more entries are not understood"


def test_a_file_of_strangers_is_one_line(observe: Observe, write: Write) -> None:
    seen = observe(write("a.jsonl", b'{"a":1}\n' * 500))

    assert seen.reasons == ["none of its 500 entries is understood; the first: JSON of no known kind, with the keys a"]

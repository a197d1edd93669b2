"""JSON filter patterns that watch CloudTrail are matched; what is not read is refused."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.engine.correlation.filter_match import FilterNotUnderstood, compile_pattern

SHARED = Path(os.environ.get("TRAILHOUND_SHARED", Path(__file__).parents[4] / "shared"))
VECTORS = SHARED / "conformance" / "filter-patterns.jsonl"
RECORD: dict[str, Any] = {
    "eventName": "ConsoleLogin",
    "eventSource": "signin.amazonaws.com",
    "errorMessage": "Failed authentication",
    "responseElements": {"ConsoleLogin": "Failure", "count": 3, "ok": False, "none": None},
    "list": [{"id": "a"}, {"id": "b"}],
    "odd key": 1,
}


@pytest.mark.parametrize(
    "pattern",
    [
        '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
        "{ $.eventName = Create* || $.eventName = Console* }",
        '{ ($.eventName = "X") || (($.eventSource = "signin*") && ($.errorCode NOT EXISTS)) }',
        "{ $.responseElements.count >= 3 }",
        "{ $.responseElements.count != 4 }",
        "{ $.responseElements.ok IS FALSE }",
        "{ $.responseElements.none IS NULL }",
        '{ $.list[1].id = "b" }',
        "{ $.eventName EXISTS }",
        "{ $['odd key'] = 1 }",
    ],
)
def test_patterns_that_match(pattern: str) -> None:
    assert compile_pattern(pattern)(RECORD)


@pytest.mark.parametrize(
    "pattern",
    [
        "{ $.eventName = consolelogin }",
        "{ $.missing != 4 }",
        "{ $.eventName EXISTS && $.errorCode EXISTS }",
        "{ $.responseElements.count > 3 }",
        "{ $.eventName > 3 }",
        "{ $.list[7].id = * }",
        "{ $.missing IS NULL }",
    ],
)
def test_patterns_that_do_not_match(pattern: str) -> None:
    assert not compile_pattern(pattern)(RECORD)


def test_and_binds_stronger_than_or() -> None:
    matches = compile_pattern("{ $.a = 1 || $.b = 1 && $.c = 1 }")

    assert matches({"a": 1})
    assert not matches({"b": 1})


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "ERROR",
        "[ip, user, ...]",
        "{ }",
        "{ $.a = %x% }",
        "{ $.a[*] = 1 }",
        "{ ($.a = 1 }",
        "{ $.a = 1 ) }",
        "{ $.a IS 7 }",
        "{ a = 1 }",
    ],
)
def test_what_is_not_read_is_refused(pattern: str) -> None:
    with pytest.raises(FilterNotUnderstood):
        compile_pattern(pattern)


def test_the_shared_table_agrees_wherever_the_pattern_is_read(record_property: Callable[[str, object], None]) -> None:
    if not VECTORS.is_file():
        pytest.skip(f"no shared table at {VECTORS}")
    rows = [json.loads(line) for line in VECTORS.read_text(encoding="utf-8").splitlines()]
    asked = [row for row in rows if is_about_json(row)]

    answers = {row["id"]: matched(row) for row in asked}

    read = [row for row in asked if answers[row["id"]] is not None]
    record_property("read", len(read))
    record_property("refused", len(asked) - len(read))
    assert read
    assert [row["id"] for row in read if answers[row["id"]] is not row["expect"]] == []


def is_about_json(row: dict[str, Any]) -> bool:
    """Say whether a row asks if a JSON pattern matches a JSON object."""
    if not str(row.get("pattern", "")).strip().startswith("{") or not isinstance(row.get("expect"), bool):
        return False
    try:
        return isinstance(json.loads(row["message"]), dict)
    except ValueError:
        return False


def matched(row: dict[str, Any]) -> bool | None:
    """Match a row; None if its pattern is refused."""
    try:
        return compile_pattern(row["pattern"])(json.loads(row["message"]))
    except FilterNotUnderstood:
        return None


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="{}()$.=!<>&|\"* abISNOTEX'[]01", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        matches = compile_pattern("{" + text + "}")
    except FilterNotUnderstood:
        return

    assert matches(RECORD) in (True, False)

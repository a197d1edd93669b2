"""The JSON report, held against the page that promises it."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from trailhound import cli

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "scan-json.md"
STATES = {"OK", "ALARM", "INSUFFICIENT_DATA"}
LISTS_AND_OBJECTS = {"list", "object"}


def promised() -> dict[str, str]:
    """Give the type of every path on the page."""
    rows = re.findall(r"^\| `([\w.\[\]]+)` \| ([^|]+?) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return dict(rows)


def paths_in(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Give every value of a document with its path, in the notation of the page."""
    if isinstance(value, dict):
        for name, inner in value.items():
            below = f"{path}.{name}" if path else name
            yield below, inner
            yield from paths_in(inner, below)
    elif isinstance(value, list):
        for inner in value:
            if not isinstance(inner, dict):
                yield f"{path}[]", inner
            yield from paths_in(inner, f"{path}[]")


def is_a(value: Any, wanted: str) -> bool:
    return any(_is_one(value, part.strip()) for part in re.split(r" or |, ", wanted))


def _is_one(value: Any, kind: str) -> bool:
    match kind:
        case "null":
            return value is None
        case "integer":
            return type(value) is int
        case "number":
            return type(value) in (int, float)
        case "text":
            return isinstance(value, str)
        case "list":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case "state":
            return value in STATES
        case "time":
            return isinstance(value, str) and value.endswith("Z") and datetime.fromisoformat(value).tzinfo is not None
        case _:
            return isinstance(value, str) and f"`{value}`" == kind


@pytest.fixture(scope="module")
def paths(story: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    broken = tmp_path_factory.mktemp("broken") / "log.jsonl"
    broken.write_text(
        '{"eventVersion": "1.09", "eventName": "A", "eventSource": "b", "eventTime": "2026-11-18T14:00:00Z"}\n{nonsense\n'
    )
    return [str(story), str(broken)]


@pytest.fixture(scope="module")
def document(paths: list[str]) -> dict[str, Any]:
    return scanned(*paths)


def scanned(*paths: str) -> dict[str, Any]:
    import contextlib
    import io

    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        assert cli.main(["scan", *paths, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(written.getvalue())
    return found


def test_every_value_is_on_the_page_with_its_type(document: dict[str, Any]) -> None:
    page = promised()
    holders = {path.rsplit(".", 1)[0].removesuffix("[]") for path in page if "." in path} | {"accounts", "regions"}

    for path, value in paths_in(document):
        if path in page:
            assert is_a(value, page[path]), f"{path} is {value!r}, promised is {page[path]}"
        else:
            assert path in holders or f"{path}[]" in page, f"{path} is not on the page"


def test_every_line_of_the_page_is_in_the_report(document: dict[str, Any]) -> None:
    seen = {path for path, _ in paths_in(document)}
    sometimes = {path for path in promised() if path.startswith(("findings[]", "incidents[].known_at_the_time."))}

    assert set(promised()) - seen <= sometimes


def test_the_object_has_what_was_asked_for_from_the_start(document: dict[str, Any]) -> None:
    assert {"events", "not_understood", "span", "alarms", "findings", "incidents"} <= set(document)
    assert {"id", "at", "subject", "verdict", "person", "candidates"} <= set(document["incidents"][0])


def test_the_bad_line_is_named_with_file_and_line(document: dict[str, Any]) -> None:
    (trouble,) = [trouble for trouble in document["not_understood"] if trouble["file"].endswith("log.jsonl")]

    assert trouble["line"] == 2


def test_the_story_of_the_slow_orders_is_told(document: dict[str, Any]) -> None:
    answers = {incident["subject"]["name"]: incident for incident in document["incidents"]}

    assert answers["search-latency"]["verdict"] == "no-call-explains"
    assert answers["search-latency"]["person"] is None
    assert answers["orders-db-latency"]["person"] == "m.rivera"
    assert answers["orders-db-latency"]["candidates"][0]["call"] == "ModifyDBParameterGroup"


def test_an_answer_that_late_records_changed_says_what_was_known_at_the_time(document: dict[str, Any]) -> None:
    changed = [incident for incident in document["incidents"] if incident["known_at_the_time"]]

    assert changed
    for incident in document["incidents"]:
        assert (incident["ranked_at"] > incident["at"]) is (incident["known_at_the_time"] is not None)


def test_every_piece_of_evidence_is_an_event(document: dict[str, Any]) -> None:
    reasons = [
        reason for incident in document["incidents"] for candidate in incident["candidates"] for reason in candidate["because"]
    ]

    assert any(reason["evidence"] for reason in reasons)
    assert all(re.fullmatch(r"[\w-]{8,}", event_id) for reason in reasons for event_id in reason["evidence"])


def test_the_same_input_gives_the_same_answers(paths: list[str], document: dict[str, Any]) -> None:
    assert scanned(*paths) == document

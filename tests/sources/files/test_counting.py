"""Counting without opening."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trailhound.errors import InputError
from trailhound.sources.files.counting import count_matching

Write = Callable[[str, Any], Path]
Event = Callable[..., dict[str, Any]]


def test_copies_of_one_event_count_once_and_nameless_ones_each(write: Write, event: Event, tmp_path: Path) -> None:
    denied = [event(number, errorCode="AccessDenied") for number in (1, 2, 2)]
    nameless = {"eventName": "A", "errorCode": "AccessDenied"}
    write("a.json.gz", gzip.compress(json.dumps({"Records": [*denied, event(3), nameless, nameless]}).encode()))
    write("b.json", {"Records": [denied[0]]})

    assert count_matching([str(tmp_path)], ["errorCode"], lambda values: values == ("AccessDenied",)) == 4


def test_several_fields_and_those_of_the_identity_are_given_as_text(write: Write, event: Event, tmp_path: Path) -> None:
    write(
        "a.json",
        {"Records": [event(1, readOnly=False), event(2, readOnly=True), event(3, userIdentity=None), event(4, resources=[{}])]},
    )
    seen: set[tuple[str, ...]] = set()

    def remember(values: tuple[str, ...]) -> bool:
        seen.add(values)
        return values[0] == "m.rivera"

    assert count_matching([str(tmp_path)], ["userIdentity.userName", "readOnly", "resources"], remember) == 3
    assert seen == {("m.rivera", "false", ""), ("m.rivera", "true", ""), ("", "", ""), ("m.rivera", "", "[{}]")}


def test_files_of_other_shape_are_counted_the_ordinary_way(write: Write, event: Event, tmp_path: Path) -> None:
    denied = event(1, errorCode="AccessDenied")
    write("lines.jsonl", (json.dumps(denied) + "\n" + json.dumps(event(2))).encode())
    write("lookup.json", {"Events": [{"EventId": "e-9", "CloudTrailEvent": json.dumps({**denied, "eventID": "e-9"})}]})
    write("odd.json", {"Records": [{"EVENTNAME": "x", "ERRORCODE": "AccessDenied", "eventID": 7}]})
    write("metrics.json", {"MetricDataResults": []})
    write("text.txt", b"AccessDenied")

    assert count_matching([str(tmp_path)], ["errorCode"], lambda values: values[0] == "AccessDenied") == 3


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        count_matching([str(tmp_path / "no")], ["errorCode"], bool)


def test_counting_loads_nothing_heavy() -> None:
    code = "import sys, trailhound.sources.files.counting; print([m for m in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert not any(f"'{name}'" in loaded for name in ("numpy", "pydantic", "textual", "boto3", "trailhound.model.observation"))

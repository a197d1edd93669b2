"""``scan --count``: the fast way and the ordinary way give one number."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from trailhound import cli
from trailhound.commands.counting import count_events
from trailhound.commands.opening import open_still
from trailhound.session.session import Watch

Trail = Callable[..., Path]
DENIED = {"errorCode": "AccessDenied"}


@pytest.fixture(scope="module")
def watch(story: Path) -> Watch:
    session = open_still([str(story)], lambda _: None)
    session.to_end()
    return session


@pytest.mark.parametrize(
    "text",
    [
        "",
        "error:AccessDenied",
        "error:*",
        "error:none",
        "name:Describe* region:eu-west-1",
        "ip:203.0.113.0/24",
        "!refused:yes",
    ],
)
def test_the_fast_way_counts_what_the_screen_shows(story: Path, watch: Watch, text: str) -> None:
    assert count_events([str(story)], text, None) == watch.tail(text).shown > 0


def test_a_question_that_needs_more_is_answered_too(trail: Trail) -> None:
    folder = trail({}, {"eventName": "DeleteBucket", "readOnly": False}, {"eventName": "DeleteUser", "readOnly": False})

    assert count_events([str(folder)], "kind:destructive user:dana", None) == 2


def test_copies_of_one_event_count_once(trail: Trail) -> None:
    folder = trail(DENIED, DENIED, DENIED | {"eventID": "00000000-0000-0000-0000-000000000000"})

    assert count_events([str(folder)], "error:AccessDenied", None) == 2


def test_at_a_moment_only_what_was_known_then_counts(trail: Trail) -> None:
    folder = trail(*[{}] * 30)

    assert count_events([str(folder)], "", "10:00:09") == 10


def test_the_command_prints_the_number_and_nothing_else(trail: Trail, capsys: pytest.CaptureFixture[str]) -> None:
    folder = trail({}, DENIED, DENIED)

    assert cli.main(["scan", str(folder), "--filter", "error:AccessDenied", "--count"]) == 0

    assert capsys.readouterr().out == "2\n"


def test_standard_input_is_counted_too(trail: Trail) -> None:
    content = (trail({}, DENIED) / "log.json").read_bytes()
    program = [sys.executable, "-m", "trailhound", "scan", "-", "--count", "--filter", "error:AccessDenied"]

    assert subprocess.run(program, input=content, capture_output=True, check=True).stdout == b"1\n"


def test_a_filter_that_cannot_be_parsed_is_one_line_and_status_2(trail: Trail, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["scan", str(trail({})), "--count", "--filter", "nmae:x"]) == 2

    assert capsys.readouterr().err.count("\n") == 1

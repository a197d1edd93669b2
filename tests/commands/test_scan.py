"""``trailhound scan`` as it is called."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trailhound import cli

Trail = Callable[..., Path]


def test_text_is_the_default(trail: Trail, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["scan", str(trail({}, {}))]) == 0

    assert capsys.readouterr().out.startswith("2 events\n")


def test_a_condition_that_holds_gives_status_1_and_the_whole_report(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["scan", str(story / "cloudwatch"), "--at", "2026-11-18T14:10Z", "--fail-on", "alarm"]

    assert cli.main(words) == 1

    assert "went to ALARM" in capsys.readouterr().out


def test_a_condition_that_does_not_hold_gives_status_0(trail: Trail) -> None:
    assert cli.main(["scan", str(trail({})), "--fail-on", "alarm", "--fail-on", "not-understood"]) == 0


def test_a_bad_line_fails_only_if_that_was_asked_for(trail: Trail) -> None:
    folder = trail({})
    (folder / "broken.json").write_text("{")

    assert cli.main(["scan", str(folder)]) == 0
    assert cli.main(["scan", str(folder), "--fail-on", "not-understood"]) == 1


def test_input_of_which_nothing_is_understood_is_status_2_with_the_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("nothing of AWS")

    assert cli.main(["scan", str(tmp_path)]) == 2

    shown = capsys.readouterr()
    assert "notes.txt" in shown.out
    assert shown.err.startswith("trailhound: nothing in ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--fail-on", "alram"], "is no condition"),
        (["--filter", "x"], "add --count"),
        (["--count", "--format", "json"], "--count prints a number"),
        (["--at", "teatime"], "teatime"),
    ],
)
def test_contradictions_are_one_line_and_status_2(
    trail: Trail, capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    assert cli.main(["scan", str(trail({})), *words]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert says in shown.err

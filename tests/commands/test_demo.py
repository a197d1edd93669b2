"""The demo: bundled stories that tell themselves."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from trailhound import cli
from trailhound.commands.demo import STORIES, read_hints
from trailhound.shipped import folder
from trailhound.ui.settings import StoryHint


@pytest.mark.parametrize("story", STORIES)
def test_every_story_has_hints_that_fit_a_narrow_screen(story: str) -> None:
    hints = read_hints(folder("sample_data") / f"{story}.hints.toml")

    assert hints
    assert max(len(f"{hint.text} {hint.key}") for hint in hints) < 80


def test_every_bundled_story_can_be_asked_for() -> None:
    bundled = {entry.name for entry in folder("sample_data").iterdir() if entry.is_dir()}

    assert bundled == set(STORIES)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_told_in_lines_where_nobody_sees_a_screen(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", story]) == 0

    shown = capsys.readouterr().out
    assert " -> ALARM" in shown
    assert " answer " in shown


def test_the_demo_begins_where_it_gets_interesting(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["demo"])

    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == "2026-11-18, times in UTC"
    assert second[:5] >= "13:1"


def test_another_story_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["demo", "moby-dick"])

    assert ended.value.code == 2
    assert "leaked-key" in capsys.readouterr().err


def test_hints_carry_the_key_that_is_worth_pressing(tmp_path: Path) -> None:
    first, second = datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 1, 5, 13, tzinfo=UTC)
    rows = (f'at = {first.isoformat()}\ntext = "Stop and go:"\nkey = "space"', f'at = {second.isoformat()}\ntext = "Look."')
    (tmp_path / "hints.toml").write_text("".join(f"[[hint]]\n{row}\n" for row in rows))

    assert read_hints(tmp_path / "hints.toml") == (StoryHint(first, "Stop and go:", "space"), StoryHint(second, "Look."))

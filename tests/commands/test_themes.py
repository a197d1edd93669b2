"""The listing of all themes."""

from pathlib import Path

import pytest

from trailhound import cli
from trailhound.commands.themes import theme_lines
from trailhound.shipped import folder


def test_every_shipped_theme_is_listed_and_the_chosen_one_is_marked(tmp_path: Path) -> None:
    lines = theme_lines(tmp_path, "daylight")

    assert {line[2:].split()[0] for line in lines} == {file.stem for file in folder("themes").glob("*.toml")}
    assert [line.split()[1] for line in lines if line.startswith("*")] == ["daylight"]


def test_the_command_marks_the_theme_of_the_configuration(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('theme = "high-contrast"')

    assert cli.main(["themes", "--config", str(config)]) == 0

    assert "* high-contrast " in capsys.readouterr().out

"""The listing of all keys."""

from pathlib import Path

import pytest

from trailhound import cli
from trailhound.commands.keys import key_lines
from trailhound.config.settings import Preset
from trailhound.ui.key_table import TABLE


@pytest.mark.parametrize("preset", Preset)
def test_every_action_is_listed_for_every_preset(preset: Preset) -> None:
    last_words = {line.split()[-1] for line in key_lines(preset.value, {})}

    assert {row.id for row in TABLE} <= last_words


def test_a_wish_shows_up_in_the_list() -> None:
    (line,) = [line for line in key_lines("default", {"bookmark": "ctrl+t"}) if line.endswith(" bookmark")]

    assert line.split()[0] == "ctrl+t"


def test_the_command_prints_the_preset_that_was_asked_for(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("")

    assert cli.main(["keys", "--keys", "lnav", "--config", str(config)]) == 0

    assert capsys.readouterr().out == "".join(f"{line}\n" for line in key_lines("lnav", {}))

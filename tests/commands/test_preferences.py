"""Settings of one run: the options of the command line over the configuration file."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from trailhound.commands.preferences import preset_of, screen_settings, settings_of, wishes_of
from trailhound.config.settings import Colour, Motion, Preset, Settings
from trailhound.errors import UsageError
from trailhound.ui import settings as ui

HINT = ui.StoryHint(datetime(2026, 3, 2, tzinfo=UTC), "press this", "w")


def options(tmp_path: Path, text: str = "", **given: Any) -> Namespace:
    file = tmp_path / "config.toml"
    file.write_text(text, "utf-8")
    return Namespace(**{"config": str(file), "theme": None, "keys": None, "ascii": False, "no_colour": False} | given)


@pytest.fixture(autouse=True)
def _no_wish_of_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_an_option_is_stronger_than_the_file(tmp_path: Path) -> None:
    found = settings_of(options(tmp_path, 'theme = "gruvbox-dark"', theme="daylight", keys="vim", ascii=True, no_colour=True))

    assert found == Settings(theme="daylight", preset=Preset.VIM, ascii=True, colour=Colour.NONE)


def test_without_options_the_file_holds(tmp_path: Path) -> None:
    assert settings_of(options(tmp_path, 'theme = "daylight"\nascii = true')) == Settings(theme="daylight", ascii=True)


@pytest.mark.parametrize(("value", "colour"), [("1", Colour.NONE), ("", Colour.AUTO)])
def test_no_color_counts_unless_it_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, colour: Colour) -> None:
    monkeypatch.setenv("NO_COLOR", value)

    assert settings_of(options(tmp_path)).colour is colour


def test_an_unknown_preset_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="'emacs': choose default, vim, k9s, lnav"):
        preset_of("emacs")


def test_every_value_a_setting_can_have_reaches_the_screen() -> None:
    for colour in Colour:
        assert screen_settings(Settings(colour=colour)).colours == ui.ColourDepth(colour.value)
    for motion in Motion:
        assert screen_settings(Settings(motion=motion)).motion == ui.Motion(motion.value)


def test_the_screen_gets_keys_look_and_hints() -> None:
    found = screen_settings(Settings(mouse=False, ascii=True, bindings={"pause": ("p", "space")}), (HINT,))

    assert found.is_ascii
    assert not found.is_mouse_on
    assert found.keys == {"pause": "p,space"}
    assert found.hints == (HINT,)
    assert wishes_of(Settings()) == {}

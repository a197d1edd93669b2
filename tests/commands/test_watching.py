"""Watching: on a screen if somebody can see one, else line by line."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trailhound import cli
from trailhound.session.contract import Session
from trailhound.ui.settings import ColourDepth, UiSettings

Trail = Callable[..., Path]


class Screen:
    """Stands in for the app: opens the session as the app does, and keeps it."""

    settings: UiSettings
    session: Session
    return_code: int | None = None

    def __init__(self, opening: Callable[..., Session], settings: UiSettings) -> None:
        Screen.settings = settings
        self._opening = opening

    def run(self) -> None:
        Screen.session = self._opening(lambda _: None, lambda: False)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., type[Screen]]:
    """Run a command with a screen in front of somebody."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("trailhound.ui.app.TrailhoundApp", Screen)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    (tmp_path / "config.toml").write_text("")

    def show(*words: str, **_: Any) -> type[Screen]:
        assert cli.main([*words, "--config", str(tmp_path / "config.toml")]) == 0
        return Screen

    return show


def test_a_replay_begins_with_the_first_event_in_real_time(screen: Callable[..., type[Screen]], trail: Trail) -> None:
    status = screen("replay", str(trail({}, {}, {}))).session.status()

    assert status.speed == 1.0
    assert status.title == "trail"
    assert f"{status.now:%H:%M:%S}" == "10:00:00"


def test_options_say_where_how_fast_and_what(screen: Callable[..., type[Screen]], trail: Trail) -> None:
    session = screen("replay", str(trail({}, {}, {})), "--at", "10:00:01", "--speed", "0.25", "--filter", "write:yes").session

    assert f"{session.status().now:%H:%M:%S}" == "10:00:01"
    assert session.status().speed == 0.25
    assert session.filter_text == "write:yes"


def test_no_colour_means_none(screen: Callable[..., type[Screen]], trail: Trail) -> None:
    assert screen("replay", str(trail({})), "--no-colour").settings.colours is ColourDepth.NONE


@pytest.mark.usefixtures("screen")
def test_the_configuration_sets_speed_and_look(trail: Trail, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('theme = "daylight"\n[replay]\nspeed = "max"\nskip_quiet = true')

    assert cli.main(["replay", str(trail({})), "--config", str(tmp_path / "other.toml")]) == 0

    assert Screen.settings.theme == "daylight"
    assert Screen.session.status().speed == math.inf
    assert Screen.session.status().is_quiet_skipped


def test_the_demo_runs_fast_with_hints_and_its_own_name(screen: Callable[..., type[Screen]]) -> None:
    shown = screen("demo")

    assert shown.session.status().speed == 60.0
    assert shown.session.status().title == "orders-slow"
    assert shown.session.status().not_understood == 0
    assert shown.settings.hints


def test_lines_are_printed_on_a_terminal_only_if_asked_for(
    screen: Callable[..., type[Screen]], trail: Trail, capsys: pytest.CaptureFixture[str]
) -> None:
    screen("replay", str(trail({})), "--plain")

    assert "by dana" in capsys.readouterr().out


def test_a_bad_filter_is_one_line(trail: Trail, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["replay", str(trail({})), "--plain", "--filter", "nmae:x"]) == 2

    assert capsys.readouterr().err.startswith("trailhound: ")

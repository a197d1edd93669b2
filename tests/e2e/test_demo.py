"""The installed command in a real terminal: the demo is watched, typed into and left."""

import re
from collections.abc import Callable

import pytest
from tests.e2e.tmux import Tmux

SIZES = [(80, 24), (120, 40), (200, 60)]
Opening = Callable[[int, int], Tmux]


def clock_of(screen: str) -> str:
    found = re.search(r"\d\d:\d\d:\d\dZ", screen)
    return found[0] if found else ""


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_events_show_up_and_the_clock_runs(terminal: Opening, columns: int, rows: int) -> None:
    tmux = terminal(columns, rows)

    tmux.start("demo")

    first = tmux.wait_for("Events", "REPLAY", "60x")
    tmux.wait_until(lambda screen: clock_of(screen) > clock_of(first), "the clock to move")
    assert len(first.splitlines()) <= rows
    assert any(call in first for call in ("CreateLogStream", "RegisterTargets", "UpdateService", "PutImage"))


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_one_key_after_an_alarm_tells_who_did_it(terminal: Opening, columns: int, rows: int) -> None:
    tmux = terminal(columns, rows)
    tmux.start("demo", "--at", "14:08:30")
    tmux.wait_for("ALARM", "m.rivera")

    tmux.press("Space")
    tmux.wait_for("PAUSED")
    tmux.press("w")

    tmux.wait_for("m.rivera", "ModifyDBParameterGroup")


def test_a_filter_hides_and_says_how_much_it_hides(terminal: Opening) -> None:
    tmux = terminal(120, 40)
    tmux.start("demo", "--at", "14:08:30")
    tmux.wait_for("m.rivera")

    tmux.press("Space", "/")
    tmux.press("-l", "name:ModifyDB*")
    tmux.press("Enter")

    screen = tmux.wait_until(lambda screen: "CreateLogStream" not in screen, "only calls that pass the filter")
    assert re.search(r"\d+ of [\d ]+", screen)


def test_help_opens_and_closes(terminal: Opening) -> None:
    tmux = terminal(80, 24)
    tmux.start("demo")
    tmux.wait_for("Events", "REPLAY")

    tmux.press("?")
    tmux.wait_for("Help", "mark without hiding")
    tmux.press("Escape")

    tmux.wait_for("Events", "REPLAY")


@pytest.mark.parametrize("key", ["q", "C-c"])
def test_leaving_gives_the_terminal_back(terminal: Opening, key: str) -> None:
    tmux = terminal(80, 24)
    tmux.start("demo")
    tmux.wait_for("Events", "REPLAY")

    tmux.press(key)

    screen = tmux.wait_for("ended with 0")
    assert screen.strip() == "ended with 0"


def test_a_wrong_theme_is_one_line_and_leaves_the_terminal_alone(terminal: Opening) -> None:
    tmux = terminal(80, 24)

    tmux.start("demo", "--theme", "mauve")

    screen = tmux.wait_for("ended with 2")
    assert "there is no theme" in screen
    assert "Traceback" not in screen


def test_no_colour_means_no_colour_codes(terminal: Opening) -> None:
    tmux = terminal(80, 24)
    tmux.start("demo", "--no-colour")
    tmux.wait_for("Events", "REPLAY")

    assert not re.search(r"\x1b\[[0-9;]*(?:3[0-7]|4[0-7]|38|48|9[0-7]|10[0-7])[;m]", tmux.painted())


def test_ascii_means_ascii(terminal: Opening) -> None:
    tmux = terminal(120, 40)
    tmux.start("demo", "--ascii")

    assert tmux.wait_for("Events", "REPLAY").isascii()

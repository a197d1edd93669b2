"""The command line: a table of commands, found by their beginnings."""

from __future__ import annotations

from math import inf

import pytest
from tests.ui.driving import watching
from tests.ui.picture_session import PictureSession

from trailhound.errors import TextError, UsageError
from trailhound.ui.app import TrailhoundApp
from trailhound.ui.commands import COMMANDS, find_command, run_command


def test_a_beginning_that_fits_one_command_is_enough() -> None:
    assert find_command("sp 4") is next(command for command in COMMANDS if command.name == "speed")
    assert find_command("e") is None
    assert find_command("") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("speed 4", ("speed", 4.0)), ("speed max", ("speed", inf)), (":seek next alarm", ("asked", ["seek next alarm"]))],
)
async def test_a_line_is_run(line: str, expected: tuple[str, object]) -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        assert isinstance(pilot.app, TrailhoundApp)
        run_command(pilot.app, line)

        assert getattr(session, expected[0]) == expected[1]


async def test_filter_and_mark_take_the_rest_of_the_line() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        assert isinstance(pilot.app, TrailhoundApp)
        run_command(pilot.app, "filter user:m.rivera name:Modify")
        run_command(pilot.app, "mark reboot")

        assert (session.filter_text, session.search_text) == ("user:m.rivera name:Modify", "reboot")


async def test_actions_are_those_of_the_keys() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        assert isinstance(pilot.app, TrailhoundApp)
        run_command(pilot.app, "attention")
        await pilot.pause(0.1)

        assert session.filter_text == ""


async def test_what_is_wrong_is_named() -> None:
    async with watching() as pilot:
        assert isinstance(pilot.app, TrailhoundApp)
        run_command(pilot.app, "  ")
        with pytest.raises(UsageError, match='there is no command "fly"; commands are seek'):
            run_command(pilot.app, "fly away")
        with pytest.raises(UsageError, match='command "speed" needs a X'):
            run_command(pilot.app, "speed")
        with pytest.raises(TextError, match="this is no speed"):
            run_command(pilot.app, "speed fast")

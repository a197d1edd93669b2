"""Keys on the one clock call the session."""

from __future__ import annotations

import pytest
from tests.ui.driving import text, until, watching
from tests.ui.picture_session import PictureSession

from trailhound.session.views import Mode
from trailhound.ui.app import TrailhoundApp


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("right_square_bracket", "step 1"),
        ("left_square_bracket", "step -1"),
        ("right_curly_bracket", "seek next alarm"),
        ("left_curly_bracket", "seek previous alarm"),
        ("z", "zoom 1"),
        ("Z", "zoom -1"),
        ("end", "to end"),
    ],
)
async def test_each_key_is_one_call(key: str, asked: str) -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press(key)

        assert session.asked == [asked]


async def test_space_pauses_and_goes_on() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        modes = []
        for key in ("space", "p"):
            await pilot.press(key)
            modes.append(session.mode)

        assert modes == [Mode.PAUSED, Mode.LIVE]


async def test_speed_and_quiet_time() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("greater_than_sign", "greater_than_sign", "less_than_sign", "Q")

        assert session.speed == 2.0
        assert session.is_quiet_skipped


async def test_a_time_that_is_none_is_said_on_the_screen() -> None:
    async with watching() as pilot:
        app = pilot.app
        assert isinstance(app, TrailhoundApp)
        app.take_seek("?nonsense")
        await until(pilot, lambda: "this is no time (column 1 of '?nonsense'): try 14:05 or -20m" in text(pilot))

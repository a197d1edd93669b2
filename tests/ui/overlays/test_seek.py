"""The seek box."""

from __future__ import annotations

from tests.ui.driving import until, watching
from tests.ui.overlaying import opened_overlay
from tests.ui.picture_session import PictureSession


async def test_the_seek_box_gives_the_time_to_the_session() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await opened_overlay(pilot, "S")
        await pilot.press(*"14:05", "enter")

        await until(pilot, lambda: "seek 14:05" in session.asked)


async def test_a_way_to_seek_can_be_chosen() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await opened_overlay(pilot, "S")
        await pilot.press("down", "enter")

        await until(pilot, lambda: "seek previous alarm" in session.asked)

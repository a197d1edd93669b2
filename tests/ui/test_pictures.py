"""The watch screen drawn from the invented incident of the design, held against stored pictures."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.ui.driving import SETTINGS, text, until, watching
from tests.ui.picture_session import PictureSession

from trailhound.ui.app import TrailhoundApp
from trailhound.ui.settings import ColourDepth, Motion, UiSettings

PLAIN = UiSettings(colours=ColourDepth.NONE, motion=Motion.NONE)
ASCII = UiSettings(colours=ColourDepth.NONE, motion=Motion.NONE, is_ascii=True)
INDEXED = UiSettings(colours=ColourDepth.INDEXED, motion=Motion.NONE)
DAYLIGHT = UiSettings(theme="daylight", colours=ColourDepth.TRUECOLOUR, motion=Motion.NONE)


@pytest.mark.parametrize(
    ("size", "settings"),
    [
        pytest.param((80, 24), SETTINGS, id="80x24"),
        pytest.param((120, 40), SETTINGS, id="120x40"),
        pytest.param((200, 60), SETTINGS, id="200x60"),
        pytest.param((120, 40), PLAIN, id="120x40-no-colour"),
        pytest.param((80, 24), ASCII, id="80x24-ascii-no-colour"),
        pytest.param((120, 40), INDEXED, id="120x40-256-colours"),
        pytest.param((120, 40), DAYLIGHT, id="120x40-daylight"),
    ],
)
async def test_the_watch_screen(size: tuple[int, int], settings: UiSettings, picture: SnapshotAssertion) -> None:
    async with watching(PictureSession(), size, settings) as pilot:
        await until(pilot, lambda: "91 %" in text(pilot))
        app = pilot.app
        assert isinstance(app, TrailhoundApp)

        assert app.export_screenshot(simplify=True) == picture


async def test_the_filter_bar_with_its_suggestions(picture: SnapshotAssertion) -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("slash", *"dbparam", "space", *"us")
        await until(pilot, lambda: session.filter_text == "dbparam us" and "user:k.tanaka" in text(pilot))
        await pilot.pause(0.1)

        assert pilot.app.export_screenshot(simplify=True) == picture

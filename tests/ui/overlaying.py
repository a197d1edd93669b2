"""Opens an overlay as a person would."""

from __future__ import annotations

from tests.ui.driving import until
from textual.pilot import Pilot

from trailhound.ui.app import TrailhoundApp
from trailhound.ui.overlays.menu import Overlay


def app_of(pilot: Pilot[None]) -> TrailhoundApp:
    app = pilot.app
    assert isinstance(app, TrailhoundApp)
    return app


async def opened_overlay(pilot: Pilot[None], key: str) -> Overlay:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, Overlay) and pilot.app.screen.focused is not None)
    await pilot.pause()
    overlay = pilot.app.screen
    assert isinstance(overlay, Overlay)
    return overlay

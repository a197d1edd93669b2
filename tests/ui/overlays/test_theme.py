"""The theme picker."""

from __future__ import annotations

from tests.ui.driving import until, watching
from tests.ui.overlaying import app_of, opened_overlay

from trailhound.ui.screens.watch import WatchScreen


async def test_a_theme_is_seen_while_choosing_and_esc_brings_the_old_one_back() -> None:
    async with watching() as pilot:
        app = app_of(pilot)
        await opened_overlay(pilot, "T")

        await pilot.press("down")
        await until(pilot, lambda: app.inks.theme.name != "nightfall")
        await pilot.press("escape")

        await until(pilot, lambda: app.inks.theme.name == "nightfall" and isinstance(app.screen, WatchScreen))


async def test_enter_keeps_the_theme() -> None:
    async with watching() as pilot:
        app = app_of(pilot)
        await opened_overlay(pilot, "T")
        await pilot.press(*"daylight", "enter")

        await until(pilot, lambda: app.inks.theme.name == "daylight" and isinstance(app.screen, WatchScreen))

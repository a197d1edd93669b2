"""Overlays, themes, mouse and palette."""

from __future__ import annotations

import pytest
from tests.ui.driving import text, until, watch, watching

from trailhound.ui.app import TrailhoundApp
from trailhound.ui.messages import Preview
from trailhound.ui.screens.watch import WatchScreen


@pytest.mark.parametrize("key", ["question_mark", "T", "colon", "c", "S"])
async def test_every_overlay_opens_and_esc_closes_it(key: str) -> None:
    async with watching() as pilot:
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(pilot.app.screen, WatchScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))


async def test_a_preview_is_not_kept() -> None:
    async with watching() as pilot:
        app = pilot.app
        assert isinstance(app, TrailhoundApp)
        app.on_preview(Preview("gruvbox-dark"))
        assert app.inks.theme.name == "gruvbox-dark"
        app.on_preview(Preview(None))

        assert app.inks.theme.name == "nightfall"


async def test_a_theme_that_does_not_exist_is_said() -> None:
    async with watching() as pilot:
        app = pilot.app
        assert isinstance(app, TrailhoundApp)
        app.run_line("theme noon")
        await until(pilot, lambda: 'there is no theme "noon"' in text(pilot))


async def test_the_mouse_is_given_to_the_terminal_and_taken_back() -> None:
    async with watching() as pilot:
        await pilot.press("M")
        await until(pilot, lambda: "mouse off" in text(pilot))
        await pilot.press("M")
        await until(pilot, lambda: "mouse on" in text(pilot))


async def test_the_palette_offers_the_actions_of_this_screen() -> None:
    async with watching() as pilot:
        commands = {command.title: command for command in pilot.app.get_system_commands(watch(pilot))}

        assert "Who did it" in commands
        assert commands["Filter"].help == "key /"
        await commands["Only what needs attention"].callback()

        assert watch(pilot).context.session.filter_text == ""

"""Keys typed in one burst arrive one after the other, each where the one before it led."""

from __future__ import annotations

import pytest
from tests.ui.driving import text, until, watching
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from trailhound.ui.app import TrailhoundApp


def type_in_one_burst(pilot: Pilot[None], typed: str) -> None:
    names = {"\r": "enter", "\x1b": "escape"}
    for character in typed:
        key = names.get(character) or _character_to_key(character)
        pilot.app.post_message(events.Key(key, character))


def app_of(pilot: Pilot[None]) -> TrailhoundApp:
    assert isinstance(pilot.app, TrailhoundApp)
    return pilot.app


def in_force(pilot: Pilot[None]) -> str:
    session = app_of(pilot).session
    return session.filter_text if session is not None else ""


async def test_a_filter_typed_in_one_burst_is_in_force() -> None:
    async with watching() as pilot:
        type_in_one_burst(pilot, "/error:*\r")

        await until(pilot, lambda: in_force(pilot) == "error:*")


async def test_what_follows_enter_in_one_burst_goes_where_enter_leads() -> None:
    async with watching() as pilot:
        type_in_one_burst(pilot, "/name:Describe*\r:theme daylight\r")

        await until(pilot, lambda: app_of(pilot).inks.theme.name == "daylight")
        assert in_force(pilot) == "name:Describe*"


async def test_a_command_typed_in_one_burst_is_run() -> None:
    async with watching() as pilot:
        type_in_one_burst(pilot, ":theme daylight\r")

        await until(pilot, lambda: app_of(pilot).inks.theme.name == "daylight")


@pytest.mark.parametrize(("typed", "shown"), [("3\r", "why this state"), ("3\r\x1b1\r", "watch › events ›")])
async def test_a_pane_and_what_is_done_in_it_typed_in_one_burst(typed: str, shown: str) -> None:
    async with watching() as pilot:
        type_in_one_burst(pilot, typed)

        await until(pilot, lambda: shown in text(pilot))

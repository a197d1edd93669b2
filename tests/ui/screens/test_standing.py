"""Screens begin once, and do nothing once their widgets are gone."""

from __future__ import annotations

import pytest
from tests.ui.drilling import opened
from tests.ui.driving import watching

from trailhound.session.views import ThingKind
from trailhound.ui.messages import Kind, Updated
from trailhound.ui.screens.drill import DrillScreen
from trailhound.ui.screens.standing import StandingScreen
from trailhound.ui.screens.thing import ThingScreen


async def test_a_screen_that_extends_another_begins_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[StandingScreen] = []
    begin = DrillScreen.begin

    def counted(screen: DrillScreen) -> None:
        begun.append(screen)
        begin(screen)

    monkeypatch.setattr(DrillScreen, "begin", counted)
    async with opened(Kind.THING, (ThingKind.PERSON, "m.rivera")) as pilot:
        assert isinstance(pilot.app.screen, ThingScreen)

    assert len(begun) == 1


async def test_a_screen_without_its_widgets_does_nothing() -> None:
    async with watching() as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, StandingScreen)
        assert screen.is_standing

    screen.on_mount()
    screen.on_updated(Updated())

    assert not screen.is_standing

"""A person, session, resource, address or call."""

from __future__ import annotations

import pytest
from tests.ui.drilling import drill, opened
from tests.ui.driving import rows, text, until
from tests.ui.picture_session import CULPRIT, EVENTS

from trailhound.session.views import ThingKind
from trailhound.ui.messages import Kind
from trailhound.ui.screens.watch import WatchScreen

PERSON = (ThingKind.PERSON, "m.rivera")


async def test_its_events_are_those_of_the_thing_and_the_newest_is_in_hand() -> None:
    async with opened(Kind.THING, PERSON) as pilot:
        await until(pilot, lambda: drill(pilot).in_hand == EVENTS[CULPRIT + 1])

        assert "5 of 18 204" in text(pilot)
        assert "k.tanaka" not in text(pilot)


async def test_enter_on_a_counted_row_goes_on_to_that_thing() -> None:
    async with opened(Kind.THING, PERSON) as pilot:
        await pilot.press("3", "enter")

        await until(pilot, lambda: drill(pilot).key == (ThingKind.CALL, "ModifyDBParameterGroup"))
        assert rows(pilot)[1].strip().startswith("watch › m.rivera › ModifyDBParameterGroup")


async def test_slash_shows_its_events_in_the_event_list() -> None:
    async with opened(Kind.THING, PERSON) as pilot:
        await pilot.press("slash")

        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))
        screen = pilot.app.screen
        assert isinstance(screen, WatchScreen)
        assert screen.context.session.filter_text == "user:m.rivera"


@pytest.mark.parametrize("kind", list(ThingKind))
async def test_there_is_a_page_for_each_kind(kind: ThingKind) -> None:
    async with opened(Kind.THING, (kind, "orders-pg15"), size=(80, 24)) as pilot:
        assert "orders-pg15 made 4 calls" in text(pilot)


async def test_a_thing_without_events_says_so() -> None:
    async with opened(Kind.THING, (ThingKind.PERSON, "nobody")) as pilot:
        assert "No call about it is known at this moment." in text(pilot)

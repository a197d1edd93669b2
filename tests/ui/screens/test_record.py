"""The record of one event."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.drilling import drill, opened
from tests.ui.driving import text, until
from tests.ui.picture_session import CULPRIT, EVENTS

from trailhound.ui.messages import Kind
from trailhound.ui.screens.record import RecordScreen, console_link


async def test_it_starts_on_the_value_that_was_changed_and_explains_it() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        assert "What this field means" in text(pilot)
        assert "parameterValue The value. 40" in text(pilot)


async def test_enter_folds_and_unfolds() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        await pilot.press("left")
        await pilot.press("enter")
        await until(pilot, lambda: "parameterValue" not in text(pilot))

        await pilot.press("right")

        await until(pilot, lambda: "parameterValue" in text(pilot))


async def test_o_and_n_go_to_other_events_without_leaving() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        screen = drill(pilot)

        await pilot.press("o")
        assert screen.key == CULPRIT + 1
        await pilot.press("O")
        assert screen.key == CULPRIT
        await pilot.press("n")
        assert screen.key == CULPRIT + 1
        await pilot.press("N")
        assert screen.key == CULPRIT
        assert screen.context.session.selection.tail_key == CULPRIT


async def test_y_shows_the_record_as_it_was_delivered() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: '{"eventName": "ModifyDBParameterGroup"}' in text(pilot))

        await pilot.press("y")
        await until(pilot, lambda: "requestParameters" in text(pilot))


async def test_the_end_of_the_session_is_told() -> None:
    async with opened(Kind.RECORD, 23) as pilot:
        await pilot.press("O")

        await until(pilot, lambda: "no other call of this session that way" in text(pilot))


async def test_what_is_in_hand_is_the_record_while_a_field_is_walked() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        assert isinstance(drill(pilot), RecordScreen)
        assert drill(pilot).in_hand == EVENTS[CULPRIT]


def test_a_record_can_not_make_a_link_of_its_own() -> None:
    event = replace(EVENTS[CULPRIT], region="evil.example/?", event_id="a/b#c d")

    assert console_link(event) == (
        "https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1#/events/a%2Fb%23c%20d"
    )

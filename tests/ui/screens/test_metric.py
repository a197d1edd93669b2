"""One metric in full."""

from __future__ import annotations

from tests.ui.drilling import drill, opened
from tests.ui.driving import text, until
from tests.ui.picture_session import CULPRIT, EVENTS, READ_LATENCY

from trailhound.ui.messages import Kind


async def test_it_starts_at_the_call_that_did_it() -> None:
    async with opened(Kind.METRIC, READ_LATENCY) as pilot:
        assert "14:01:52 ModifyDBParameterGroup m.rivera" in text(pilot)
        assert drill(pilot).in_hand == EVENTS[CULPRIT]


async def test_left_and_right_walk_along_the_calls() -> None:
    async with opened(Kind.METRIC, READ_LATENCY) as pilot:
        await pilot.press("right")
        await until(pilot, lambda: "14:02:07 DescribeDBInstances m.rivera" in text(pilot))

        await pilot.press("left", "left")
        await until(pilot, lambda: "14:01:21 DescribeDBParameters m.rivera" in text(pilot))


async def test_enter_opens_the_call_that_is_walked_to() -> None:
    async with opened(Kind.METRIC, READ_LATENCY) as pilot:
        await pilot.press("right", "enter")

        await until(pilot, lambda: drill(pilot).key == CULPRIT + 1)


async def test_plus_and_underscore_change_how_much_time_is_shown() -> None:
    async with opened(Kind.METRIC, READ_LATENCY) as pilot:
        assert "12:09 to 14:09" in text(pilot)

        await pilot.press("plus")
        await until(pilot, lambda: "13:09 to 14:09" in text(pilot))

        await pilot.press("underscore", "underscore")
        await until(pilot, lambda: "10:09 to 14:09" in text(pilot))


async def test_the_tick_follows_the_cursor_of_the_calls() -> None:
    async with opened(Kind.METRIC, READ_LATENCY) as pilot:
        await pilot.press("2", "g")

        await until(pilot, lambda: "14:00:38 AssumeRole m.rivera" in text(pilot))

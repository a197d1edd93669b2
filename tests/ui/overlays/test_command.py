"""The command line."""

from __future__ import annotations

from tests.ui.driving import text, until, watch, watching
from tests.ui.overlaying import opened_overlay

from trailhound.ui.screens.watch import WatchScreen


async def test_a_command_runs_and_is_completed() -> None:
    async with watching() as pilot:
        await opened_overlay(pilot, "colon")
        await pilot.press(*"fil", "tab")
        await until(pilot, lambda: "filter " in text(pilot))
        await pilot.press(*"user:m.rivera", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))
        await until(pilot, lambda: watch(pilot).context.session.filter_text == "user:m.rivera")


async def test_a_command_that_is_not_there_is_refused_while_typing() -> None:
    async with watching() as pilot:
        await opened_overlay(pilot, "colon")
        await pilot.press(*"zzz")

        await until(pilot, lambda: "no command is called that" in text(pilot))


async def test_open_completes_kind_and_name() -> None:
    async with watching() as pilot:
        await opened_overlay(pilot, "colon")
        await pilot.press(*"open alarm api", "down", "enter")

        await until(pilot, lambda: "api-5xx-edge" in text(pilot).splitlines()[1])


async def test_an_alarm_is_opened_by_its_name_alone() -> None:
    async with watching() as pilot:
        await pilot.press("colon", *"alarm orders-db")
        await until(pilot, lambda: "orders-db-latency" in text(pilot))
        await pilot.press("tab", "enter")

        await until(pilot, lambda: "why this state" in text(pilot))

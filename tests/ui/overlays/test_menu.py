"""The list and the frame that all overlays share."""

from __future__ import annotations

from tests.ui.driving import rows, text, until, watching
from tests.ui.overlaying import opened_overlay

from trailhound.ui.overlays.menu import Item
from trailhound.ui.screens.watch import WatchScreen


async def test_what_lies_below_stays_in_sight() -> None:
    async with watching() as pilot:
        await opened_overlay(pilot, "S")

        assert "orders-db-1 reads" in rows(pilot)[1]
        assert "Go to a time" in text(pilot)


async def test_headings_are_passed_over() -> None:
    async with watching() as pilot:
        overlay = await opened_overlay(pilot, "S")
        overlay.menu.show([Item("head", is_heading=True), Item("one", value="1"), Item("head"), Item("two", value="2")])

        assert overlay.menu.chosen == Item("one", value="1")
        await pilot.press("down")
        assert overlay.menu.chosen == Item("two", value="2")


async def test_esc_leaves_without_taking_anything() -> None:
    async with watching() as pilot:
        await opened_overlay(pilot, "S")
        await pilot.press("escape")

        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))


async def test_a_long_list_keeps_the_lines_around_it_on_a_small_screen() -> None:
    async with watching(size=(80, 24)) as pilot:
        overlay = await opened_overlay(pilot, "S")
        await pilot.resize_terminal(80, 12)
        await until(pilot, lambda: overlay.query_one("#say").region.bottom <= 12)

        assert overlay.query_one("#panel").region.y >= 0

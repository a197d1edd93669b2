"""Help for this view."""

from __future__ import annotations

from tests.ui.drilling import opened
from tests.ui.driving import text, until, watching
from tests.ui.overlaying import opened_overlay
from tests.ui.picture_session import CULPRIT

from trailhound.ui.messages import Kind


async def test_help_lists_the_keys_of_this_view_first_and_can_be_searched() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        await opened_overlay(pilot, "question_mark")
        assert "One record as it was delivered." in text(pilot)
        assert text(pilot).index("raw JSON") < text(pilot).index("everywhere") if "everywhere" in text(pilot) else True

        await pilot.press(*"theme")

        await until(pilot, lambda: "raw JSON" not in text(pilot).split("Help")[1].split("in the settings")[0])
        assert 'in the settings this is "theme"' in text(pilot)


async def test_help_fits_the_small_screen() -> None:
    async with watching(size=(80, 24)) as pilot:
        overlay = await opened_overlay(pilot, "question_mark")

        assert overlay.query_one("#say").region.bottom <= 24
        assert overlay.query_one("#panel").region.y >= 0

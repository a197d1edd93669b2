"""The keys at the bottom come from the table, and none is cut in the middle."""

from __future__ import annotations

import pytest
from tests.ui.driving import rows, watching

from trailhound.ui.settings import ColourDepth, UiSettings


async def test_the_footer_is_that_of_the_picture() -> None:
    async with watching() as pilot:
        footer = rows(pilot)[39]

    assert footer.startswith(" enter open   w who did it   t trail   / filter   space pause   { } alarms   ? help")
    assert footer.rstrip().endswith("T theme  : command")


async def test_a_remapped_key_is_what_the_footer_shows() -> None:
    async with watching(settings=UiSettings(colours=ColourDepth.TRUECOLOUR, keys={"filter": "x"})) as pilot:
        assert "x filter" in rows(pilot)[39]


@pytest.mark.parametrize("width", [80, 95, 120, 150])
async def test_a_key_that_has_no_room_is_left_out_whole(width: int) -> None:
    async with watching(size=(width, 40)) as pilot:
        footer = rows(pilot)[39]

    assert "…" not in footer
    assert "enter open" in footer

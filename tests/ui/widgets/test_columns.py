"""The body of a drill screen in its three designs."""

from __future__ import annotations

from tests.ui.drilling import drill, opened
from tests.ui.driving import until
from tests.ui.picture_session import CULPRIT, SUBJECT

from trailhound.ui.messages import Kind


async def test_the_middle_design_has_two_columns_three_cells_apart() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        columns = drill(pilot).columns
        left, right = columns.section("candidates"), columns.section("chart")

        assert left.region.x == 0
        assert right.region.x + right.margin_cells - left.region.right == 3
        assert right.region.right == 119


async def test_the_wide_design_has_three_columns() -> None:
    async with opened(Kind.WHO, SUBJECT, size=(200, 60)) as pilot:
        assert len({section.region.x for section in drill(pilot).columns.filled()}) == 3


async def test_the_narrow_design_shows_one_section_and_its_companion() -> None:
    async with opened(Kind.RECORD, CULPRIT, size=(80, 24)) as pilot:
        columns = drill(pilot).columns
        assert columns.section("record").region.height + columns.section("meaning").region.height == columns.size.height

        await pilot.press("2")

        await until(pilot, lambda: columns.section("behind").region.height == columns.size.height)

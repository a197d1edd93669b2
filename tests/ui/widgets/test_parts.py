"""The line that names the sections where only one is in sight."""

from __future__ import annotations

from tests.ui.drilling import drill, opened
from tests.ui.driving import rows, text, until
from tests.ui.picture_session import SUBJECT

from trailhound.ui.messages import Kind
from trailhound.ui.widgets.parts import PartsLine


async def test_it_names_every_section_in_the_narrow_design_only() -> None:
    async with opened(Kind.WHO, SUBJECT, size=(80, 24)) as pilot:
        assert any("1 Candidates  2 Ruled out  3 ReadLatency  4 Path  5 Session" in row for row in rows(pilot))

        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: not drill(pilot).query_one(PartsLine).display)


async def test_a_click_brings_a_section() -> None:
    async with opened(Kind.WHO, SUBJECT, size=(80, 24)) as pilot:
        line = drill(pilot).query_one(PartsLine)
        row = next(row for row in rows(pilot) if "4 Path" in row)

        await pilot.click(line, offset=(row.index("4 Path"), 0))

        await until(pilot, lambda: "Identity Center" in text(pilot))

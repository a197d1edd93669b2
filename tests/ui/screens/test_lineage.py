"""Who stands behind a call."""

from __future__ import annotations

from tests.ui.drilling import drill, opened
from tests.ui.driving import text, until
from tests.ui.picture_session import CULPRIT

from trailhound.ui.messages import Kind


async def test_it_goes_from_the_person_to_everything_the_session_did() -> None:
    async with opened(Kind.LINEAGE, CULPRIT) as pilot:
        shown = text(pilot)

        assert "m.rivera stands behind ModifyDBParameterGroup and 4 other calls of the same session." in shown
        assert "╰ Identity Center" in shown
        assert "├ ModifyDBParameterGroup" in shown


async def test_a_call_of_the_session_opens() -> None:
    async with opened(Kind.LINEAGE, CULPRIT) as pilot:
        await pilot.press("2", "down", "enter")

        await until(pilot, lambda: drill(pilot).key == 24)

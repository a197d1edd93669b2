"""Who stands behind the selected call."""

from __future__ import annotations

from tests.ui.driving import text, watch, watching

from trailhound.ui.panes.lineage import LineagePane


async def test_the_tree_goes_from_the_person_to_the_calls() -> None:
    async with watching(size=(200, 60)) as pilot:
        shown = text(pilot)

        assert "╰ Identity Center  MFA 13:52" in shown
        assert "├ ModifyDBParameterGroup" in shown
        assert "╰ DescribeDBInstances" in shown


async def test_a_row_that_is_no_call_has_nobody_behind_it() -> None:
    async with watching(size=(200, 60)) as pilot:
        screen = watch(pilot)
        screen.context.session.selection.tail_key = None
        screen.query_one(LineagePane).look_again()
        await pilot.pause()

        assert "Select a call to see who made it." in text(pilot)

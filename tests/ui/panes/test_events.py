"""The event list stands still while it is read, and follows when it is not."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.driving import rows, text, watch, watching
from tests.ui.picture_session import CULPRIT, EVENTS, PictureSession, at

from trailhound.session.views import Selection


async def test_rows_that_arrive_above_do_not_move_the_row_that_is_read() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        before = next(index for index, row in enumerate(rows(pilot)) if "ModifyDBParameterGroup" in row)
        late = replace(EVENTS[0], row=900, event_id="late", occurred_at=at("13:41:05"), name="LateCall")
        session.events = (*EVENTS, late)
        session.revision += 1
        await pilot.pause(0.3)
        after = next(index for index, row in enumerate(rows(pilot)) if "ModifyDBParameterGroup" in row)

        assert after == before
        assert session.selection.tail_key == CULPRIT


async def test_without_a_selection_it_follows_the_newest_row() -> None:
    session = PictureSession(selection=Selection())
    async with watching(session, size=(80, 24)) as pilot:
        new = replace(EVENTS[0], row=900, event_id="new", occurred_at=at("14:09:20"), name="BrandNewCall")
        session.events = (*EVENTS, new)
        session.revision += 1
        await pilot.pause(0.3)

        assert "BrandNewCall" in rows(pilot)[20]


async def test_the_last_row_again_goes_to_the_end_of_the_session() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("G")
        assert session.asked == []
        await pilot.press("G")

        assert session.asked == ["to end"]


async def test_account_and_region_are_a_column_only_when_there_are_several() -> None:
    session = PictureSession()
    async with watching(session, size=(160, 40)) as pilot:
        assert "where" not in rows(pilot)[4]
        session.events = (*EVENTS[:-1], replace(EVENTS[-1], account="111122223333", region="us-east-1"))
        session.revision += 1
        await pilot.press("G")
        await pilot.pause(0.3)

        assert "where" in rows(pilot)[4]
        assert "3333 us-east" in text(pilot)


async def test_an_empty_list_says_what_to_do() -> None:
    async with watching(PictureSession(selection=Selection())) as pilot:
        pane = watch(pilot).event_list
        shown = "\n".join(strip.text for strip in pane.empty(80))

        assert "The filter hides all 18 204 calls" in shown
        assert "clears the filter" in shown


async def test_a_row_that_a_filter_hides_leaves_the_cursor_at_its_moment_and_gets_it_back() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        events = watch(pilot).event_list
        chosen = session.selection.tail_key
        for typed in ("dbparam", "dbparam us", ""):
            watch(pilot).set_filter(typed)
            await pilot.pause()
            if typed == "dbparam us":
                assert events.cursor == events.tail.nearest(at("14:01:52"))

        assert events.tail.index_of(chosen or 0) == events.cursor

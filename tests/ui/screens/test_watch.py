"""The watch screen as a person drives it."""

from __future__ import annotations

import pytest
from tests.ui.driving import rows, text, until, watch, watching
from tests.ui.picture_session import CULPRIT, PictureSession

from trailhound.model.answer import SubjectKind
from trailhound.ui.attention import ATTENTION
from trailhound.ui.panes.alarms import AlarmsPane
from trailhound.ui.panes.events import EventsPane


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_answer_is_there_without_a_key(size: tuple[int, int]) -> None:
    async with watching(size=size) as pilot:
        second = rows(pilot)[1]

        assert "orders-db-1 reads" in second
        assert "m.rivera" in second
        assert "91 %" in second


async def test_the_event_list_has_the_focus_at_the_start() -> None:
    async with watching() as pilot:
        assert isinstance(pilot.app.focused, EventsPane)
        assert rows(pilot)[3].startswith("▌1 Events write, destructive + people's reads")


async def test_a_digit_focuses_a_pane_and_tab_goes_on() -> None:
    async with watching() as pilot:
        await pilot.press("3")
        assert isinstance(pilot.app.focused, AlarmsPane)
        assert "▌3 Alarms" in text(pilot)
        await pilot.press("tab")

        assert not isinstance(pilot.app.focused, AlarmsPane)


async def test_on_a_narrow_screen_a_digit_gives_the_pane_the_screen_and_esc_takes_it_back() -> None:
    async with watching(size=(80, 24)) as pilot:
        await pilot.press("3")
        assert "3 Alarms" in text(pilot)
        assert "1 Events" not in text(pilot)
        await pilot.press("escape")

        assert "1 Events" in text(pilot)


async def test_full_screen_is_a_key_there_and_back() -> None:
    async with watching() as pilot:
        await pilot.press("f")
        assert "3 Alarms" not in text(pilot)
        await pilot.press("f")

        assert "3 Alarms" in text(pilot)


async def test_resizing_keeps_focus_selection_filter_and_the_row_in_sight() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("j")
        key = session.selection.tail_key
        for size in ((80, 24), (200, 60), (40, 12), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "DescribeDBIns" in text(pilot)

        assert session.selection.tail_key == key == CULPRIT + 1
        assert isinstance(pilot.app.focused, EventsPane)
        assert session.filter_text == ATTENTION


async def test_below_the_least_size_the_tail_and_one_status_line_stay() -> None:
    async with watching(size=(60, 12)) as pilot:
        shown = rows(pilot)

        assert "LIVE" in shown[0]
        assert shown[1].startswith("▌1 Events")
        assert any("ModifyDBParameter" in row for row in shown)


async def test_typing_a_filter_works_at_once_and_counts() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("slash", *"dbparam")
        await until(pilot, lambda: session.filter_text == "dbparam")
        await pilot.pause()

        assert "3 shown, 18 201 hidden" in text(pilot)
        assert "StartExportTask" not in text(pilot)
        await pilot.press("enter")
        assert "Events dbparam ─" in text(pilot)
        assert "3 of 18 204" in text(pilot)


async def test_tab_flips_between_hiding_and_marking() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("slash", *"dbparam")
        await until(pilot, lambda: session.filter_text == "dbparam")
        await pilot.press("tab", "enter")
        await pilot.pause()

        assert (session.filter_text, session.search_text) == ("", "dbparam")
        await pilot.press("backslash")
        assert (session.filter_text, session.search_text) == ("dbparam", "")


async def test_a_filter_that_cannot_be_read_keeps_the_old_one_and_says_where() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("slash", "a", "space", "left_parenthesis", "left_parenthesis")
        await until(pilot, lambda: "column 3" in text(pilot))

        assert "this bracket is never closed" in text(pilot)
        assert "((" not in session.filter_text


async def test_leaving_the_bar_brings_back_what_was_in_force() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("slash", *"dbparam")
        await until(pilot, lambda: session.filter_text == "dbparam")
        await pilot.press("escape")

        assert session.filter_text == ATTENTION


async def test_suggestions_show_counts_and_are_taken_with_the_right_arrow() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("slash", *"user")
        await until(pilot, lambda: "user:m.rivera" in text(pilot))
        await pilot.press("down", "right")
        await until(pilot, lambda: session.filter_text == "user:k.tanaka")

        assert "user:k.tanaka" in text(pilot)


async def test_searching_marks_and_n_goes_from_hit_to_hit() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("s", *"reboot")
        await until(pilot, lambda: session.search_text == "reboot")
        await pilot.press("enter", "n")
        assert session.selection.tail_key == 39
        await pilot.press("n")
        await pilot.pause()

        assert "no call is marked that way" in text(pilot)


async def test_errors_bookmarks_writes_and_sessions_can_be_walked() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("e")
        assert session.selection.tail_key == 39
        await pilot.press("m", "E")
        assert session.selection.tail_key == 9
        await pilot.press("u")
        assert session.selection.tail_key == 39
        await pilot.press("U")
        await pilot.pause()

        assert "no bookmark that way" in text(pilot)
        assert session.selection.bookmarks == {39}


async def test_attention_is_a_switch() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("a")
        assert session.filter_text == ""
        await pilot.press("a")

        assert session.filter_text == ATTENTION


async def test_the_cursor_on_an_alarm_asks_about_that_alarm() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("3", "j")

        assert session.selection.subject is not None
        assert session.selection.subject.kind is SubjectKind.ALARM
        assert session.selection.subject.name == "api-5xx-edge"


async def test_the_selected_call_follows_the_cursor() -> None:
    async with watching() as pilot:
        await pilot.press("e")
        await until(pilot, lambda: "j.okafor called RebootDBInstance" in text(pilot))

        assert "AccessDenied" in text(pilot)


async def test_nothing_is_repainted_while_paused() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("space")
        await pilot.pause(0.2)
        drawn: list[object] = []
        for pane in watch(pilot).panes():
            pane.refresh = lambda *regions, **_more: drawn.append(regions)  # type: ignore[assignment]
        await pilot.pause(0.4)

        assert drawn == []


async def test_a_note_is_shown_above_the_keys_and_esc_takes_it_away() -> None:
    async with watching() as pilot:
        await pilot.press("N")
        await pilot.pause()
        assert "no call is marked" in rows(pilot)[38]
        await pilot.press("escape")
        await pilot.pause()

        assert "no call is marked" not in text(pilot)


async def test_an_empty_list_says_why_and_what_to_do() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        watch(pilot).set_filter("user:nobody-at-all")
        await pilot.pause()

        assert "0 of 18 204" in text(pilot)

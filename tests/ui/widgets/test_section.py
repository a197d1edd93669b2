"""A section of a drill screen."""

from __future__ import annotations

from tests.ui.drilling import drill, opened
from tests.ui.driving import text, until
from tests.ui.picture_session import EVENTS, SUBJECT

from trailhound.ui.messages import Kind
from trailhound.ui.paint import Line
from trailhound.ui.widgets.section import Row, blank, listing


def numbered(number: int, *, is_stop: bool = True) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.put(f"row {number}", at=2)

    return Row(paint, number if is_stop else None)


async def test_the_cursor_passes_over_lines_that_stand_for_nothing() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        section = drill(pilot).columns.section("candidates")
        assert section.about == EVENTS[26]

        await pilot.press("down")
        assert section.about == EVENTS[28]
        await pilot.press("G")
        assert section.about == EVENTS[39]


async def test_the_cursor_stays_on_its_row_when_the_content_changes() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        section = drill(pilot).columns.section("candidates")
        section.show(listing("Rows", [numbered(n) for n in range(5)]))
        section.go_to(3)

        section.show(listing("Rows", [numbered(n) for n in (9, 8, 3)]))

        assert section.about == 3


async def test_what_is_out_of_sight_is_told_in_the_title() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        section = drill(pilot).columns.section("candidates")
        section.show(listing("Rows", [numbered(n) for n in range(99)]))
        await until(pilot, lambda: "of 99" in text(pilot))

        section.go_to(98)

        await until(pilot, lambda: "line 99 of 99" in text(pilot))


async def test_a_section_without_rows_to_open_is_scrolled() -> None:
    async with opened(Kind.WHO, SUBJECT, size=(120, 40)) as pilot:
        section = drill(pilot).columns.section("candidates")
        section.show(listing("Rows", [blank(), *(numbered(n, is_stop=False) for n in range(99))]))
        await until(pilot, lambda: "row 1 " in text(pilot))

        await pilot.press("down", "down", "down")

        await until(pilot, lambda: "row 1 " not in text(pilot))
        assert section.about is None


async def test_a_click_selects_and_a_second_one_opens() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        section = drill(pilot).columns.section("candidates")
        line = section.cursor + 1

        await pilot.click(section, offset=(10, line), times=2)

        await until(pilot, lambda: drill(pilot).key == 26)

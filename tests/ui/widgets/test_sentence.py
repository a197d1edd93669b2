"""The way here and the sentence of a drill screen."""

from __future__ import annotations

from tests.ui.drilling import drill, opened
from tests.ui.driving import inks, rows
from tests.ui.picture_session import SUBJECT

from trailhound.ui.messages import Kind
from trailhound.ui.paint import Line
from trailhound.ui.widgets.sentence import Crumbs, SentenceBox, put_gauge


async def test_a_long_way_gives_way_in_the_middle() -> None:
    async with opened(Kind.WHO, SUBJECT, size=(80, 24)) as pilot:
        drill(pilot).query_one(Crumbs).show(("watch", "a" * 40, "b" * 30, "the end"))
        await pilot.pause()

        assert rows(pilot)[1].strip().startswith("watch › … › ")
        assert "the end" in rows(pilot)[1]


async def test_the_box_is_as_high_as_its_sentence_and_has_air_where_there_is_room() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        box = drill(pilot).query_one(SentenceBox)
        assert box.size.height == 5

        await pilot.resize_terminal(80, 24)
        await pilot.pause()

        assert box.size.height == 4


def test_a_gauge_is_full_up_to_its_share() -> None:
    line = Line(inks(), 12)

    put_gauge(line, 0.5, 10)

    assert line.strip().text == "━━━━━─────  "

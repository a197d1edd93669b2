"""The time bar: density, marks, playhead, and a click that goes there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.ui.driving import rows, watch, watching
from tests.ui.picture_session import PictureSession, at

from trailhound.model.time_span import TimeSpan
from trailhound.ui.panes.timebar import TimeBarPane, axis_labels


@pytest.mark.parametrize("minutes", [0, 1, 7, 61, 600, 5000, 100000])
@pytest.mark.parametrize("count", [5, 40, 117, 197])
def test_labels_have_room_and_are_round(minutes: int, count: int) -> None:
    labels = axis_labels(TimeSpan(at("13:09"), at("13:09") + timedelta(minutes=minutes)), count)

    assert all(0 <= column < count for column, _ in labels)
    ends = [column + len(text) for column, text in labels]
    assert all(end <= column for end, (column, _) in zip(ends, labels[1:], strict=False) if end > 6)


async def test_marks_and_the_playhead_stand_on_the_axis() -> None:
    async with watching() as pilot:
        axis = rows(pilot)[38]

        assert axis.startswith(" 13:09 ─")
        assert axis.index("◇") < axis.index("▲") < axis.index("×")
        assert axis[118] == "▐"


async def test_in_the_past_the_playhead_stands_inside() -> None:
    session = PictureSession(now=at("13:40"))
    async with watching(session) as pilot:
        assert 55 < rows(pilot)[38].index("▐") < 65


async def test_a_click_goes_to_that_moment() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.click(watch(pilot).query_one(TimeBarPane), offset=(59, 1))

        assert at("13:38") < session.now < at("13:41")

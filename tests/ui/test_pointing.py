"""What the reader points at, and what "before this moved" is then about."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.driving import watch, watching
from tests.ui.picture_session import EVENTS, PictureSession, metric_views

from trailhound.model.answer import SubjectKind
from trailhound.ui.pointing import pointed_at, subject_of
from trailhound.ui.screens.about import AlarmName


async def test_the_focused_pane_decides() -> None:
    async with watching() as pilot:
        screen, seen = watch(pilot), []
        seen.append(screen.in_hand)
        for keys in ("3", "2 j", "4 j"):
            await pilot.press(*keys.split())
            seen.append(screen.in_hand)

        assert seen == [EVENTS[26], AlarmName("orders-db-latency"), metric_views(1)[1].metric, EVENTS[28]]
        assert pointed_at(None, screen.event_list) == EVENTS[26]


async def test_an_alarm_row_of_the_event_list_is_that_alarm() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("G", "k", "k")

        assert watch(pilot).in_hand == AlarmName("api-5xx-edge")
        assert session.selection.subject is not None
        assert session.selection.subject.name == "api-5xx-edge"


def test_a_metric_is_about_its_alarm_or_its_step() -> None:
    session = PictureSession()
    watched = subject_of(session, metric_views(1)[0])
    stepped = subject_of(session, replace(metric_views(1)[0], alarm=""))

    assert watched is not None
    assert watched.kind is SubjectKind.ALARM
    assert stepped is not None
    assert stepped.kind is SubjectKind.METRIC
    assert subject_of(session, metric_views(1)[6]) is None

"""Why an alarm is in its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.ui.drilling import drill, opened
from tests.ui.driving import text, until
from tests.ui.picture_session import SUBJECT, TRANSITIONS, PictureSession, at

from trailhound.model.alarm import AlarmState
from trailhound.ui.messages import Kind
from trailhound.ui.screens.alarm import Minute, fired, history, window

NAME = "orders-db-latency"


async def test_it_says_the_state_in_words_and_how_it_was_decided() -> None:
    async with opened(Kind.ALARM, NAME) as pilot:
        shown = text(pilot)

        assert "▲ ALARM since 14:07:00. 3 of the last 5 minutes were above 20 ms." in shown
        assert "14:07:00    □ 4.6 □ 4.2 ■ 22  ■ 31  ■ 36" in shown
        assert "3 of 5  ▲ ALARM" in shown
        assert "● missing       ? INSUFFICIENT_DATA" in shown
        assert "91 %  ModifyDBParameterGroup" in shown


async def test_it_starts_on_the_evaluation_that_fired_and_enter_walks_on() -> None:
    async with opened(Kind.ALARM, NAME) as pilot:
        decided = drill(pilot).columns.section("decided")
        assert decided.about == Minute(at("14:07"))

        await pilot.press("enter")

        assert decided.about == Minute(at("14:08"))


async def test_w_asks_who_did_it_about_this_alarm() -> None:
    async with opened(Kind.ALARM, NAME) as pilot:
        await pilot.press("w")

        await until(pilot, lambda: drill(pilot).key == SUBJECT)


async def test_an_alarm_without_metric_and_decisions_still_explains_itself() -> None:
    class Composite(PictureSession):
        def alarm(self, name: str):  # type: ignore[no-untyped-def]  # as the session has it
            detail = super().alarm(name)
            view = replace(detail.view, marks=(), not_evaluated="composite alarms are not evaluated here")
            return replace(detail, view=view, metric=None, decisions=(), treatments=(), transitions=())

    async with opened(Kind.ALARM, NAME, session=Composite()) as pilot:
        shown = text(pilot)

        assert "not evaluated here: composite alarms are not evaluated here" in shown
        assert "Data points" not in shown


def test_the_last_firing_is_asked_about() -> None:
    assert fired(PictureSession().alarm(NAME)) == SUBJECT


def test_a_recorded_change_hides_the_same_one_decided_here() -> None:
    recorded = TRANSITIONS[0]
    computed = replace(recorded, at=recorded.at - timedelta(seconds=20), is_computed=True)
    other = replace(recorded, to_state=AlarmState.OK, is_computed=True)

    assert history((recorded, computed, other)) == [other, recorded]


def test_the_window_ends_at_the_evaluation() -> None:
    detail = PictureSession().alarm(NAME)
    assert detail.metric is not None

    span = window(detail.view.alarm, detail.metric, at("14:07"))

    assert (span.start_at, span.end_at) == (at("14:02"), at("14:07"))

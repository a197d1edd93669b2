"""Alarms at a moment: recorded, computed, worst first."""

from __future__ import annotations

import dataclasses

from tests.session.story import ALARM, LATENCY, at, boards_of, changed, described, points

from trailhound.model.alarm import AlarmKind, AlarmState, Mark
from trailhound.model.observation import Observation

OK, ALARMED, UNKNOWN = AlarmState.OK, AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA
STEP = points(LATENCY, [0.004] * 30 + [0.030] * 10)


def _unrecorded() -> list[Observation]:
    return [STEP, described(ALARM, OK, at(500))]


def test_an_alarm_without_recorded_state_shows_what_the_engine_computes() -> None:
    board = boards_of(_unrecorded()).alarms

    before, after = board.view(ALARM, at(20)), board.view(ALARM, at(38))

    assert (before.state, after.state) == (OK, ALARMED)
    assert after.since_at == at(34)
    assert after.marks == (Mark.BREACHING,) * 5


def test_computed_changes_stand_in_for_a_history_that_is_not_loaded() -> None:
    board = boards_of(_unrecorded()).alarms

    changes = board.transitions(ALARM, at(40))

    assert [(change.at, change.to_state, change.is_computed) for change in changes][-1] == (at(34), ALARMED, True)


def test_without_any_data_the_state_is_not_known() -> None:
    board = boards_of([described(ALARM, OK, at(500))]).alarms

    view = board.view(ALARM, at(10))

    assert (view.state, view.computed) == (UNKNOWN, None)
    assert view.not_evaluated


def test_a_composite_shows_its_recorded_state_and_why_it_is_not_evaluated() -> None:
    composite = dataclasses.replace(ALARM, name="all", kind=AlarmKind.COMPOSITE, metric=None, rule="ALARM(x)")
    board = boards_of([described(composite, ALARMED, at(5))]).alarms

    view = board.view(composite, at(10))

    assert (view.state, view.not_evaluated) == (ALARMED, "composite alarms are not evaluated here")


def test_alarms_stand_worst_first_and_the_newest_change_first() -> None:
    others = [dataclasses.replace(ALARM, name=name) for name in ("calm", "older", "newer", "blind")]
    told = [(OK, 1), (ALARMED, 2), (ALARMED, 3), (UNKNOWN, 4)]
    board = boards_of([described(alarm, state, at(minute)) for alarm, (state, minute) in zip(others, told, strict=True)]).alarms

    assert [view.alarm.name for view in board.views(at(10))] == ["newer", "older", "blind", "calm"]


def test_a_late_point_changes_no_earlier_decision() -> None:
    late = dataclasses.replace(STEP.points[30], value=0.001, known_at=at(39))
    board = boards_of([STEP, dataclasses.replace(STEP, points=(late,)), described(ALARM, OK, at(500))]).alarms

    assert board.view(ALARM, at(38)).since_at == at(34)
    assert board.view(ALARM, at(39)).since_at == at(35)


def test_an_alarm_is_found_by_name() -> None:
    board = boards_of([described(ALARM, OK, at(1)), changed("other", 2, OK, ALARMED)]).alarms

    assert board.find(ALARM.name, at(5)) == ALARM
    assert board.find("nosuch", at(5)) is None

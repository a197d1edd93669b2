"""Alarm states as AWS recorded them."""

from __future__ import annotations

from tests.session.story import ALARM, at, changed, described

from trailhound.model.alarm import AlarmKind, AlarmState
from trailhound.session.alarm_log import AlarmLog

OK, ALARMED, UNKNOWN = AlarmState.OK, AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA


def test_the_state_is_that_of_the_last_change() -> None:
    log = AlarmLog()
    log.describe(described(ALARM, OK, at(20)))
    log.change(changed(ALARM.name, 10, OK, ALARMED).transition)
    log.change(changed(ALARM.name, 20, ALARMED, OK).transition)

    states = [log.state(ALARM, at(minute)) for minute in (10, 19, 20)]

    assert [(found.state, found.since_at) for found in states if found] == [
        (ALARMED, at(10)),
        (ALARMED, at(10)),
        (OK, at(20)),
    ]


def test_before_the_first_change_an_alarm_was_in_the_state_it_left() -> None:
    log = AlarmLog()
    log.describe(described(ALARM, ALARMED, at(10)))
    log.change(changed(ALARM.name, 10, OK, ALARMED).transition)

    found = log.state(ALARM, at(5))

    assert found is not None
    assert (found.state, found.since_at) == (OK, None)


def test_without_history_the_description_counts_from_its_moment_on() -> None:
    log = AlarmLog()
    log.describe(described(ALARM, ALARMED, at(10)))

    assert log.state(ALARM, at(9)) is None
    assert log.state(ALARM, at(10)) is not None


def test_a_description_newer_than_the_history_is_a_change() -> None:
    log = AlarmLog()
    log.describe(described(ALARM, UNKNOWN, at(30)))
    log.change(changed(ALARM.name, 10, OK, ALARMED).transition)

    assert [change.to_state for change in log.transitions(ALARM)] == [ALARMED, UNKNOWN]


def test_an_alarm_only_its_history_tells_of_is_kept() -> None:
    log = AlarmLog()
    log.change(changed("forgotten", 10, OK, ALARMED).transition)

    assert [(alarm.name, alarm.kind) for alarm in log.alarms()] == [("forgotten", AlarmKind.OTHER)]
    assert log.all_transitions()[0].alarm == "forgotten"


def test_the_same_change_told_twice_counts_once() -> None:
    log = AlarmLog()
    for _ in range(2):
        log.change(changed(ALARM.name, 10, OK, ALARMED).transition)

    assert len(log.all_transitions()) == 1

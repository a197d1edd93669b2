"""Why an alarm is in its state."""

from __future__ import annotations

import dataclasses

from tests.session.story import ALARM, LATENCY, at, boards_of, changed, described, points, story

from trailhound.model.alarm import AlarmKind, AlarmState, Mark
from trailhound.model.phrase import plain
from trailhound.session.alarm_detail import alarm_detail
from trailhound.session.views import AlarmDetail


def _detail(minutes: float = 70) -> AlarmDetail:
    return alarm_detail(boards_of(story()), ALARM, at(minutes))


def test_the_sentence_counts_the_periods_when_it_fired_and_now() -> None:
    assert plain(_detail().sentence) == (
        "ALARM since 14:07:00. 2 of the last 5 minutes were above 20 ms when it fired; now 5 of 5 are."
    )


def test_a_calm_alarm_counts_the_last_periods() -> None:
    assert plain(_detail(60).sentence) == ("OK, for as long as is loaded. 0 of the last 5 minutes were above 20 ms.")


def test_the_settings_are_one_line() -> None:
    assert plain(_detail().settings) == (
        "AWS/RDS ReadLatency, DBInstanceIdentifier orders-db-1, average over 60 s, 3 of 5, missing data: missing"
    )


def test_the_local_result_is_compared_with_what_was_recorded() -> None:
    assert plain(_detail(70).comparison) == "local result ALARM equals the state AWS recorded ✓"
    assert plain(_detail(67).comparison) == "local result OK differs: AWS recorded ALARM"


def test_without_a_recorded_state_there_is_nothing_to_compare_with() -> None:
    steady = points(LATENCY, [0.004] * 20)
    boards = boards_of([steady, described(ALARM, AlarmState.OK, at(500))])

    assert plain(alarm_detail(boards, ALARM, at(10)).comparison) == "local result OK, no state recorded by AWS"


def test_every_decision_shows_the_points_it_looked_at() -> None:
    last = _detail(70).decisions[-1]

    assert [value for value, _ in last.points] == [0.022, 0.031, 0.036, 0.041, 0.037]
    assert {mark for _, mark in last.points} == {Mark.BREACHING}
    assert (last.at, last.breaching, last.state) == (at(70), 5, AlarmState.ALARM)


def test_recorded_and_computed_changes_are_both_told() -> None:
    found = [(change.at, change.is_computed) for change in _detail().transitions if change.to_state is AlarmState.ALARM]

    assert found == [(at(67), False), (at(68), True)]


def test_the_treatments_say_which_is_in_use() -> None:
    assert [name for name, _, _, is_in_use in _detail().treatments if is_in_use] == ["missing"]


def test_who_hears_it_names_topics_and_composites() -> None:
    composite = dataclasses.replace(ALARM, name="ops", kind=AlarmKind.COMPOSITE, metric=None, rule=f'ALARM("{ALARM.name}")')
    other = dataclasses.replace(composite, name="not-it", rule=f'ALARM("{ALARM.name}-2")')
    told = [described(alarm, AlarmState.OK, at(1)) for alarm in (composite, other)]

    facts = [(fact.label, plain(fact.value)) for fact in alarm_detail(boards_of([*story(), *told]), ALARM, at(70)).hears]

    assert facts == [("SNS", "oncall-orders"), ("then", f'ops = ALARM("{ALARM.name}")'), ("actions", "on")]


def test_an_alarm_that_is_not_evaluated_here_says_why() -> None:
    composite = dataclasses.replace(ALARM, name="all", kind=AlarmKind.COMPOSITE, metric=None, rule="ALARM(x)")
    boards = boards_of([described(composite, AlarmState.ALARM, at(5)), changed("all", 5, AlarmState.OK, AlarmState.ALARM)])

    detail = alarm_detail(boards, composite, at(10))

    assert "composite alarms are not evaluated here" in plain(detail.comparison)
    assert plain(detail.settings) == "composite: ALARM(x)"
    assert detail.decisions == ()


def test_points_beyond_missing_ones_are_shown_with_their_own_marks() -> None:
    gappy = points(LATENCY, [0.03, 0.03, None, 0.03, None, 0.03, 0.03, 0.03])
    detail = alarm_detail(boards_of([gappy, described(ALARM, AlarmState.OK, at(500))]), ALARM, at(9))

    for decision in detail.decisions:
        assert all((value is None) == (mark is Mark.MISSING) for value, mark in decision.points)

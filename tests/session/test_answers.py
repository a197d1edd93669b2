"""Who did it: what was known is weighed, once."""

from __future__ import annotations

from tests.session.story import ALARM, LATENCY, at, boards_of, call, delivered, described, points, story

from trailhound.model.alarm import AlarmState
from trailhound.model.answer import Subject, SubjectKind, Verdict
from trailhound.session.answers import AFTERWARDS

FIRED = Subject(SubjectKind.ALARM, ALARM.name, at(67))


def test_the_person_behind_the_role_session_is_named() -> None:
    answers = boards_of(story()).answers

    best = answers.answer(FIRED, at(69)).candidates[0]

    assert (best.event.event_id, best.event.identity.name, best.event.identity.role) == ("culprit", "m.rivera", "orders-admin")


def test_a_record_that_has_not_arrived_is_not_blamed() -> None:
    late = [item for item in story() if getattr(item, "observed_at", None) != at(65)]
    culprit = next(item for item in story() if getattr(item, "observed_at", None) == at(65))
    boards = boards_of([*late, type(culprit)(culprit.records, culprit.origin, at(75))])  # type: ignore[union-attr, call-arg, arg-type]  # the one log file

    before, after = boards.answers.answer(FIRED, at(70)), boards.answers.answer(FIRED, at(75))

    assert before.verdict is Verdict.NO_CALL_EXPLAINS
    assert after.candidates[0].event.event_id == "culprit"


def test_the_answer_says_which_moment_it_is_about() -> None:
    answers = boards_of(story()).answers

    assert [answers.answer(FIRED, at(minute)).as_of for minute in (68, 68.5, 68)] == [at(68), at(68.5), at(68)]


def test_the_same_knowledge_is_weighed_once() -> None:
    answers = boards_of(story()).answers

    first, second = answers.answer(FIRED, at(69)), answers.answer(FIRED, at(69.5))

    assert first.candidates is second.candidates


def test_calls_long_after_the_alarm_are_not_weighed() -> None:
    long_after = delivered(120, call(119, "ModifyDBInstance", request={"dBInstanceIdentifier": "orders-db-1"}))
    with_it, without = boards_of([*story(), long_after]).answers, boards_of(story()).answers

    looked_at = [answers.answer(FIRED, at(67) + 4 * AFTERWARDS).looked_at for answers in (with_it, without)]

    assert looked_at[0] == looked_at[1]


def test_subjects_are_the_alarms_that_fired_newest_first() -> None:
    answers = boards_of(story()).answers

    assert answers.subjects(at(66)) == ()
    assert answers.subjects(at(67)) == (FIRED,)


def test_a_metric_without_alarm_that_stepped_is_a_subject() -> None:
    step = points(LATENCY, [0.004, 0.005, 0.0045] * 20 + [0.050, 0.052, 0.051] * 10)
    answers = boards_of([step]).answers

    found = answers.subjects(at(95))

    assert [(subject.kind, subject.name, subject.at) for subject in found] == [
        (SubjectKind.METRIC, "orders-db-1 ReadLatency", at(60))
    ]
    assert answers.answer(found[0], at(95)).verdict is Verdict.NO_CALL_EXPLAINS


def test_an_alarm_that_fires_by_computation_alone_is_a_subject() -> None:
    step = points(LATENCY, [0.004] * 30 + [0.030] * 10)
    answers = boards_of([step, described(ALARM, AlarmState.OK, at(500))]).answers

    assert [subject.name for subject in answers.subjects(at(40))] == [ALARM.name]


def test_the_culprit_of_an_alarm_is_a_row() -> None:
    boards = boards_of(story())
    view = boards.alarms.views(at(69))[0]

    row = boards.answers.culprit(view, at(69))

    assert row is not None
    assert boards.store.event(row).event_id == "culprit"


def test_a_call_can_be_asked_about_and_is_not_its_own_cause() -> None:
    boards = boards_of(story())
    reboot = boards.store.row_of("no")
    assert reboot is not None

    answer = boards.answers.answer(Subject(SubjectKind.EVENT, "no", at(63)), at(70))

    assert answer.candidates[0].event.event_id == "culprit"
    assert "no" not in [event.event_id for event in answer.attempts]


def test_a_call_that_is_not_loaded_can_be_asked_about_too() -> None:
    answer = boards_of(story()).answers.answer(Subject(SubjectKind.EVENT, "nosuch", at(63)), at(70))

    assert answer.verdict is Verdict.NO_CALL_EXPLAINS

"""One incident for everything that moved, answered with what was known then."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

from trailhound.commands.incidents import LATE_RECORDS, Incident, incidents
from trailhound.model.answer import Answer, Candidate, Subject, SubjectKind, Verdict
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.session.contract import Session

FIRED_AT = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
END_AT = FIRED_AT + timedelta(hours=2)
ALARM = Subject(SubjectKind.ALARM, "payments", FIRED_AT)


def candidate(event_id: str, who: str = "dana") -> Candidate:
    caller = Identity(ActorClass.PERSON, who)
    event = Event(0, event_id, FIRED_AT, FIRED_AT, "StopTask", "ecs.amazonaws.com", CallKind.DESTRUCTIVE, caller, "payments")
    return Candidate(event, score=3.0, share=0.9, because=())


@dataclass
class Knowing:
    """A session that learns of calls as its playhead moves: pairs of when, and the ranking from then on."""

    learned: list[tuple[datetime, tuple[Candidate, ...]]]
    playhead: datetime = END_AT
    asked_at: list[datetime] = field(default_factory=list)

    def status(self) -> Any:
        return SimpleNamespace(now=self.playhead)

    def subjects(self) -> list[Subject]:
        return [Subject(SubjectKind.METRIC, "later", FIRED_AT + timedelta(minutes=1)), ALARM]

    def seek_to(self, moment: datetime) -> None:
        self.playhead = moment

    def answer(self, subject: Subject) -> Answer:
        self.asked_at.append(self.playhead)
        ranking = next((found for when, found in reversed(self.learned) if when <= self.playhead), ())
        return Answer(subject, self.playhead, Verdict.CALL if ranking else Verdict.NO_CALL_EXPLAINS, ranking)


def first_incident(*learned: tuple[datetime, tuple[Candidate, ...]], until: datetime = END_AT) -> Incident:
    return incidents(cast("Session", Knowing(list(learned), until)))[0]


def test_the_answer_is_the_one_of_the_moment_it_fired() -> None:
    found = first_incident((FIRED_AT, (candidate("a"),)))

    assert found.ranked_at == FIRED_AT
    assert not found.is_reranked
    assert found.person == "dana"


def test_late_records_that_put_another_call_first_change_the_answer() -> None:
    found = first_incident(
        (FIRED_AT, (candidate("a"),)), (FIRED_AT + timedelta(minutes=9), (candidate("b", "eve"), candidate("a")))
    )

    assert found.is_reranked
    assert found.ranked_at == FIRED_AT + LATE_RECORDS
    assert found.person == "eve"
    assert [one.event.event_id for one in found.at_the_time.candidates] == ["a"]


def test_late_records_that_change_nothing_that_matters_are_left_alone() -> None:
    found = first_incident((FIRED_AT, (candidate("a"),)), (FIRED_AT + timedelta(minutes=9), (candidate("a"), candidate("b"))))

    assert not found.is_reranked


def test_what_comes_after_the_wait_is_not_used() -> None:
    found = first_incident((FIRED_AT + LATE_RECORDS + timedelta(seconds=1), (candidate("a"),)))

    assert found.answer.verdict is Verdict.NO_CALL_EXPLAINS
    assert found.person is None


def test_the_wait_ends_with_what_is_known_at_the_playhead() -> None:
    late = (FIRED_AT + timedelta(minutes=9), (candidate("a"),))

    assert first_incident(late, until=FIRED_AT + timedelta(minutes=5)).answer.candidates == ()


def test_incidents_come_oldest_first_and_the_playhead_comes_back() -> None:
    session = Knowing([])

    found = incidents(cast("Session", session))

    assert [incident.subject.name for incident in found] == ["payments", "later"]
    assert session.playhead == END_AT


def test_an_id_names_kind_name_and_time() -> None:
    assert first_incident().id == "alarm/payments/2026-03-02T14:05:00Z"


def test_a_caller_without_a_name_is_nobody() -> None:
    assert first_incident((FIRED_AT, (candidate("a", who=""),))).person is None

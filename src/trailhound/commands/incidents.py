"""What went wrong in a session and who did it: one incident for every alarm that fired and every metric that stepped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from trailhound.model.answer import Answer, Subject, Verdict
from trailhound.session.contract import Session

LATE_RECORDS = timedelta(minutes=15)
"""How long after a call CloudTrail may still deliver its record ("typically within 15 minutes", CloudTrail user guide)."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that moved, with the answer to who did it.

    ``answer`` uses what was known at ``ranked_at``. That is the moment it moved, unless records that were delivered up to
    15 minutes later put another call first: then it is the end of that wait, and ``at_the_time`` is the answer that could
    be given at the moment itself. ``at_the_time`` is the same as ``answer`` otherwise.
    """

    id: str
    subject: Subject
    answer: Answer
    at_the_time: Answer

    @property
    def ranked_at(self) -> datetime:
        """The moment whose knowledge the answer uses."""
        return self.answer.as_of

    @property
    def is_reranked(self) -> bool:
        """Say whether late records changed the answer."""
        return self.answer is not self.at_the_time

    @property
    def person(self) -> str | None:
        """Who is behind the call that explains it; None if no call does, or its record names nobody."""
        if self.answer.verdict is not Verdict.CALL or not self.answer.candidates:
            return None
        return self.answer.candidates[0].event.identity.name or None


def incidents(session: Session) -> list[Incident]:
    """Give what went wrong up to the playhead, oldest first. The playhead comes back to where it was."""
    until = session.status().now
    found = [_incident(session, subject, until) for subject in _in_order(session.subjects())]
    session.seek_to(until)
    return found


def _in_order(subjects: Sequence[Subject]) -> list[Subject]:
    return sorted(subjects, key=lambda subject: (subject.at, subject.kind.value, subject.name))


def _incident(session: Session, subject: Subject, until: datetime) -> Incident:
    at_the_time = _answer(session, subject, subject.at)
    wait_is_over = min(subject.at + LATE_RECORDS, until)
    later = _answer(session, subject, wait_is_over) if wait_is_over > subject.at else at_the_time
    answer = at_the_time if _first(later) == _first(at_the_time) else later
    name = f"{subject.kind.value}/{subject.name}/{subject.at.isoformat().replace('+00:00', 'Z')}"
    return Incident(name, subject, answer, at_the_time)


def _answer(session: Session, subject: Subject, moment: datetime) -> Answer:
    session.seek_to(moment)
    return session.answer(subject)


def _first(answer: Answer) -> tuple[Verdict, str]:
    """Give what the reader would act on: the verdict and the call that stands first."""
    best = answer.candidates[0].event.event_id if answer.candidates and answer.verdict is Verdict.CALL else ""
    return answer.verdict, best

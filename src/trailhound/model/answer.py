"""The answer to "who did it": candidates, each with its reasons, or that no call explains it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime

from trailhound.model.event import Event


class SubjectKind(enum.StrEnum):
    """What moved."""

    ALARM = "alarm"
    METRIC = "metric"
    FINDING = "finding"
    EVENT = "event"


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """The thing that is asked about, and when it moved. ``name`` is unique inside its kind."""

    kind: SubjectKind
    name: str
    at: datetime


class Verdict(enum.StrEnum):
    """What the answer says."""

    CALL = "call"
    NO_CALL_EXPLAINS = "no-call-explains"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of "because": points for or against, a sentence, and the ids of the records that prove it.

    ``source`` is a word or two for the right margin: where the fact comes from ("request", "metric", "30 days").
    """

    points: float
    text: str
    evidence: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A call that could have caused it. ``share`` is our confidence, 0 to 1; ``rows`` are all events of a burst."""

    event: Event
    score: float
    share: float
    because: tuple[Reason, ...]
    rows: tuple[int, ...] = ()
    event_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Who did what just before this moved, and why we think so.

    ``candidates`` are best first and stay listed when the verdict is that no call explains it. ``no_call_share`` is
    the confidence in that; 0 if no call of that time is known, for then nothing can be said. ``moved_at`` is the
    change point of the metric (None if it shows none). ``looked_at`` counts the calls that were weighed. ``attempts``
    are refused calls: shown, never ranked. ``as_of`` is the moment whose knowledge was used.
    """

    subject: Subject
    as_of: datetime
    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()
    no_call_share: float = 0.0
    moved_at: datetime | None = None
    looked_at: int = 0
    ruled_out: tuple[Reason, ...] = ()
    attempts: tuple[Event, ...] = field(default=())

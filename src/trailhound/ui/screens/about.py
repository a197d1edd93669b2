"""What a line of a drill screen stands for: how it is opened, how its trail is found, and what of it can be copied."""

from __future__ import annotations

from dataclasses import dataclass

from trailhound.model.answer import Subject
from trailhound.model.event import Event
from trailhound.model.metric import Metric
from trailhound.model.text import inert
from trailhound.session.contract import Session
from trailhound.session.views import ThingKind
from trailhound.session.words import clock_time
from trailhound.ui.messages import Kind, Open


@dataclass(frozen=True, slots=True)
class AlarmName:
    """An alarm, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class ThingName:
    """A person, session, resource, address or call, by its name."""

    kind: ThingKind
    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line that can be walked to and copied, but has no screen of its own."""

    text: str
    what: str = "line"


About = Event | AlarmName | ThingName | Metric | Subject | Text
"""What a line can stand for."""


def opening(about: object) -> Open | None:
    """Give the message that opens a thing; None if it has no screen."""
    match about:
        case Event():
            return Open(Kind.RECORD, about.row)
        case AlarmName():
            return Open(Kind.ALARM, about.name)
        case ThingName():
            return Open(Kind.THING, (about.kind, about.name))
        case Metric():
            return Open(Kind.METRIC, about)
        case Subject():
            return Open(Kind.WHO, about)
    return None


def session_of(event: Event) -> str:
    """The key that all calls of one set of temporary credentials share; "" if the record has none."""
    return event.identity.access_key_id or event.identity.principal_id


def trail_of(session: Session, about: object) -> str:
    """Give the filter that shows every event about a thing; "" if there is none.

    The trail of a call is that of its caller's session; of an alarm or metric, that of the resource it watches.
    """
    match about:
        case Event() if session_of(about):
            return session.thing(ThingKind.SESSION, session_of(about)).filter
        case Event() if about.identity.name:
            return session.thing(ThingKind.PERSON, about.identity.name).filter
        case ThingName():
            return session.thing(about.kind, about.name).filter
        case Metric() if about.subject:
            return session.thing(ThingKind.RESOURCE, about.subject).filter
        case AlarmName():
            detail = session.alarm(about.name)
            return trail_of(session, detail.view.alarm.metric)
        case Subject():
            return _trail_of_subject(session, about)
    return ""


def _trail_of_subject(session: Session, subject: Subject) -> str:
    candidates = session.answer(subject).candidates
    return trail_of(session, candidates[0].event) if candidates else ""


@dataclass(frozen=True, slots=True)
class Copyable:
    """Something to put on the clipboard: what it is called in the menu, and the text."""

    what: str
    text: str


def copyables(session: Session, about: object) -> tuple[Copyable, ...]:
    """List what of a thing can be copied, the most wanted first. Texts are whole, never cut."""
    match about:
        case Event():
            return _present(
                Copyable("row", row_text(about)),
                Copyable("event id", about.event_id),
                Copyable("ARN of the caller", about.identity.arn),
                Copyable("principal id", about.identity.principal_id),
                Copyable("access key id", about.identity.access_key_id),
                Copyable("address", about.address),
                Copyable("target", about.target),
                Copyable("error", about.error_code),
                Copyable("record as JSON", session.record(about.row).raw),
            )
        case AlarmName():
            alarm = session.alarm(about.name).view.alarm
            return _present(Copyable("name", alarm.name), Copyable("ARN", alarm.arn), Copyable("rule", alarm.rule))
        case Metric():
            return _present(Copyable("metric", metric_text(about)), Copyable("subject", about.subject))
        case ThingName():
            return _present(Copyable("name", about.name), Copyable("filter", session.thing(about.kind, about.name).filter))
        case Subject():
            return _present(Copyable("name", about.name), Copyable("time", about.at.isoformat()))
        case Text():
            return _present(Copyable(about.what, about.text))
    return ()


def _present(*found: Copyable) -> tuple[Copyable, ...]:
    return tuple(copyable for copyable in found if copyable.text)


def row_text(event: Event) -> str:
    """The row of the event list as one line of text, for a chat or a ticket; inert, so that it is safe to paste."""
    cells = (
        f"{event.occurred_at:%Y-%m-%d} {clock_time(event.occurred_at)}Z",
        event.short_name,
        event.identity.name,
        event.target,
        event.error_code,
        event.address,
        event.region,
        event.event_id,
    )
    return "  ".join(inert(cell) for cell in cells if cell)


def metric_text(metric: Metric) -> str:
    """A metric on one line, in AWS's words."""
    dimensions = ",".join(f"{name}={value}" for name, value in metric.dimensions)
    seconds = int(metric.period.total_seconds())
    return " ".join(part for part in (metric.namespace, metric.name, dimensions, metric.statistic, f"{seconds}s") if part)

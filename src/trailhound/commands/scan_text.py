"""The report of a scan for people: the answers first, then what they rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from trailhound.commands.incidents import Incident
from trailhound.commands.output import cut, fitted, sign
from trailhound.commands.survey import Survey
from trailhound.model.alarm import AlarmState
from trailhound.model.answer import Answer, Candidate, SubjectKind, Verdict
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.phrase import plain
from trailhound.session.sentences import before, deed, nobody, who
from trailhound.session.views import AlarmDetail
from trailhound.session.words import clock_time, duration, grouped, percent, plural

CANDIDATES = 3
"""How many calls are shown for an incident; the JSON report has all of them."""

REASONS = 4
FACTS = 8
TROUBLES = 20

MOVING = ("metrics", "alarms", "alarm changes")
"""The kinds of input in which something can be seen to go wrong."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a text report is written on: its width, and whether it must stay ASCII."""

    width: int = 100
    is_ascii: bool = False


def report(taken: Survey, page: Page) -> Iterator[str]:
    """Write the report line by line."""
    yield from _heading(taken, page)
    yield from _incidents(taken, page)
    yield from _alarms(taken, page)
    yield from _unseen(taken, page)
    yield from _not_understood(taken, page)


def _heading(taken: Survey, page: Page) -> Iterator[str]:
    status = taken.status
    span = status.span
    twice = f", {plural(status.duplicates, 'duplicate')} left out" if status.duplicates else ""
    if taken.is_empty:
        yield "Nothing was understood."
        return
    yield f"{plural(status.events, 'event')}{twice}"
    yield f"{_date_time(span.start_at)} to {_date_time(span.end_at)} UTC, {duration(span.duration)}"
    if status.now < span.end_at:
        yield f"as known at {_date_time(status.now)} UTC"
    where = [name for names in (status.accounts, status.regions) if (name := ", ".join(names))]
    if where:
        yield from fitted("; ".join(where), page.width)


def _incidents(taken: Survey, page: Page) -> Iterator[str]:
    if taken.is_empty:
        return
    yield ""
    if not taken.incidents:
        can_move = any(source.what in MOVING for source in taken.coverage.sources)
        yield "Nothing went wrong: no alarm fired and no metric stepped." if can_move else "No incident can be told from this."
        return
    yield plural(len(taken.incidents), "incident")
    for incident in taken.incidents:
        yield ""
        yield from _incident(incident, page)


def _incident(incident: Incident, page: Page) -> Iterator[str]:
    subject = incident.subject
    happened = {SubjectKind.ALARM: "went to ALARM", SubjectKind.METRIC: "stepped", SubjectKind.FINDING: "was found"}
    glyph = sign(AlarmState.ALARM, page.is_ascii)
    title = f"{glyph} {_date_time(subject.at)}  {subject.kind.value} {subject.name} {happened.get(subject.kind, '')}"
    yield from fitted(title.rstrip(), page.width, hanging="    ")
    yield from fitted(sentence(incident.answer), page.width, "  ")
    for number, candidate in enumerate(incident.answer.candidates[:CANDIDATES], 1):
        yield from _candidate(number, candidate, page)
    if incident.is_reranked:
        then = sentence(incident.at_the_time)
        yield from fitted(
            f"(with records delivered until {clock_time(incident.ranked_at)}; at the time itself: {then})", page.width, "  "
        )


def sentence(answer: Answer) -> str:
    """Say who did it, how long before, and how sure that is; or that no call explains it."""
    if answer.verdict is Verdict.NO_CALL_EXPLAINS or not answer.candidates:
        words, how_sure = nobody(answer)
        return f"{words.rstrip('.')} ({how_sure}); {plural(answer.looked_at, 'call')} looked at."
    best = answer.candidates[0]
    moved_at = answer.moved_at or answer.subject.at
    gap = before(best.event.occurred_at, moved_at)
    return f"{_deed(best)}, {gap} ({percent(best.share)})."


def _deed(candidate: Candidate) -> str:
    times = len(candidate.rows)
    if times <= 1:
        return plain(deed(candidate.event))
    return f"{plain(who(candidate.event.identity))} called {candidate.event.short_name} {times} times"


def _candidate(number: int, candidate: Candidate, page: Page) -> Iterator[str]:
    event = candidate.event
    left = f"  {number}. {percent(candidate.share):>5}  {clock_time(event.occurred_at)}  "
    times = f" x{len(candidate.rows)}" if len(candidate.rows) > 1 else ""
    call = f"{sign(event.kind, page.is_ascii)} {event.short_name}{times}  {caller(event.identity)}  {event.target}"
    yield left + cut(call.rstrip(), page.width - len(left))
    for reason in candidate.because[:REASONS]:
        points = f"{reason.points:+.1f}"
        yield from fitted(reason.text, page.width, f"{points:>{len(left)}}  ", " " * (len(left) + 2))


def caller(identity: Identity) -> str:
    """Name who called: a person bare, anything else behind its class."""
    name = identity.name or "someone"
    return name if identity.actor in (ActorClass.PERSON, ActorClass.UNKNOWN) else f"{identity.actor.value} {name}"


def _alarms(taken: Survey, page: Page) -> Iterator[str]:
    if not taken.alarms:
        return
    counts = Counter(detail.view.state for detail in taken.alarms)
    states = ", ".join(f"{counts[state]} {state}" for state in AlarmState if counts[state])
    yield ""
    yield f"{plural(len(taken.alarms), 'alarm')}: {states}"
    for detail in taken.alarms:
        if detail.view.state is not AlarmState.OK or _differs(detail):
            yield from _alarm(detail, page)
    fine = [detail.view.alarm.name for detail in taken.alarms if detail.view.state is AlarmState.OK and not _differs(detail)]
    if fine:
        yield from fitted(f"{sign(AlarmState.OK, page.is_ascii)} OK     {', '.join(fine)}", page.width, "  ", " " * 11)


def _alarm(detail: AlarmDetail, page: Page) -> Iterator[str]:
    view = detail.view
    word = "INSUFF" if view.state is AlarmState.INSUFFICIENT_DATA else view.state.value
    since = f"since {_date_time(view.since_at)}" if view.since_at else ""
    ours = f"computed here: {view.computed}" if _differs(detail) else ""
    parts = [part for part in (view.alarm.name, since, ours, view.reason) if part]
    yield from fitted(f"{sign(view.state, page.is_ascii)} {word:<6} {', '.join(parts)}", page.width, "  ", " " * 11)


def _differs(detail: AlarmDetail) -> bool:
    """Say whether our result contradicts what AWS recorded; that data ends with the recording contradicts nothing."""
    computed = detail.view.computed
    return computed not in (None, detail.view.state, AlarmState.INSUFFICIENT_DATA)


def _unseen(taken: Survey, page: Page) -> Iterator[str]:
    facts = taken.coverage.unseen
    if not facts:
        return
    yield ""
    yield "What this can't show"
    for fact in facts[:FACTS]:
        yield from fitted(f"{fact.label}: {plain(fact.value)}", page.width, "  ", "      ")
    if len(facts) > FACTS:
        yield f"  and {grouped(len(facts) - FACTS)} more"


def _not_understood(taken: Survey, page: Page) -> Iterator[str]:
    troubles = taken.troubles
    if not troubles:
        return
    yield ""
    yield f"{grouped(len(troubles))} not understood"
    for trouble in troubles[:TROUBLES]:
        yield from fitted(f"{trouble.where}: {trouble.reason}", page.width, "  ", "      ")
    if len(troubles) > TROUBLES:
        yield f"  and {grouped(len(troubles) - TROUBLES)} more: --format json lists all of them"


def _date_time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")

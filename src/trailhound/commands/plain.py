"""The replay as lines: for screen readers, pipes and anyone who wants no screen."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from trailhound.commands.output import cut
from trailhound.commands.scan_text import caller, sentence
from trailhound.model.alarm import AlarmState, AlarmTransition
from trailhound.model.answer import Subject, SubjectKind
from trailhound.model.event import Event
from trailhound.session.contract import Session, Tail
from trailhound.session.views import AlarmRow, EventRow
from trailhound.session.words import clock_time, rough_duration

CHUNK = 4096
"""Rows that are held as objects at one time while the order of a long recording is found."""

LATE = timedelta(minutes=5)
"""A record is called late if it arrived later than CloudTrail's average ("about 5 minutes", CloudTrail user guide)."""

FIELD = 200
"""Characters of one field that are worth a line."""


@dataclass(slots=True)
class Pace:
    """Waits between lines as the recording did, so many times faster."""

    speed: float = math.inf
    sleep: Callable[[float], None] = time.sleep
    _last: datetime | None = field(default=None)

    def wait_for(self, moment: datetime) -> None:
        """Wait as long as passed since the moment before this one."""
        if self._last is not None and math.isfinite(self.speed) and moment > self._last:
            self.sleep((moment - self._last).total_seconds() / self.speed)
        self._last = moment


def lines(session: Session, start_at: datetime | None, pace: Pace) -> Iterator[str]:
    """Tell a session from a moment on, in the order in which things became known, one line each.

    A line is: time, what it is, call, who, target, result. An alarm that fires is followed by who did it. The filter of
    the session decides which calls are told. The playhead moves along.
    """
    session.to_end()
    tail = session.tail()
    day: date | None = None
    for moment, index in _in_order(tail, start_at):
        row = tail.rows(index, index + 1)[0]
        pace.wait_for(moment)
        if moment.date() != day:
            day = moment.date()
            yield f"{day.isoformat()}, times in UTC"
        if isinstance(row, EventRow):
            yield event_line(row.event)
        elif isinstance(row, AlarmRow):
            yield from _alarm_lines(session, row.transition)


def _in_order(tail: Tail, start_at: datetime | None) -> list[tuple[datetime, int]]:
    """Give every call and alarm change by the moment it was known, as (moment, place in the tail)."""
    found = []
    for start in range(0, len(tail), CHUNK):
        for index, row in enumerate(tail.rows(start, start + CHUNK), start):
            moment = _known_at(row)
            if moment is not None and (start_at is None or moment >= start_at):
                found.append((moment, index))
    return sorted(found)


def _known_at(row: object) -> datetime | None:
    if isinstance(row, EventRow):
        return row.event.observed_at.astimezone(UTC)
    return row.transition.at.astimezone(UTC) if isinstance(row, AlarmRow) else None


def event_line(event: Event) -> str:
    """Tell one call in a line: ``14:01:52 write UpdateFunctionCode by m.rivera on payments: ok``."""
    target = f" on {cut(event.target, FIELD)}" if event.target else ""
    result = cut(event.error_code, FIELD) or "ok"
    late = f", arrived {rough_duration(event.delay)} late" if event.delay >= LATE else ""
    name = cut(event.short_name, FIELD) or "unnamed call"
    deed = f"{event.kind.value} {name} by {cut(caller(event.identity), FIELD)}{target}"
    return f"{clock_time(event.occurred_at)} {deed}: {result}{late}"


def _alarm_lines(session: Session, change: AlarmTransition) -> Iterator[str]:
    before = f"{change.from_state.value} -> " if change.from_state else ""
    reason = f": {cut(change.reason, FIELD)}" if change.reason else ""
    yield f"{clock_time(change.at)} alarm {cut(change.alarm, FIELD)} {before}{change.to_state.value}{reason}"
    if change.to_state is AlarmState.ALARM:
        session.seek_to(change.at)
        answer = session.answer(Subject(SubjectKind.ALARM, change.alarm, change.at))
        yield f"{clock_time(change.at)} answer {cut(sentence(answer), 2 * FIELD)}"

"""The incident so far, in the order of time: the call, what moved, which alarms fired, who reacted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from textual.strip import Strip

from trailhound.model.answer import Answer, SubjectKind, Verdict
from trailhound.model.event import Event
from trailhound.session.views import Headline
from trailhound.session.words import clock_time, rough_duration
from trailhound.ui.context import Context
from trailhound.ui.glyphs import ALARM, READ, call_glyph
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Heading, Pane

_BEFORE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Moment:
    """One line: when, what kind, and what happened."""

    at: datetime
    glyph: str
    text: str
    role: Role
    is_bold: bool = False


class IncidentPane(Pane):
    """Made from the headline, its answer and everything else that moved about the same time."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._moments: list[Moment] = []
        self._headline: Headline | None = None
        self._now: datetime | None = None

    def reload(self) -> None:
        """Put the moments together."""
        session = self.context.session
        self._headline = session.headline()
        self._now = session.status().now
        self._moments = []
        if self._headline is None:
            return
        answer = session.answer(self._headline.subject)
        first = self._headline.subject.at - _BEFORE
        moments = _calls(answer)
        for subject in session.subjects():
            if subject.at < first or subject.kind not in {SubjectKind.ALARM, SubjectKind.METRIC}:
                continue
            is_alarm = subject.kind is SubjectKind.ALARM
            text = subject.name if is_alarm else f"{subject.name} moves"
            role = Role.ALARM if is_alarm else Role.TEXT
            moments.append(Moment(subject.at, ALARM if is_alarm else READ, text, role, is_alarm))
        if answer.moved_at is not None:
            moments.append(Moment(answer.moved_at, READ, "the metric steps", Role.TEXT))
        self._moments = sorted(moments, key=lambda moment: moment.at)

    def heading(self) -> Heading:
        """Say how long it has been going on."""
        if self._headline is None or self._now is None:
            return Heading("Incident so far", "", "none", 7)
        age = max(self._now - self._headline.subject.at, timedelta(0))
        return Heading("Incident so far", "", f"open, {rough_duration(age)}", 7)

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw the newest that fit."""
        if not self._moments:
            return [self.line(width).put("Nothing has moved up to now.", Role.MUTED).strip()]
        strips = []
        for moment in self._moments[-height:]:
            line = self.line(width).put(clock_time(moment.at), Role.MUTED)
            line.put(f" {self.context.inks.glyph(moment.glyph)} ", moment.role)
            line.put(moment.text, moment.role, width=max(width - line.column, 0), bold=moment.is_bold)
            strips.append(line.strip())
        return strips


def _calls(answer: Answer) -> list[Moment]:
    moments = []
    if answer.verdict is Verdict.CALL and answer.candidates:
        event = answer.candidates[0].event
        moments.append(Moment(event.occurred_at, call_glyph(event), _sentence(event), Role.ACCENT, True))
    moments.extend(
        Moment(event.occurred_at, call_glyph(event), f"{_sentence(event)}: denied", Role.DENIED) for event in answer.attempts
    )
    return moments


def _sentence(event: Event) -> str:
    return f"{event.identity.name or 'unknown'} {event.short_name} {event.target}".strip()

"""Why an alarm is in its state: its data points, how it was decided minute by minute, and what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from trailhound.model.alarm import Alarm, AlarmState, AlarmTransition, Mark
from trailhound.model.answer import Answer, Subject, SubjectKind, Verdict
from trailhound.model.event import Event
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.model.time_span import TimeSpan
from trailhound.session.sentences import nobody
from trailhound.session.views import AlarmDetail, Decision, MetricView, Tick
from trailhound.session.words import beside, clock_time, duration, percent
from trailhound.ui import glyphs
from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Key
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.screens.about import AlarmName
from trailhound.ui.screens.drill import DrillScreen, Page
from trailhound.ui.screens.lines import STATE_ROLES, fact_rows, heading_row, phrase_row, transition_row
from trailhound.ui.widgets.chart import Chart, chart_rows, cropped, state_cells, stretch
from trailhound.ui.widgets.event_row import put_who
from trailhound.ui.widgets.listing import Listing
from trailhound.ui.widgets.placement import Breadth, Column
from trailhound.ui.widgets.raster import paint as paint_cells
from trailhound.ui.widgets.section import NOTHING, Content, Row, Section, listing
from trailhound.ui.widgets.sentence import Sentence

_STATE_LABEL = 6
_SAME_CHANGE = timedelta(minutes=2)
_LEFT = ("points", "decided", "missing")
_RIGHT = ("history", "before", "hears")


class AlarmScreen(DrillScreen):
    """One alarm, explained. Its key is the alarm's name."""

    NAMES = ("points", "decided", "missing", "history", "before", "hears")
    PLAN: ClassVar = {
        Breadth.MEDIUM: (Column(_LEFT, stretch=("points",)), Column(_RIGHT, 50)),
        Breadth.WIDE: (Column(("points",), stretch=("points",)), Column(("decided", "missing"), 66), Column(_RIGHT, 45)),
    }
    FIRST = "decided"
    FOOTER = "alarm"
    BELOW: ClassVar = {"decided": "points"}
    BINDINGS = bindings(Place.DRILL, Place.ALARM)

    def __init__(self, context: Context, key: Key = None) -> None:
        super().__init__(context, key)
        self._detail: AlarmDetail | None = None
        self._answer: Answer | None = None
        self._looked_at: datetime | None = None

    def load(self) -> Page:
        """Ask how the alarm stands, and what came before it last fired."""
        assert isinstance(self.key, str)
        session = self.context.session
        is_first = self._detail is None
        detail = self._detail = session.alarm(self.key)
        subject = fired(detail)
        answer = self._answer = session.answer(subject) if subject is not None else None
        if is_first:
            self._start(detail, subject)
        now = session.status().now
        sections = {
            "points": points(detail, answer, self._looked_at),
            "decided": decided(detail),
            "missing": missing(detail),
            "history": listing("History", [transition_row(one, now) for one in history(detail.transitions)], least=3),
            "before": before(answer, subject),
            "hears": listing("Who hears it", fact_rows(detail.hears), least=2, short="Who hears"),
        }
        return Page((self.key, "why this state"), sentence(detail), sections, AlarmName(self.key), "alarms")

    def open_about(self, section: Section, about: object) -> None:
        """The decisions are walked, not opened: enter goes to the next one."""
        if isinstance(about, Minute):
            section.action_move(1)
        elif about != AlarmName(str(self.key)):
            super().open_about(section, about)

    def _start(self, detail: AlarmDetail, subject: Subject | None) -> None:
        """Point at what is explained: the alarm's last firing, and the evaluation that decided it."""
        if subject is not None:
            self.context.session.selection.subject = subject
        if detail.decisions:
            moments = [one.at for one in detail.decisions]
            self._looked_at = subject.at if subject is not None and subject.at in moments else moments[-1]
            self.columns.section("decided").hold(Minute(self._looked_at))

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """The chart shows the window of the evaluation under the cursor."""
        section = event.listing
        if isinstance(section, Section) and isinstance(section.about, Minute) and self._detail is not None:
            self._looked_at = section.about.at
            self.columns.section("points").show(points(self._detail, self._answer, self._looked_at))


@dataclass(frozen=True, slots=True)
class Minute:
    """One evaluation, by its moment."""

    at: datetime


def fired(detail: AlarmDetail) -> Subject | None:
    """Give the last time the alarm went to ALARM, as a thing to ask about."""
    moments = [one.at for one in detail.transitions if one.to_state is AlarmState.ALARM]
    if not moments and detail.view.state is AlarmState.ALARM and detail.view.since_at is not None:
        moments = [detail.view.since_at]
    return Subject(SubjectKind.ALARM, detail.view.alarm.name, max(moments)) if moments else None


def history(transitions: Sequence[AlarmTransition]) -> list[AlarmTransition]:
    """Give the changes of state, newest first; one that was recorded hides the same one decided here."""
    recorded = [one for one in transitions if not one.is_computed]
    return [
        one
        for one in reversed(transitions)
        if not one.is_computed
        or not any(other.to_state is one.to_state and abs(other.at - one.at) <= _SAME_CHANGE for other in recorded)
    ]


def sentence(detail: AlarmDetail) -> Sentence:
    """Say which state, since when and why; on the alarm's ground while it fires."""
    state = detail.view.state
    mark = Word(f"{glyphs.STATES[state][0]} ", Tone(STATE_ROLES[state].value), is_bold=True)
    lines: list[tuple[Phrase, str]] = [((mark, *detail.sentence), ""), (_muted(detail.settings), "")]
    if detail.comparison:
        lines.append((detail.comparison, ""))
    if detail.view.not_evaluated:
        lines.append(((Word(f"not evaluated here: {detail.view.not_evaluated}", Tone.MUTED),), ""))
    return Sentence(tuple(lines), Role.ALARM_BG if state is AlarmState.ALARM else Role.SURFACE)


def _muted(phrase: Phrase) -> Phrase:
    return tuple(Word(word.text, Tone.MUTED if word.tone is Tone.TEXT else word.tone, word.is_bold) for word in phrase)


def window(alarm: Alarm, view: MetricView, at: datetime | None) -> TimeSpan:
    """Give the stretch an evaluation looked at; the newest one if no moment is given."""
    end_at = view.series.end_at if at is None else at
    return TimeSpan(end_at - view.series.metric.period * alarm.evaluation_periods, end_at)


def points(detail: AlarmDetail, answer: Answer | None, at: datetime | None = None) -> Content:
    """Draw the metric with its threshold, the evaluation window, and under it the alarm's states."""
    view = detail.metric
    if view is None:
        return NOTHING
    best = answer.candidates[0] if answer is not None and answer.candidates and answer.verdict is Verdict.CALL else None
    tick = Tick(best.event.occurred_at, best.event.row, best.event.kind, is_culprit=True) if best else None
    label = f"{clock_time(best.event.occurred_at)} {best.event.identity.name}" if best else ""
    keep = best.event.occurred_at if best else None

    def build(width: int, height: int) -> Sequence[Row]:
        shown = replace(view, series=cropped(view.series, width, keep))
        bands = (window(detail.view.alarm, view, at),)
        chart = Chart(shown, tick, label, bands=bands, transitions=detail.transitions, has_peak=True)
        _, span = stretch(shown.series, width)
        return [*chart_rows(chart, width, max(height - 2, 3)), *_state_rows(detail, span)]

    series = cropped(view.series, 66, keep)
    right = f"{series.start_at:%H:%M} to {series.end_at:%H:%M}, {duration(series.metric.period)}"
    return Content("Data points", build, 13, right=right, least=7, short="Points", most=20)


def _state_rows(detail: AlarmDetail, span: TimeSpan) -> list[Row]:
    state = detail.view.state

    def bar(line: Line, _is_selected: bool) -> None:
        line.put("state", Role.FAINT)
        cells = state_cells(detail.transitions, state, span, line.width)[_STATE_LABEL:]
        paint_cells(line, cells, line.inks, at=_STATE_LABEL)

    def words(line: Line, _is_selected: bool) -> None:
        first = next((one for one in detail.transitions if span.start_at <= one.at < span.end_at), None)
        earlier = first.from_state if first is not None else None
        if earlier is not None and earlier is not state:
            glyph, word = glyphs.STATES[earlier]
            line.mark(glyph, STATE_ROLES[earlier], at=_STATE_LABEL).put(f" {word}", STATE_ROLES[earlier])
        glyph, word = glyphs.STATES[state]
        at = max(line.width - len(word) - 2, 0)
        line.mark(glyph, STATE_ROLES[state], at=at, bold=True).put(f" {word}", STATE_ROLES[state], bold=True)

    return [Row(bar), Row(words)]


def decided(detail: AlarmDetail) -> Content:
    """List the evaluations: which points were looked at, how many breached, and what came of it."""
    if not detail.decisions:
        return NOTHING
    cells = max((len(_value(detail, value)) for one in detail.decisions for value, _ in one.points), default=3) + 3
    needed = 1 + min(max(len(one.points) for one in detail.decisions), detail.view.alarm.evaluation_periods) * cells

    def build(width: int, _height: int) -> Sequence[Row]:
        breach_at = min(14 + needed, max(width - 17, 30))
        breach_at = max(breach_at, width - 16) if width < 80 else max(breach_at, width - 24)
        head = heading_row(
            (2, "evaluated"), (14, "points looked at, oldest first"), (breach_at, "breach"), (breach_at + 8, "state")
        )
        return [head, *(_decision_row(detail, one, cells, breach_at) for one in detail.decisions)]

    note = "enter walks minute by minute"
    return Content("How it was decided", build, len(detail.decisions) + 1, note, least=4, short="Decided")


def _decision_row(detail: AlarmDetail, decision: Decision, cells: int, breach_at: int) -> Row:
    roles = {Mark.BREACHING: Role.BREACH, Mark.GOOD: Role.MUTED, Mark.MISSING: Role.FAINT}
    fits = max((breach_at - 15) // cells, 1)

    def paint(line: Line, is_selected: bool) -> None:
        line.put(clock_time(decision.at), Role.BRIGHT if is_selected else Role.TIME, at=2)
        shown = decision.points[-fits:]
        line.column = 14
        if len(shown) < len(decision.points):
            line.column = 12
            line.put("… ", Role.FAINT)
        for value, mark in shown:
            start = line.column
            line.mark(glyphs.MARKS[mark], roles[mark]).put(" ").put(_value(detail, value), roles[mark])
            line.column = start + cells
        is_bad = decision.state is AlarmState.ALARM
        role = Role.ALARM if is_bad else Role.TEXT
        line.put(f"{decision.breaching} of {len(decision.points)}", role, at=breach_at, bold=is_bad)
        glyph, word = glyphs.STATES[decision.state]
        ink = STATE_ROLES[decision.state]
        line.mark(glyph, ink, at=breach_at + 8, bold=is_bad).put(f" {word}", ink, bold=is_bad)

    return Row(paint, Minute(decision.at))


def _value(detail: AlarmDetail, value: float | None) -> str:
    """Write a value without its unit, in the size of the threshold: the chart beside it names the unit."""
    if value is None:
        return "none"
    if detail.metric is None:
        return f"{value:g}"
    threshold = detail.view.alarm.threshold
    return beside(value, value if threshold is None else threshold, detail.metric.unit)


def missing(detail: AlarmDetail) -> Content:
    """List what the alarm would do without any data, for each treatment."""
    if not detail.treatments:
        return NOTHING
    periods = detail.view.alarm.evaluation_periods
    absent = sum(mark is Mark.MISSING for mark in detail.view.marks)
    title = f"If all {periods} points were missing" if periods > 1 else "If the point were missing"
    right = f"now {absent or 'none'} is" if absent < 2 else f"now {absent} are"
    return listing(title, [_treatment_row(*one) for one in detail.treatments], right=right, least=4, inset=0, short="If missing")


def _treatment_row(name: str, state: AlarmState, note: str, is_used: bool) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.mark(glyphs.LIVE if is_used else glyphs.OTHER, Role.ACCENT if is_used else Role.MUTED, at=2)
        line.put(name, Role.BRIGHT if is_used else Role.TEXT, at=4, bold=is_used)
        line.mark(glyphs.STATES[state][0], STATE_ROLES[state], at=18).put(f" {state.value}", Role.MUTED)
        if note:
            line.put(f", {note}", Role.MUTED)
        if is_used:
            line.right("in use", Role.ACCENT)

    return Row(paint)


def before(answer: Answer | None, subject: Subject | None) -> Content:
    """List the likeliest calls; enter shows the whole answer."""
    if answer is None or subject is None:
        return NOTHING
    rows: list[Row] = []
    if answer.verdict is not Verdict.CALL:
        words: Phrase = (
            Word(nobody(answer)[0], Tone.BRIGHT, is_bold=True),
            Word(f" {nobody(answer)[1]}"),
        )
        rows.append(phrase_row(words, about=subject))
    for index, candidate in enumerate(answer.candidates[:3]):
        rows.append(_before_row(candidate.share, candidate.event, subject, index == 0 and answer.verdict is Verdict.CALL))
    return listing("Before this moved", rows, right="w who did it", least=2, short="Before")


def _before_row(share: float, event: Event, subject: Subject, is_first: bool) -> Row:

    def paint(line: Line, is_selected: bool) -> None:
        line.right(percent(share), Role.ACCENT if is_first else Role.MUTED, end=4, bold=is_first)
        name = event.identity.name or "unknown"
        room = max(line.width - 8 - min(len(name), 16), 10)
        strong = is_first or is_selected
        line.put(event.short_name, Role.BRIGHT if strong else Role.TEXT, at=6, width=room, bold=strong)
        put_who(line, event, max(line.width - len(name), 6 + room + 1), len(name), is_trail=is_first)

    return Row(paint, event if not is_first else subject)

"""Who did what just before this moved: the sentence, the candidates with their reasons, and what was ruled out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from trailhound.model.answer import Answer, Candidate, Reason, Subject, SubjectKind, Verdict
from trailhound.model.event import Event
from trailhound.model.phrase import Phrase, Tone, Word, plain
from trailhound.session.sentences import nobody
from trailhound.session.views import MetricView, RecordView, Tick
from trailhound.session.words import clock_time, duration, grouped, percent, plural
from trailhound.ui import glyphs
from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Key
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.screens.drill import DrillScreen, Page
from trailhound.ui.screens.lines import call_row, lineage_rows, put_call
from trailhound.ui.widgets.chart import Chart, chart_rows, cropped
from trailhound.ui.widgets.event_row import put_who
from trailhound.ui.widgets.listing import Listing
from trailhound.ui.widgets.placement import Breadth, Column
from trailhound.ui.widgets.section import NOTHING, Content, Row, Section, blank, listing
from trailhound.ui.widgets.sentence import Sentence, put_gauge
from trailhound.ui.wrapping import wrapped

CHART_PERIODS = 240
_REASONED = 3
"""How many candidates have their reasons shown without being asked."""


class WhoScreen(DrillScreen):
    """The answer for one thing that moved. Its key is the subject."""

    NAMES = ("candidates", "ruled", "chart", "path", "session")
    PLAN = {
        Breadth.MEDIUM: (Column(("candidates", "ruled")), Column(("chart", "path", "session"), 50, stretch=("chart",))),
        Breadth.WIDE: (
            Column(("candidates", "ruled")),
            Column(("chart",), 66, stretch=("chart",)),
            Column(("path", "session"), 45),
        ),
    }
    FOOTER = "who"
    BINDINGS = bindings(Place.DRILL, Place.WHO)

    def __init__(self, context: Context, key: Key = None) -> None:
        super().__init__(context, key)
        self._answer: Answer | None = None
        self._opened: int | None = None

    def load(self) -> Page:
        """Ask for the answer and for the record of the best candidate."""
        subject = self.key
        assert isinstance(subject, Subject)
        session = self.context.session
        answer = self._answer = session.answer(subject)
        best = answer.candidates[0] if answer.candidates else None
        record = session.record(best.event.row) if best else None
        view = self._moved(subject)
        is_call = answer.verdict is Verdict.CALL
        sections = {
            "candidates": candidates(answer, self._opened),
            "ruled": ruled_out(answer),
            "chart": self._chart(view, best if is_call else None, subject),
            "path": listing("Path", lineage_rows(record.lineage)) if record and is_call else NOTHING,
            "session": also(record, answer.as_of) if record and is_call else NOTHING,
        }
        sentence = answer_sentence(answer, record, view, session.status().events)
        return Page((subject.name, "who did it"), sentence, sections, best.event if best and is_call else subject)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """A candidate far down gives its reasons when the cursor stands on it."""
        section = event.listing
        if self._answer is None or not isinstance(section, Section) or section.key != "candidates":
            return
        about = section.about
        opened = about.row if isinstance(about, Event) else None
        if opened != self._opened:
            self._opened = opened
            section.show(candidates(self._answer, opened))

    def _moved(self, subject: Subject) -> MetricView | None:
        """Find the metric that a subject is about."""
        if subject.kind is SubjectKind.ALARM:
            return self.context.session.alarm(subject.name).metric
        views = self.context.session.metrics(CHART_PERIODS)
        return next((view for view in views if subject.name in (name_of(view), view.metric.label, view.title)), None)

    def _chart(self, view: MetricView | None, best: Candidate | None, subject: Subject) -> Content:
        if view is None:
            return NOTHING
        detail = self.context.session.metric(view.metric, CHART_PERIODS)
        moment = best.event.occurred_at if best else subject.at
        tick = Tick(best.event.occurred_at, best.event.row, best.event.kind, is_culprit=True) if best else None

        def build(width: int, height: int) -> Sequence[Row]:
            series = cropped(detail.view.series, width, moment)
            shown = replace(view, series=series)
            chart = Chart(shown, followed=tick, transitions=detail.transitions)
            return chart_rows(chart, width, height)

        start_at = cropped(detail.view.series, 50, moment).start_at
        return Content(view.measure or view.title, build, 8, view.title, f"{start_at:%H:%M} to now", least=4, most=18)


def candidates(answer: Answer, opened: int | None = None) -> Content:
    """List the candidates, and how sure we are that none of them did it.

    The likeliest ones have their reasons below them, and so has the one whose row is ``opened``.
    """
    is_call = answer.verdict is Verdict.CALL

    def build(width: int, _height: int) -> Sequence[Row]:
        rows: list[Row] = [] if is_call else [_no_call_row(answer.no_call_share, is_verdict=True), blank()]
        for index, candidate in enumerate(answer.candidates):
            is_first = index == 0 and is_call
            rows.append(_candidate_row(candidate, is_first))
            if index < _REASONED or candidate.event.row == opened:
                for reason in candidate.because:
                    rows.extend(_reason_rows(reason, is_first, width))
                rows.append(blank())
        if is_call:
            if len(answer.candidates) > _REASONED:
                rows.append(blank())
            rows.append(_no_call_row(answer.no_call_share))
        if answer.attempts:
            rows.append(blank())
            rows.extend(_attempt_row(event, answer.moved_at or answer.subject.at) for event in answer.attempts)
        return rows

    reasons = sum(len(one.because) + 1 for one in answer.candidates[:_REASONED])
    around = 1 + (not is_call) + (is_call and len(answer.candidates) > _REASONED)
    attempts = len(answer.attempts) + 1 if answer.attempts else 0
    lines = len(answer.candidates) + reasons + around + attempts
    right = f"{len(answer.candidates)} of {grouped(answer.looked_at)} calls"
    return Content("Candidates", build, lines, right=right, least=6)


def _candidate_row(candidate: Candidate, is_first: bool) -> Row:
    event = candidate.event

    def paint(line: Line, is_selected: bool) -> None:
        who_at = max(line.width - 25, 32)
        line.right(percent(candidate.share), Role.ACCENT if is_first else Role.MUTED, end=6, bold=is_first)
        put_call(line, event, 8, who_at - 9, is_strong=is_first or is_selected, is_trail=is_first)
        if len(candidate.rows) > 1:
            line.put(f"x{len(candidate.rows)}", Role.MUTED, at=who_at - 5)
        put_who(line, event, who_at, max(line.width - who_at - 9, 6), is_trail=is_first)
        line.right(clock_time(event.occurred_at), Role.TEXT if is_first else Role.TIME)

    return Row(paint, event)


def _reason_rows(reason: Reason, is_first: bool, width: int) -> list[Row]:
    """Draw a reason; that of the likeliest call is told whole, the others on one line."""
    room = max(width - 14 - (len(reason.source) + 2 if reason.source else 0), 10)
    lines = wrapped((Word(reason.text),), room, most=3) if is_first else [(Word(reason.text),)]
    return [_reason_row(reason, plain(line), room, is_first, is_head=number == 0) for number, line in enumerate(lines)]


def _reason_row(reason: Reason, text: str, room: int, is_first: bool, *, is_head: bool) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        points = f"{reason.points:+.1f}" if reason.points else "0"
        role = Role.LATE if reason.points < 0 else Role.TEXT if reason.points else Role.FAINT
        if is_head:
            line.right(points, role, end=12)
            line.right(reason.source, Role.FAINT)
        line.put(text, Role.TEXT if is_first else Role.MUTED, at=14, width=room)

    return Row(paint)


def _no_call_row(share: float, *, is_verdict: bool = False) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.right(percent(share), Role.BRIGHT if is_verdict else Role.MUTED, end=6, bold=is_verdict)
        line.put("no call explains it", Role.BRIGHT if is_verdict else Role.TEXT, at=8, bold=is_verdict)

    return Row(paint)


def _attempt_row(event: Event, moment: datetime) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.put("not ranked", Role.MUTED, at=2).mark(glyphs.REFUSED, Role.DENIED, at=14).put(" ")
        line.put(event.short_name, Role.DENIED, width=min(len(event.short_name), max(line.room - 24, 12)))
        line.put(f" by {event.identity.name or 'someone'}, denied, {gap_words(event.occurred_at, moment)}", Role.MUTED)

    return Row(paint, event)


def name_of(view: MetricView) -> str:
    """Name a metric: what is measured, and how."""
    return f"{view.title} {view.measure}".strip()


def gap_words(call_at: datetime, moved_at: datetime) -> str:
    """Say how far a call was from what moved: "2 min 8 s before", "4 min after", "at the same time"."""
    gap = moved_at - call_at
    if abs(gap.total_seconds()) < 1:
        return "at the same time"
    return f"{duration(gap)} {'before' if gap.total_seconds() > 0 else 'after'}"


def ruled_out(answer: Answer) -> Content:
    """List what was looked at besides calls: it is not the cause, or, when no call explains it, perhaps is."""
    title = "Ruled out" if answer.verdict is Verdict.CALL else "What else was looked at"
    return listing(title, [_ruled_row(reason) for reason in answer.ruled_out], inset=0, short="Ruled out")


def _ruled_row(reason: Reason) -> Row:
    head, colon, rest = reason.text.partition(": ")
    is_parted = bool(colon) and len(head) <= 10

    def paint(line: Line, _is_selected: bool) -> None:
        line.mark(glyphs.OK, Role.OK, at=2)
        room = line.width - (len(reason.source) + 2 if reason.source else 0)
        if is_parted:
            line.put(head, Role.TEXT, at=4).put(rest, Role.MUTED, at=14, width=max(room - 14, 10))
        else:
            line.put(reason.text, Role.TEXT, at=4, width=max(room - 4, 10))
        line.right(reason.source, Role.FAINT)

    return Row(paint)


def also(record: RecordView, now: datetime) -> Content:
    """List what else was called with the same credentials."""
    rows = [call_row(event, now, is_here=event.row == record.event.row) for event in record.same_session]
    others = len(rows) - sum(event.row == record.event.row for event in record.same_session)
    return listing("Also in this session", rows, right=f"{others} more" if others else "nothing else", short="Session")


def answer_sentence(answer: Answer, record: RecordView | None, view: MetricView | None, events: int) -> Sentence:
    """Say who did it in one sentence, and how sure we are; or that no call explains it."""
    made = f"ranked at {clock_time(answer.as_of)} with {grouped(events)} events"
    if answer.verdict is not Verdict.CALL or record is None:
        return _no_call(answer, made)
    best = answer.candidates[0]
    moved = name_of(view) if view else answer.subject.name
    gap = gap_words(best.event.occurred_at, answer.moved_at or answer.subject.at)
    first: Phrase = (*_open_ended(record.sentence), Word(f", {gap} "), Word(moved, Tone.BRIGHT, is_bold=True), Word(" moved."))
    others = max(1 - best.share - answer.no_call_share, 0.0)

    def last(line: Line) -> None:
        put_gauge(line, best.share, 24 if line.width >= 100 else 10)
        line.put(f"  {percent(best.share)} this call", Role.ACCENT, bold=True)
        line.put(f"   {percent(others)} another call   {percent(answer.no_call_share)} no call", Role.MUTED)
        if line.room > len(made) + 4:
            line.right(made, Role.MUTED, end=line.width - 2)

    return Sentence(((first, ""), (circumstances(best.event), "")), last=last, is_trail=True)


def _open_ended(phrase: Phrase) -> Phrase:
    """Take the full stop away, so that the sentence can go on."""
    if not phrase or not phrase[-1].text.endswith("."):
        return phrase
    return (*phrase[:-1], Word(phrase[-1].text[:-1], phrase[-1].tone, phrase[-1].is_bold))


def circumstances(event: Event) -> Phrase:
    """Say as what, from where and with what a call was made."""
    identity = event.identity
    words: list[Word] = []
    if identity.role or identity.session_name:
        words += [Word("As ", Tone.MUTED), Word(identity.role or identity.session_name)]
    elif identity.type:
        words += [Word("As ", Tone.MUTED), Word(identity.type)]
    if event.address:
        words += [Word(", from " if words else "From ", Tone.MUTED), Word(event.address)]
    if event.agent:
        words += [Word(" with " if words else "With ", Tone.MUTED), Word(event.agent.split(" ")[0])]
    if event.region:
        words += [Word(" in " if words else "In ", Tone.MUTED), Word(event.region)]
    return (*words, Word(".", Tone.MUTED)) if words else (Word("The record does not say from where.", Tone.MUTED),)


def _no_call(answer: Answer, made: str) -> Sentence:
    first: Phrase = (
        Word(nobody(answer)[0], Tone.BRIGHT, is_bold=True),
        Word(f" {nobody(answer)[1]}."),
    )
    counted = plural(answer.looked_at, "call")
    looked_at: Phrase = (Word(f"Looked at {counted}.", Tone.MUTED),)
    if answer.ruled_out:
        looked_at = (Word(f"{answer.ruled_out[0].text.rstrip('.')}. "), *looked_at)

    def last(line: Line) -> None:
        put_gauge(line, answer.no_call_share, 24 if line.width >= 100 else 10, Role.MUTED)
        line.put(f"  {percent(answer.no_call_share)} no call", Role.BRIGHT, bold=True)
        if answer.candidates:
            line.put(f"   {percent(answer.candidates[0].share)} the likeliest call", Role.MUTED)
        if line.room > len(made) + 4:
            line.right(made, Role.MUTED, end=line.width - 2)

    return Sentence(((first, ""), (looked_at, "")), last=last, is_trail=False)

"""The second line of the screen: what is wrong, and who probably did it, in one sentence."""

from __future__ import annotations

from datetime import datetime

from trailhound.model.alarm import AlarmState
from trailhound.model.answer import Answer, Subject, SubjectKind, Verdict
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.session.alarm_board import AlarmBoard
from trailhound.session.answers import Answers
from trailhound.session.metric_board import MetricBoard
from trailhound.session.sentences import before, deeds, nobody, symptom
from trailhound.session.views import AlarmView, Headline

WEIGHED = 4
"""How many alarms in ALARM are asked about: the newest."""

_GAP = Word("  ")


def headline(as_of: datetime, alarms: AlarmBoard, metrics: MetricBoard, answers: Answers) -> Headline | None:
    """Say the answer for the worst alarm of a moment; None when no alarm is in ALARM.

    Of the newest few alarms the one with the surest answer counts, for it is usually the cause of the others.
    """
    firing = [view for view in alarms.views(as_of) if view.state is AlarmState.ALARM]
    best: tuple[float, float, AlarmView, Answer] | None = None
    for view in firing[:WEIGHED]:
        fired_at = view.since_at or as_of
        answer = answers.answer(Subject(SubjectKind.ALARM, view.alarm.name, fired_at), as_of)
        share = _share(answer) if answer.verdict is Verdict.CALL else 0.0
        if best is None or (share, fired_at.timestamp()) > best[:2]:
            best = (share, fired_at.timestamp(), view, answer)
    return _said(best[2], best[3], as_of, alarms, metrics, answers) if best else None


def _share(answer: Answer) -> float:
    return answer.candidates[0].share if answer.candidates else 0.0


def _said(
    view: AlarmView, answer: Answer, as_of: datetime, alarms: AlarmBoard, metrics: MetricBoard, answers: Answers
) -> Headline:
    long, medium = _symptom(view, as_of, alarms, metrics)
    if answer.verdict is not Verdict.CALL or not answer.candidates:
        name: Phrase = (Word(view.alarm.name, Tone.BRIGHT, is_bold=True),)
        said = nobody(answer)[0]
        verdict: Phrase = (Word(said, Tone.BRIGHT),)
        return Headline(
            subject=answer.subject,
            long=(*long, _GAP, *verdict),
            medium=(*medium, _GAP, *verdict),
            short=(*name, Word(": "), Word(said[0].lower() + said[1:].rstrip("."), Tone.BRIGHT)),
            share=answer.no_call_share,
            names_call=False,
        )
    best = answer.candidates[0]
    did = deeds(best.event, answers.targets(best))
    gap = before(best.event.occurred_at, answer.moved_at or answer.subject.at)
    return Headline(
        subject=answer.subject,
        long=(*long, _GAP, *did, Word(f" {gap}")),
        medium=(*medium, _GAP, *did),
        short=did,
        share=best.share,
        names_call=True,
    )


def _symptom(view: AlarmView, as_of: datetime, alarms: AlarmBoard, metrics: MetricBoard) -> tuple[Phrase, Phrase]:
    gauge = alarms.gauge(view.alarm)
    if gauge is None or gauge.metric.namespace == "CloudTrailMetrics":
        fired: Phrase = (Word(view.alarm.name, Tone.BRIGHT, is_bold=True), Word(" is in "), Word("ALARM", Tone.ALARM), Word("."))
        return fired, fired
    latest = gauge.latest(as_of)
    return symptom(
        gauge.metric, latest[1] if latest else None, gauge.unit, metrics.factor(gauge, as_of), metrics.usual(gauge, as_of)
    )

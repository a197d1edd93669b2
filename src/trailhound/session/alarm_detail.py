"""Why an alarm is in its state, minute by minute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from trailhound.engine.alarms import timeline
from trailhound.engine.alarms.evaluation import range_length, treatment, treatments
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState
from trailhound.model.metric import Series
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.session.boards import Boards
from trailhound.session.sentences import reading
from trailhound.session.views import AlarmDetail, AlarmView, Decision, Fact
from trailhound.session.words import duration, short_time

DECISIONS = 60
PERIODS = 65

TONES = {AlarmState.ALARM: Tone.ALARM, AlarmState.OK: Tone.OK, AlarmState.INSUFFICIENT_DATA: Tone.INSUFFICIENT}
_SIDES = {
    "GreaterThanThreshold": "above",
    "GreaterThanOrEqualToThreshold": "at or above",
    "LessThanThreshold": "below",
    "LessThanOrEqualToThreshold": "at or below",
}
_UNITS_OF_TIME = {60: "minutes", 3600: "hours", 86_400: "days"}


def alarm_detail(boards: Boards, alarm: Alarm, as_of: datetime) -> AlarmDetail:
    """Explain an alarm as it stood at a moment."""
    view = boards.alarms.view(alarm, as_of)
    gauge = boards.alarms.gauge(alarm)
    judged = boards.alarms.judged(alarm, as_of)
    decisions = judged.upto(as_of)
    series = timeline.fit(alarm, gauge.judged(as_of)) if gauge else None
    shown = tuple(_decision(alarm, series, decision) for decision in decisions[-DECISIONS:]) if series else ()
    recorded = boards.alarms.transitions(alarm, as_of)
    computed = () if any(change.is_computed for change in recorded) else tuple(c for c in judged.changes if c.at <= as_of)
    return AlarmDetail(
        view=view,
        sentence=_sentence(boards, view, shown, as_of),
        settings=settings_phrase(alarm),
        comparison=_comparison(boards, view, as_of),
        metric=boards.metric_view(gauge, as_of, PERIODS) if gauge else None,
        transitions=tuple(sorted((*recorded, *computed), key=lambda change: (change.at, change.is_computed))),
        decisions=shown,
        treatments=_treatments(alarm, view),
        hears=tuple(_hears(boards, alarm)),
    )


def _decision(alarm: Alarm, series: Series, made: timeline.Decision) -> Decision:
    marks = made.evaluation.marks
    settled_at = made.at - timeline.SETTLING_TICKS * timeline.cadence(alarm)
    done = (settled_at - series.start_at) // series.metric.period
    window = [series.values[i] if 0 <= i < len(series.values) else None for i in range(done - range_length(alarm), done)]
    real = [value for value in window if value is not None]
    looked_at = real if len(real) >= alarm.evaluation_periods else window
    values = looked_at[-len(marks) :] if marks else []
    return Decision(made.at, tuple(zip(values, marks, strict=True)), made.evaluation.breaching, made.state)


def _sentence(boards: Boards, view: AlarmView, decisions: tuple[Decision, ...], as_of: datetime) -> Phrase:
    start: Phrase = (Word(view.state.value, TONES[view.state], is_bold=True),)
    if view.since_at is not None:
        start = (*start, Word(f" since {short_time(view.since_at, as_of)}.", Tone.BRIGHT, is_bold=True))
    else:
        start = (*start, Word(", for as long as is loaded.", Tone.BRIGHT, is_bold=True))
    return (*start, *_counted(boards, view, decisions))


def _counted(boards: Boards, view: AlarmView, decisions: tuple[Decision, ...]) -> Phrase:
    alarm = view.alarm
    if not decisions:
        return (Word(f" Not evaluated here: {view.not_evaluated}.", Tone.MUTED),) if view.not_evaluated else ()
    now, fired = decisions[-1], None
    if view.since_at is not None and view.state is AlarmState.ALARM:
        fired = next((made for made in reversed(decisions) if made.at <= view.since_at), None)
    side = f"{_SIDES.get(alarm.comparison, 'beyond')} {_threshold(boards, alarm)}"
    count, periods = alarm.evaluation_periods, _periods(alarm)
    if fired is not None:
        words = f" {fired.breaching} of the last {count} {periods} {_were(fired.breaching)} {side} when it fired; "
        return (Word(words), Word(f"now {now.breaching} of {count} {_are(now.breaching)}."))
    return (Word(f" {now.breaching} of the last {count} {periods} {_were(now.breaching)} {side}."),)


def _threshold(boards: Boards, alarm: Alarm) -> str:
    gauge = boards.alarms.gauge(alarm)
    if alarm.threshold is None or alarm.metric is None:
        return "the threshold"
    return reading(alarm.metric, alarm.threshold, gauge.unit if gauge else "")


def _periods(alarm: Alarm) -> str:
    seconds = int(alarm.metric.period.total_seconds()) if alarm.metric else 60
    return _UNITS_OF_TIME.get(seconds, f"periods of {duration(alarm.metric.period) if alarm.metric else '1 min'}")


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def settings_phrase(alarm: Alarm) -> Phrase:
    """Give the settings of an alarm in one line."""
    metric = alarm.metric
    if alarm.kind is AlarmKind.COMPOSITE:
        return (Word("composite: ", Tone.FAINT), Word(alarm.rule, Tone.MUTED))
    if metric is None:
        return (Word(f"{alarm.kind.value} alarm, no single metric", Tone.MUTED),)
    dimensions = ", ".join(f"{name} {value}" for name, value in metric.dimensions)
    parts = [
        f"{metric.namespace} {metric.name}",
        dimensions,
        f"{metric.statistic.lower()} over {int(metric.period.total_seconds())} s",
        f"{alarm.datapoints_to_alarm} of {alarm.evaluation_periods}",
        f"missing data: {treatment(alarm)}",
    ]
    return (Word(", ".join(part for part in parts if part), Tone.MUTED),)


def _comparison(boards: Boards, view: AlarmView, as_of: datetime) -> Phrase:
    if view.computed is None:
        return (Word(f"not evaluated here: {view.not_evaluated}", Tone.MUTED),)
    local: Phrase = (Word("local result ", Tone.MUTED), Word(view.computed.value, TONES[view.computed]))
    if boards.loaded.alarms.state(view.alarm, as_of) is None:
        return (*local, Word(", no state recorded by AWS", Tone.MUTED))
    if view.computed is view.state:
        return (*local, Word(" equals the state AWS recorded ", Tone.MUTED), Word("✓", Tone.OK))
    recorded = Word(view.state.value, TONES[view.state])
    return (*local, Word(" differs: AWS recorded ", Tone.LATE), recorded)


def _treatments(alarm: Alarm, view: AlarmView) -> tuple[tuple[str, AlarmState, str, bool], ...]:
    in_use = treatment(alarm)
    return tuple(
        (name, state, "the state before is kept" if name == "ignore" else "", name == in_use)
        for name, state in treatments(alarm, view.state)
    )


def _hears(boards: Boards, alarm: Alarm) -> Iterable[Fact]:
    """Say who is told when the alarm fires, and which composite alarms listen to it."""
    actions = alarm.document.get("AlarmActions")
    for action in actions if isinstance(actions, list) else []:
        kind, name = _action(str(action))
        yield Fact(kind, (Word(name, Tone.RESOURCE),))
    naming = re.compile(rf"(?<![\w.-]){re.escape(alarm.name)}(?![\w.-])")
    for other in boards.loaded.alarms.alarms():
        if other.kind is AlarmKind.COMPOSITE and naming.search(other.rule):
            yield Fact("then", (Word(other.name, Tone.BRIGHT), Word(f" = {other.rule}", Tone.MUTED)))
    is_on = alarm.is_actions_enabled
    updated = alarm.document.get("AlarmConfigurationUpdatedTimestamp")
    when = f"settings of {updated}" if updated else ""
    yield Fact("actions", (Word("on" if is_on else "off", Tone.OK if is_on else Tone.LATE),), when)


def _action(arn: str) -> tuple[str, str]:
    parts = arn.split(":", 5)
    if len(parts) < 6:
        return "action", arn
    return {"sns": "SNS", "autoscaling": "scaling", "automate": "EC2", "lambda": "Lambda", "ssm": "SSM"}.get(
        parts[2], parts[2]
    ), parts[5].rsplit("/", 1)[-1].rsplit(":", 1)[-1]

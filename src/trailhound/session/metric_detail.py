"""One metric in full: how it stands, what is usual, and the calls and alarm changes around it."""

from __future__ import annotations

from datetime import datetime
from statistics import median

from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.session.boards import Boards
from trailhound.session.gauges import Gauge
from trailhound.session.sentences import reading, symptom
from trailhound.session.views import Fact, MetricDetail, MetricView
from trailhound.session.words import duration, grouped, percent, short_time


def metric_detail(boards: Boards, gauge: Gauge, as_of: datetime, periods: int) -> MetricDetail:
    """Explain a metric as it stood at a moment."""
    view = boards.metric_view(gauge, as_of, periods)
    watching = [alarm for alarm in boards.loaded.alarms.alarms() if boards.alarms.gauge(alarm) is gauge]
    changes = [change for alarm in watching for change in boards.alarms.transitions(alarm, as_of)]
    return MetricDetail(
        view=view,
        sentence=_sentence(boards, gauge, view, as_of),
        transitions=tuple(sorted(changes, key=lambda change: (change.at, change.alarm))),
        ticks=tuple((tick, boards.event(tick.row, as_of)) for tick in view.ticks),
        statistics=_statistics(gauge, view, as_of, [alarm.name for alarm in watching]),
    )


def _sentence(boards: Boards, gauge: Gauge, view: MetricView, as_of: datetime) -> Phrase:
    usual = boards.metrics.usual(gauge, as_of)
    long, _ = symptom(gauge.metric, view.latest, gauge.unit, view.factor, usual)
    if usual is None:
        return (*long, Word(" Too little is loaded to say what is usual.", Tone.MUTED))
    if view.factor is not None and view.factor < 1:
        return long
    return (*long, Word(f" Usual is {reading(gauge.metric, usual, gauge.unit)}.", Tone.MUTED))


def _statistics(gauge: Gauge, view: MetricView, as_of: datetime, watching: list[str]) -> tuple[Fact, ...]:
    metric, unit = gauge.metric, gauge.unit
    values = [value for value in view.series.values if value is not None]
    facts = [
        Fact("metric", (Word(f"{metric.namespace} {metric.name}".strip() or metric.label, Tone.BRIGHT),)),
        *(Fact("of", (Word(f"{name} ", Tone.FAINT), Word(value, Tone.RESOURCE))) for name, value in metric.dimensions),
        Fact("statistic", (Word(f"{metric.statistic} over {duration(metric.period)}"),)),
    ]
    if values:
        known = f"{grouped(len(values))} of {grouped(len(view.series.values))} periods have data"
        facts += [
            Fact(label, (Word(reading(metric, value, unit), Tone.BRIGHT),))
            for label, value in (("highest", max(values)), ("median", median(values)), ("lowest", min(values)))
        ]
        facts.append(Fact("data", (Word(known),), percent(len(values) / len(view.series.values))))
    latest = gauge.latest(as_of)
    if latest:
        facts.append(Fact("newest", (Word(reading(metric, latest[1], unit)),), short_time(latest[0], as_of)))
    if watching:
        facts.append(Fact("alarms", (Word(", ".join(watching), Tone.BRIGHT),)))
    return tuple(facts)

"""What moved after a call."""

from __future__ import annotations

from datetime import datetime, timedelta

from trailhound.engine.correlation.change_point import change_point
from trailhound.model.event import CallKind, Event
from trailhound.session.boards import Boards
from trailhound.session.gauges import Gauge
from trailhound.session.views import MetricView

AFTERWARDS = timedelta(minutes=30)
PERIODS = 60
MOST_HOPS = 2
MOST_SHOWN = 6


def moved_after(boards: Boards, event: Event, as_of: datetime) -> tuple[MetricView, ...]:
    """Give the metrics that moved within half an hour after a change, measured on what it names or what hangs on that.

    Reads and refused calls move nothing, so nothing is looked for.
    """
    gauges = boards.loaded.gauges.all()
    if event.kind is CallKind.READ or event.error_code or not gauges:
        return ()
    names = tuple(filter(None, {event.target, *boards.store.text("targets", event.row).split("\n")}))
    reached = boards.loaded.links.graph.reach(names, as_of, MOST_HOPS)
    found: list[tuple[int, datetime, Gauge]] = []
    for gauge in gauges:
        hops = [reached[name].hops for name in _names_of(gauge) if name in reached]
        if not hops:
            continue
        moved_at = _moved_at(gauge, event, as_of)
        if moved_at is not None:
            found.append((min(hops), moved_at, gauge))
    found.sort(key=lambda entry: (entry[0], entry[1], entry[2].metric))
    return tuple(boards.metric_view(gauge, as_of, PERIODS) for _, _, gauge in found[:MOST_SHOWN])


def _names_of(gauge: Gauge) -> set[str]:
    return {gauge.metric.subject, *(value for _, value in gauge.metric.dimensions)}


def _moved_at(gauge: Gauge, event: Event, as_of: datetime) -> datetime | None:
    period = gauge.metric.period
    end_at = min(as_of, event.occurred_at + AFTERWARDS)
    series = gauge.stretch(event.occurred_at - period * 90, end_at, as_of)
    change = change_point(series, end_at)
    if change is None or not event.occurred_at - period <= change.at <= end_at:
        return None
    return change.at

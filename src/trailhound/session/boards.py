"""Where everything that is known is laid out, so that every view of a moment can be made from it."""

from __future__ import annotations

import functools
from collections.abc import Set
from datetime import datetime

from trailhound.languages.query import Query
from trailhound.model.alarm import AlarmState, AlarmTransition
from trailhound.model.event import Event
from trailhound.model.metric import Metric
from trailhound.session.alarm_board import AlarmBoard
from trailhound.session.answers import Answers
from trailhound.session.gauges import Gauge
from trailhound.session.loaded import Loaded
from trailhound.session.metric_board import MetricBoard
from trailhound.session.moments import micros
from trailhound.session.people import People
from trailhound.session.playhead import Arrivals
from trailhound.session.queries import exact
from trailhound.session.spans import dense_span, whole_span
from trailhound.session.tail import COMPLETE_KEY, EventTail, alarm_rows
from trailhound.session.ticks import TickFinder
from trailhound.session.views import AlarmRow, CompleteRow, MetricView, Tick

CULPRITS_FOR = 8
"""How many alarms in ALARM have their culprit marked on the charts: the newest."""


class Boards:
    """Answers for a moment. Every method is a pure function of what is loaded and its arguments; what costs is remembered."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.store = loaded.store
        self.alarms = AlarmBoard(loaded.alarms, loaded.gauges)
        self.metrics = MetricBoard(loaded.gauges, self.alarms)
        self.people = People(loaded.store)
        self.answers = Answers(loaded, self.alarms, self.metrics, self.people)
        self.ticks = TickFinder(loaded.store)
        self._changes: tuple[datetime, tuple[AlarmTransition, ...]] | None = None
        self.forget()

    def forget(self) -> None:
        """Drop what was computed: more was loaded."""
        self.alarms.forget()
        self.metrics.forget()
        self.answers.forget()
        self.ticks.forget()
        self.people.forget()
        self._changes = None
        self.arrivals = Arrivals(self.store)
        self.span = whole_span(self.loaded)
        self.dense = dense_span(self.store, self.span)

    def prepare(self) -> None:
        """Learn what questions are answered from, in the thread that loads, so that no key has to wait for it.

        Links between resources are learned only if something is loaded that can move: nobody else asks for them.
        """
        self.people.prepare()
        if self.loaded.gauges.all() or self.loaded.alarms.alarms():
            self.loaded.links.learn()

    def changes(self, as_of: datetime) -> tuple[AlarmTransition, ...]:
        """Give the changes of all alarms up to a moment, oldest first."""
        if self._changes is None or self._changes[0] != as_of:
            self._changes = (as_of, self.alarms.all_transitions(as_of))
        return self._changes[1]

    def complete_to(self, as_of: datetime) -> datetime | None:
        """Give the moment up to which records are expected to have arrived; None if arrivals were not recorded."""
        if not self.loaded.inputs.has_arrivals:
            return None
        delay = self.arrivals.usual_delay(as_of)
        return None if delay is None else as_of - delay

    def event(self, row: int, as_of: datetime) -> Event:
        """Give one event, with its copies as known at a moment."""
        return self.store.event(row, micros(as_of))

    def of_field(self, field: str, value: str, as_of: datetime) -> list[int]:
        """Give the rows that have exactly this value in a filter field, as known at a moment, oldest first."""
        rows: list[int] = self.store.cut(micros(as_of), exact(field, value)).ordered.tolist()
        return rows

    def tail(self, as_of: datetime, query: Query | None, hits: Query | None, bookmarks: Set[int]) -> EventTail:
        """Give the event list."""
        extras: list[tuple[datetime, AlarmRow | CompleteRow]] = [
            (row.transition.at, row) for row in alarm_rows(tuple(filter(_is_news, self.changes(as_of))))
        ]
        complete_to = self.complete_to(as_of)
        if complete_to is not None:
            extras.append((complete_to, CompleteRow(COMPLETE_KEY, complete_to)))
        extras.sort(key=lambda extra: (extra[0], -extra[1].key))
        return EventTail(self.store, self.store.cut(micros(as_of), query), micros(as_of), extras, hits, bookmarks)

    def metric_views(self, as_of: datetime, periods: int) -> tuple[MetricView, ...]:
        """Give all sparklines, worst first."""
        return self.metrics.views(as_of, periods, self._tick_finder(as_of))

    def metric_view(self, gauge: Gauge, as_of: datetime, periods: int) -> MetricView:
        """Give one sparkline."""
        return self.metrics.view(gauge, as_of, periods, self._tick_finder(as_of))

    def _tick_finder(self, as_of: datetime) -> functools.partial[tuple[Tick, ...]]:
        return functools.partial(self.ticks.ticks, culprits=self._culprits(as_of))

    def _culprits(self, as_of: datetime) -> dict[Metric, frozenset[int]]:
        """Give the rows to blame by metric, for the newest alarms in ALARM."""
        found: dict[Metric, frozenset[int]] = {}
        firing = [view for view in self.alarms.views(as_of) if view.state is AlarmState.ALARM]
        for view in firing[:CULPRITS_FOR]:
            gauge, row = self.alarms.gauge(view.alarm), self.answers.culprit(view, as_of)
            if gauge is not None and row is not None:
                found[gauge.metric] = found.get(gauge.metric, frozenset()) | {row}
        return found


def _is_news(change: AlarmTransition) -> bool:
    """Tell a change of state from a state that is only described: nobody knows what it was before, and all is well."""
    return change.from_state is not None or change.to_state is AlarmState.ALARM

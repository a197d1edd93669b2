"""A person, session, resource, address or call: everything about it, and its events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from trailhound.session.views import EventRow, MetricView, Table, Thing, ThingKind
from trailhound.session.words import factor, grouped, short_time
from trailhound.ui import glyphs
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Trail
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.screens.about import ThingName
from trailhound.ui.screens.drill import DrillScreen, Page
from trailhound.ui.screens.lines import fact_rows, lineage_rows, put_call, text_row
from trailhound.ui.widgets.event_row import put_who, result_of
from trailhound.ui.widgets.placement import Breadth, Column
from trailhound.ui.widgets.raster import paint as paint_cells
from trailhound.ui.widgets.raster import resample, sparkline
from trailhound.ui.widgets.section import NOTHING, Content, Row, Section, blank, listing
from trailhound.ui.widgets.sentence import Sentence

_WORDS = {
    ThingKind.PERSON: "person",
    ThingKind.SESSION: "session",
    ThingKind.RESOURCE: "resource",
    ThingKind.ADDRESS: "address",
    ThingKind.CALL: "call",
}
_TABLES = {
    "call": ThingKind.CALL,
    "resource": ThingKind.RESOURCE,
    "target": ThingKind.RESOURCE,
    "address": ThingKind.ADDRESS,
    "person": ThingKind.PERSON,
    "people": ThingKind.PERSON,
    "who": ThingKind.PERSON,
    "session": ThingKind.SESSION,
}
"""Which kind of thing the rows of a table are, by a word of its title."""

_MOST_EVENTS = 2000


class ThingScreen(DrillScreen):
    """One thing. Its key is (kind, name)."""

    NAMES = ("events", "facts", "tables", "lineage", "metrics")
    FOOTER = "thing"
    PLAN: ClassVar = {
        Breadth.MEDIUM: (Column(("events",), stretch=("events",)), Column(("facts", "tables", "lineage", "metrics"), 46)),
        Breadth.WIDE: (
            Column(("events",), stretch=("events",)),
            Column(("facts", "tables"), 46),
            Column(("lineage", "metrics"), 45),
        ),
    }
    BINDINGS = bindings(Place.DRILL, Place.THING)

    def load(self) -> Page:
        """Ask for the thing and for its events."""
        assert isinstance(self.key, tuple)
        kind, name = self.key
        session = self.context.session
        thing = session.thing(kind, name)
        now = session.status().now
        sections = {
            "events": self._events(thing, now),
            "facts": listing("Facts", fact_rows(thing.facts)),
            "tables": tables(thing.tables, now),
            "lineage": listing("Who stands behind it", lineage_rows(thing.lineage), short="Behind it"),
            "metrics": listing("Metrics", [metric_row(view) for view in thing.metrics]),
        }
        return Page((name,), Sentence(((thing.sentence, ""),)), sections, ThingName(kind, name), _WORDS[kind])

    def _events(self, thing: Thing, now: datetime) -> Content:
        tail = self.context.session.tail(thing.filter)
        found = tail.rows(max(len(tail) - _MOST_EVENTS, 0), len(tail))
        rows = [event_row(row, now) for row in found if isinstance(row, EventRow)]
        right = f"{grouped(tail.shown)} of {grouped(tail.total)}"
        empty = [blank(), text_row("No call about it is known at this moment.")]
        return listing("Events", rows or empty, note=thing.filter, right=right, least=5)

    def begin(self) -> None:
        """Start at the newest event."""
        super().begin()
        events = self.columns.section("events")
        self.call_after_refresh(lambda: events.go_to(events.count() - 1))

    def action_list(self) -> None:
        """Show its events in the event list of the watch screen."""
        assert isinstance(self.key, tuple)
        self.post_message(Trail(self.context.session.thing(*self.key).filter))

    def open_about(self, section: Section, about: object) -> None:
        """Open a row; the thing itself is already open."""
        if about != (self.page.about if self.page else None):
            super().open_about(section, about)


def event_row(row: EventRow, now: datetime) -> Row:
    """Draw a call with caller, target and result, as the event list does."""
    event = row.event

    def paint(line: Line, is_selected: bool) -> None:
        line.put(
            short_time(event.occurred_at, now),
            Role.TEXT if is_selected else Role.TIME,
        )
        start = max(line.column + 1, 9)
        result, role = result_of(event)
        spare = line.width - start
        result_cells = 7
        who = max(min(15, spare // 5), 10)
        target = max(min(20, spare - 27 - who - result_cells), 0)
        call = max(spare - who - target - result_cells - 3, 12)
        put_call(line, event, start, call, is_strong=is_selected)
        put_who(line, event, start + call + 1, who, is_trail=is_selected)
        if target > 4:
            line.put(event.target, Role.RESOURCE, at=start + call + who + 2, width=target)
        line.put(result, role, at=line.width - result_cells, width=result_cells)

    return Row(paint, event)


def tables(found: Sequence[Table], now: datetime) -> Content:
    """Show the counted tables one below the other; a row opens what it counts."""
    rows: list[Row] = []
    for table in found:
        if not table.rows:
            continue
        if rows:
            rows.append(blank())
        rows.append(text_row(table.title, Role.FAINT))
        kind = next((kind for word, kind in _TABLES.items() if word in table.title.lower()), None)
        rows.extend(_table_row(label, count, newest, kind, now) for label, count, newest in table.rows)
        if table.more:
            rows.append(text_row(f"and {grouped(table.more)} more", Role.FAINT))
    return listing("Counted", rows, right="count  newest", least=5) if rows else NOTHING


def _table_row(label: str, count: int, newest: datetime, kind: ThingKind | None, now: datetime) -> Row:
    def paint(line: Line, is_selected: bool) -> None:
        when = short_time(newest, now)
        role = Role.BRIGHT if is_selected else Role.RESOURCE if kind is ThingKind.RESOURCE else Role.TEXT
        line.put(label or "none", role, width=line.width - 21)
        line.right(grouped(count), Role.TEXT, end=line.width - 13)
        line.right(when, Role.TIME)

    return Row(paint, ThingName(kind, label) if kind is not None and label else None)


def metric_row(view: MetricView) -> Row:
    """Draw a metric on one line: state, name, sparkline, how far from the usual."""

    def paint(line: Line, is_selected: bool) -> None:
        if view.state is not None and view.state.value == "ALARM":
            line.mark(glyphs.ALARM, Role.ALARM)
        name = f"{view.title} {view.measure}".strip()
        times = factor(view.factor) if view.factor is not None else ""
        graph = min(12, max(line.width - 30, 4))
        line.put(name, Role.BRIGHT if is_selected else Role.TEXT, at=2, width=max(line.width - graph - 10, 8))
        cells = sparkline(resample(view.series.values, graph), threshold=view.threshold, is_above=view.is_above)
        paint_cells(line, cells, line.inks, at=line.width - graph - 6)
        line.right(times, Role.LATE)

    return Row(paint, view.metric)

"""One watch: everything that can be asked at the playhead, and how the playhead moves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from trailhound.errors import UsageError
from trailhound.languages.query import Query, parse, words
from trailhound.model.answer import Answer, Subject
from trailhound.model.event import Event
from trailhound.model.metric import Metric
from trailhound.session import views
from trailhound.session.alarm_detail import alarm_detail
from trailhound.session.boards import Boards
from trailhound.session.clock import Clock, changed_speed
from trailhound.session.completion import completions
from trailhound.session.coverage import coverage
from trailhound.session.headline import headline
from trailhound.session.metric_detail import metric_detail
from trailhound.session.moments import micros
from trailhound.session.record import open_record_view
from trailhound.session.seek import Edge, Next, parse_seek, resolve
from trailhound.session.spans import zoomed
from trailhound.session.status import status
from trailhound.session.tail import EventTail
from trailhound.session.things import find_thing
from trailhound.session.time_bar import time_bar

MOST_ZOOM = 12


class Watch:
    """One watch, live or replayed. What it shows depends on what is loaded, the playhead, the filter and nothing else.

    Args:
        boards: Hold what is known, at any moment.
        clock: Says which moment that is.
        title: Names what is watched.
    """

    def __init__(self, boards: Boards, clock: Clock, title: str) -> None:
        self.revision = 0
        self.selection = views.Selection()
        self._boards = boards
        self._clock = clock
        self._title = title
        self._playhead = clock.now()
        self._is_quiet_skipped = False
        self._zoom = 0
        self._filter = self._search = ""
        self._query: Query | None = None
        self._hits: Query | None = None

    def told_more(self) -> None:
        """Take notice that more was loaded."""
        self._boards.forget()
        self.revision += 1

    # the clock
    def advance(self) -> bool:
        """Move the playhead with the clock; say whether anything on screen changed."""
        if not self._clock.is_running:
            return False
        self._skip()
        now = self._clock.now()
        is_same_second = now.replace(microsecond=0) == self._playhead.replace(microsecond=0)
        if now == self._playhead or (is_same_second and now < self._clock.latest()):
            return False
        return self._moved()

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._clock.is_running:
            self._clock.seek(self._playhead)
            self._clock.pause()
        else:
            self._clock.play()
        self._moved()

    def step(self, events: int) -> None:
        """Move the playhead by a number of shown events, back if negative; pauses."""
        self._clock.pause()
        found = self._boards.arrivals.stepped(self._playhead, events, self._query)
        self._clock.seek(self._playhead if found is None else found)
        self._moved()

    def seek(self, text: str) -> None:
        """Go to a moment in words. Raises SeekError if they are not understood or there is nothing like that."""
        target = parse_seek(text)
        if target is Edge.END:
            self.to_end()
        elif isinstance(target, Next):
            changes = self._boards.changes(self._clock.latest())
            marks = self.selection.bookmarks
            self.seek_to(self._boards.arrivals.landmark(target, self._playhead, self._query, changes, marks))
        else:
            self.seek_to(resolve(target, self._playhead, self._boards.span))

    def seek_to(self, moment: datetime) -> None:
        """Go to a moment, held inside the session's span."""
        span = self._boards.span
        self._clock.seek(min(max(moment, span.start_at), max(span.end_at, self._clock.latest())))
        self._moved()

    def change_speed(self, steps: int) -> None:
        """Go faster (positive) or slower through the steps of the clock."""
        self.set_speed(changed_speed(self._clock.speed, steps))

    def set_speed(self, speed: float) -> None:
        """Set the speed; ``math.inf`` is max. Raises SeekError outside 0.25 to 1000."""
        self._clock.set_speed(speed)
        self.revision += 1

    def skip_quiet(self, is_on: bool) -> None:
        """Jump over stretches in which nothing shown happens, or stop doing so."""
        self._is_quiet_skipped = is_on
        self.revision += 1

    def to_end(self) -> None:
        """Go to the end of the recording, or back to live."""
        self._clock.follow()
        self._moved()

    def _moved(self) -> bool:
        self._playhead = self._clock.now()
        self.revision += 1
        return True

    def _skip(self) -> None:
        if not self._is_quiet_skipped or self._clock.speed == math.inf:
            return
        changes = self._boards.changes(self._clock.latest())
        past_it = self._boards.arrivals.past_quiet(self._clock.now(), self._query, changes)
        if past_it is not None:
            self._clock.seek(past_it)

    # the event list
    @property
    def filter_text(self) -> str:
        """The filter in force, "" for none."""
        return self._filter

    def set_filter(self, text: str) -> None:
        """Show only what passes. Raises FilterError; the old filter then stays."""
        self._query = _query(text)
        self._filter = text
        self.revision += 1

    def check_filter(self, text: str) -> None:
        """Raise FilterError if a text is no filter."""
        parse(text)

    @property
    def search_text(self) -> str:
        """What is highlighted without hiding, "" for nothing."""
        return self._search

    def set_search(self, text: str) -> None:
        """Mark what matches, hide nothing. Raises FilterError."""
        self._hits = _query(text)
        self._search = text
        self.revision += 1

    def words(self) -> tuple[str, ...]:
        """The free words of filter and search, for highlighting inside a row."""
        found = [word for query in (self._query, self._hits) if query is not None for word in words(query)]
        return tuple(dict.fromkeys(found))

    def completions(self, text: str, cursor: int, limit: int = 12) -> list[views.Completion]:
        """Ways to go on with a filter text, from what is loaded, most frequent first."""
        return completions(self._boards.store, text, cursor, micros(self._playhead), limit)

    def tail(self, filter_text: str | None = None) -> EventTail:
        """The event list with the filter in force, or with another one. Raises FilterError."""
        query = self._query if filter_text is None else _query(filter_text)
        return self._boards.tail(self._playhead, query, self._hits, self.selection.bookmarks)

    def event(self, row: int) -> Event:
        """One event by its row."""
        return self._boards.event(row, self._playhead)

    # the panes
    def status(self) -> views.Status:
        """The top line."""
        return status(self._boards, self._clock, self._playhead, self._is_quiet_skipped, self._title)

    def headline(self) -> views.Headline | None:
        """The answer for the worst thing that is wrong right now; None when nothing is."""
        return headline(self._playhead, self._boards.alarms, self._boards.metrics, self._boards.answers)

    def alarms(self) -> Sequence[views.AlarmView]:
        """Alarms, worst first."""
        return self._boards.alarms.views(self._playhead)

    def metrics(self, periods: int) -> Sequence[views.MetricView]:
        """Sparklines of the last so many periods: the one the headline is about, then worst first."""
        found = self._boards.metric_views(self._playhead, periods)
        worst = self.headline()
        subject = worst.subject.name if worst is not None else ""
        return tuple(sorted(found, key=lambda view: not subject or view.alarm != subject))

    def answer(self, subject: Subject) -> Answer:
        """The calls that could have moved a subject, as known at the playhead."""
        return self._boards.answers.answer(subject, self._playhead)

    def subjects(self) -> Sequence[Subject]:
        """What went wrong up to the playhead, newest first: alarms that fired and metrics that stepped."""
        return self._boards.answers.subjects(self._playhead)

    def time_bar(self, cells: int) -> views.TimeBar:
        """Event density and marks, over the whole session or the part that is zoomed to."""
        span = zoomed(self._boards.dense, self._zoom, self._playhead)
        if not self._zoom and self._playhead < span.start_at:
            span = self._boards.span
        return time_bar(self._boards, span, cells, self._playhead, self._query, self.selection.bookmarks)

    def zoom(self, step: int) -> None:
        """Show half (1) or double (-1) of the time on the time bar, around the playhead."""
        self._zoom = min(max(self._zoom + step, 0), MOST_ZOOM)
        self.revision += 1

    # drilling
    def record(self, row: int) -> views.RecordView:
        """One record, opened, with all that is known around it."""
        return open_record_view(self._boards, row, self._playhead)

    def alarm(self, name: str) -> views.AlarmDetail:
        """One alarm, explained. Raises UsageError if there is none of that name."""
        found = self._boards.alarms.find(name, self._playhead)
        if found is None:
            raise UsageError(f"no alarm is called {name!r}: the alarm list shows those that are loaded")
        return alarm_detail(self._boards, found, self._playhead)

    def metric(self, metric: Metric, periods: int) -> views.MetricDetail:
        """One metric, with the calls and alarms around it. Raises UsageError if nothing of it is loaded."""
        gauge = self._boards.loaded.gauges.get(metric)
        if gauge is None:
            raise UsageError(f"no data of {metric.name or metric.label!r} is loaded")
        return metric_detail(self._boards, gauge, self._playhead, periods)

    def thing(self, kind: views.ThingKind, name: str) -> views.Thing:
        """A person, session, resource, address or call, and everything about it."""
        return find_thing(self._boards, kind, name, self._playhead)

    def coverage(self) -> views.Coverage:
        """What is loaded, and what is not, and why."""
        return coverage(self._boards, self._playhead)


def _query(text: str) -> Query | None:
    query = parse(text)
    return query if query.terms else None

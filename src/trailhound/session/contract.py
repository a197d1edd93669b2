"""What a screen may ask of a session. The app knows this contract and nothing behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from trailhound.model.answer import Answer, Subject
from trailhound.model.event import Event
from trailhound.model.metric import Metric
from trailhound.session.views import (
    AlarmDetail,
    AlarmView,
    Completion,
    Coverage,
    Headline,
    Jump,
    MetricDetail,
    MetricView,
    RecordView,
    Selection,
    Status,
    TailRow,
    Thing,
    ThingKind,
    TimeBar,
)


class Tail(Protocol):
    """The event list at the playhead: calls that pass the filter, alarm changes and the "complete to" line, oldest first.

    A tail is a snapshot: it does not change, ask the session for a new one after its revision grew.
    """

    @property
    def shown(self) -> int:
        """Calls that pass the filter."""

    @property
    def total(self) -> int:
        """Calls known at the playhead, shown or hidden."""

    def __len__(self) -> int:
        """Rows, alarm changes and the "complete to" line included."""

    def rows(self, start: int, stop: int) -> Sequence[TailRow]:
        """Give the rows of a stretch; short at the ends, never an error."""

    def index_of(self, key: int) -> int | None:
        """Find a row by its key; None if it is hidden or not known yet."""

    def nearest(self, moment: datetime) -> int:
        """Give the index of the last row at or before a moment (0 if there is none)."""

    def jump(self, index: int, step: int, what: Jump) -> int | None:
        """Find the next (step 1) or previous (step -1) row of a kind from an index; None if there is none."""


class Session(Protocol):
    """One watch. Every answer is about the playhead: exactly what was known then.

    ``revision`` grows with every change that can be seen; ask again only then.
    """

    revision: int
    selection: Selection

    # the clock
    def advance(self) -> bool:
        """Move the playhead with the clock; say whether anything on screen changed."""

    def toggle(self) -> None:
        """Pause, or go on."""

    def step(self, events: int) -> None:
        """Move the playhead by a number of shown events, back if negative; pauses."""

    def seek(self, text: str) -> None:
        """Go to a moment in words: "14:05", "-20m", "next alarm", an ISO time. Raises SeekError."""

    def seek_to(self, moment: datetime) -> None:
        """Go to a moment, held inside the session's span."""

    def change_speed(self, steps: int) -> None:
        """Go faster (positive) or slower through 0.25x, 0.5x, 1x, 2x ... 1000x and max."""

    def set_speed(self, speed: float) -> None:
        """Set the speed; ``math.inf`` is max. Raises SeekError outside 0.25 to 1000."""

    def skip_quiet(self, is_on: bool) -> None:
        """Jump over stretches in which nothing shown happens, or stop doing so."""

    def to_end(self) -> None:
        """Go to the end of the recording, or back to live."""

    # the event list
    @property
    def filter_text(self) -> str:
        """The filter in force, "" for none."""

    def set_filter(self, text: str) -> None:
        """Show only what passes. Raises FilterError; the old filter then stays."""

    def check_filter(self, text: str) -> None:
        """Raise FilterError if a text is no filter."""

    @property
    def search_text(self) -> str:
        """What is highlighted without hiding, "" for nothing."""

    def set_search(self, text: str) -> None:
        """Mark what matches, hide nothing. Raises FilterError."""

    def words(self) -> tuple[str, ...]:
        """The free words of filter and search, for highlighting inside a row."""

    def completions(self, text: str, cursor: int, limit: int = 12) -> list[Completion]:
        """Ways to go on with a filter text, from what is loaded, most frequent first."""

    def tail(self, filter_text: str | None = None) -> Tail:
        """The event list with the filter in force, or with another one. Raises FilterError."""

    def event(self, row: int) -> Event:
        """One event by its row."""

    # the panes
    def status(self) -> Status:
        """The top line."""

    def headline(self) -> Headline | None:
        """The answer for the worst thing that is wrong right now; None when nothing is."""

    def alarms(self) -> Sequence[AlarmView]:
        """Alarms, worst first."""

    def metrics(self, periods: int) -> Sequence[MetricView]:
        """Sparklines of the last so many periods, worst first."""

    def answer(self, subject: Subject) -> Answer:
        """The calls that could have moved a subject, as known at the playhead."""

    def subjects(self) -> Sequence[Subject]:
        """What went wrong up to the playhead, newest first: alarms that fired and metrics that stepped."""

    def time_bar(self, cells: int) -> TimeBar:
        """Event density and marks, over the whole session or the part that is zoomed to."""

    def zoom(self, step: int) -> None:
        """Show half (1) or double (-1) of the time on the time bar, around the playhead."""

    # drilling
    def record(self, row: int) -> RecordView:
        """One record, opened, with all that is known around it."""

    def alarm(self, name: str) -> AlarmDetail:
        """One alarm, explained."""

    def metric(self, metric: Metric, periods: int) -> MetricDetail:
        """One metric, with the calls and alarms around it."""

    def thing(self, kind: ThingKind, name: str) -> Thing:
        """A person, session, resource, address or call, and everything about it."""

    def coverage(self) -> Coverage:
        """What is loaded, and what is not, and why."""

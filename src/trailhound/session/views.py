"""What panes draw: plain frozen values, one kind for each thing on a screen. Standard library and model only."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from trailhound.model.alarm import Alarm, AlarmState, AlarmTransition, Mark
from trailhound.model.answer import Subject
from trailhound.model.event import CallKind, Event
from trailhound.model.metric import Metric, Series
from trailhound.model.phrase import Phrase, Tone
from trailhound.model.time_span import TimeSpan


class Mode(enum.StrEnum):
    """What the clock does."""

    LIVE = "LIVE"
    PAUSED = "PAUSED"
    REPLAY = "REPLAY"
    ENDED = "ENDED"


@dataclass(frozen=True, slots=True)
class Status:
    """The top line: who and where, which moment, how complete, how bad.

    ``waiting`` counts the events observed after the playhead while paused; ``complete_to`` is the moment up to which
    records are expected to have arrived (None if unknown). ``profile`` is "" for files.
    """

    mode: Mode
    now: datetime
    speed: float
    is_quiet_skipped: bool
    waiting: int
    waiting_alarms: int
    complete_to: datetime | None
    newest_at: datetime | None
    title: str
    accounts: tuple[str, ...]
    regions: tuple[str, ...]
    alarms: Mapping[AlarmState, int]
    events: int
    duplicates: int
    not_understood: int
    span: TimeSpan


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of the event list that is a call. ``key`` never changes while the session lives."""

    key: int
    event: Event
    is_hit: bool = False
    is_bookmarked: bool = False


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """A row of the event list that is an alarm's change of state. ``key`` is negative."""

    key: int
    transition: AlarmTransition


@dataclass(frozen=True, slots=True)
class CompleteRow:
    """The line in the event list below which later rows may still get neighbours."""

    key: int
    at: datetime


TailRow = EventRow | AlarmRow | CompleteRow


class Jump(enum.StrEnum):
    """What to look for from a row of the event list."""

    HIT = "hit"
    ERROR = "error"
    BOOKMARK = "bookmark"
    ALARM = "alarm"
    WRITE = "write"
    SAME_SESSION = "session"


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on with a filter text: what replaces ``text[start:end]``, and how many loaded events have it."""

    insert: str
    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class AlarmView:
    """One line of the alarm list at the playhead.

    ``marks`` are the periods of the newest evaluation, oldest first; empty if the alarm is not evaluated here, and then
    ``not_evaluated`` says why. ``state`` is what AWS recorded, ``computed`` what the local engine gives for the same moment.
    """

    alarm: Alarm
    state: AlarmState
    since_at: datetime | None
    reason: str
    marks: tuple[Mark, ...] = ()
    computed: AlarmState | None = None
    not_evaluated: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A call on the time axis of a chart."""

    at: datetime
    row: int
    kind: CallKind
    is_culprit: bool = False


@dataclass(frozen=True, slots=True)
class MetricView:
    """One sparkline at the playhead.

    ``series`` ends at the playhead. ``threshold`` and ``is_above`` (the breaching side) come from the worst alarm on this
    metric, ``alarm`` is its name and ``state`` its state. ``factor`` is the latest value over the usual one (None when
    unremarkable), ``latest`` the newest known value.
    """

    metric: Metric
    title: str
    measure: str
    series: Series
    unit: str = ""
    latest: float | None = None
    factor: float | None = None
    threshold: float | None = None
    is_above: bool = True
    alarm: str = ""
    state: AlarmState | None = None
    ticks: tuple[Tick, ...] = ()
    band: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A mark on the time bar: an alarm's change of state, a refused call, a bookmark or the trail itself."""

    at: datetime
    tone: Tone
    glyph: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class TimeBar:
    """Event density over the session (or the part zoomed to), one count per cell, with marks and the playhead.

    ``counts`` are all events, ``shown`` those that pass the filter (equal to ``counts`` without one).
    """

    span: TimeSpan
    counts: tuple[int, ...]
    marks: tuple[TimeMark, ...]
    playhead_at: datetime
    complete_to: datetime | None
    shown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer as a sentence, in three lengths. ``share`` is the confidence in it."""

    subject: Subject
    long: Phrase
    medium: Phrase
    short: Phrase
    share: float
    names_call: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line: label, value, and where the value comes from (right margin, may be "")."""

    label: str
    value: Phrase
    source: str = ""


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What is known about one field of a record: a short note for the right margin and a line of explanation."""

    note: str = ""
    meaning: str = ""
    tone: Tone = Tone.FAINT


@dataclass(frozen=True, slots=True)
class RecordView:
    """A whole record, opened.

    ``document`` is the record as it was delivered (for a record that is not JSON: ``{"raw": text}``). ``notes`` is keyed
    by path from the top, list positions included. ``lineage`` is a list of (depth, phrase, right margin) lines from the
    person down to the calls of this session.
    """

    event: Event
    sentence: Phrase
    second: Phrase
    document: Mapping[str, Any]
    notes: Mapping[tuple[str | int, ...], FieldNote]
    lineage: tuple[tuple[int, Phrase, str], ...]
    touched: tuple[Fact, ...]
    moved_after: tuple[MetricView, ...]
    same_thing: tuple[Event, ...]
    same_session: tuple[Event, ...]
    evidence: tuple[Fact, ...]
    raw: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One evaluation of an alarm: when, the periods it looked at (value None = missing) and what came of it."""

    at: datetime
    points: tuple[tuple[float | None, Mark], ...]
    breaching: int
    state: AlarmState


@dataclass(frozen=True, slots=True)
class AlarmDetail:
    """Why an alarm is in its state."""

    view: AlarmView
    sentence: Phrase
    settings: Phrase
    comparison: Phrase
    metric: MetricView | None
    transitions: tuple[AlarmTransition, ...]
    decisions: tuple[Decision, ...]
    treatments: tuple[tuple[str, AlarmState, str, bool], ...]
    hears: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class MetricDetail:
    """One metric in full, with what happened around it."""

    view: MetricView
    sentence: Phrase
    transitions: tuple[AlarmTransition, ...]
    ticks: tuple[tuple[Tick, Event], ...]
    statistics: tuple[Fact, ...]


class ThingKind(enum.StrEnum):
    """What a drill screen can be about, besides single records, alarms and metrics. The value is its filter field."""

    PERSON = "user"
    SESSION = "session"
    RESOURCE = "target"
    ADDRESS = "ip"
    CALL = "name"


@dataclass(frozen=True, slots=True)
class Table:
    """A small counted table: (label, count, newest) rows, most frequent first, and how many rows are not shown."""

    title: str
    rows: tuple[tuple[str, int, datetime], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """Everything about a person, session, resource, address or call. ``filter`` shows all its events in the event list."""

    kind: ThingKind
    name: str
    sentence: Phrase
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    lineage: tuple[tuple[int, Phrase, str], ...]
    metrics: tuple[MetricView, ...]
    filter: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that was not understood or could not be read: where in words, and why.

    ``path`` is the file and ``line`` the line or record in it, counted from 1 (0 = the whole file).
    """

    where: str
    reason: str
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class SourceView:
    """One line of what is covered: a kind of input, how much of it there is, and its first and last moment."""

    what: str
    where: str
    count: int
    span: TimeSpan | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is loaded, what is missing and why."""

    sentence: Phrase
    sources: tuple[SourceView, ...]
    unseen: tuple[Fact, ...]
    troubles: tuple[Trouble, ...]


@dataclass(slots=True)
class Selection:
    """What the reader points at; shared by all panes of one session. Every field is None until something is picked."""

    tail_key: int | None = None
    alarm: str | None = None
    metric: Metric | None = None
    subject: Subject | None = None
    bookmarks: set[int] = field(default_factory=set)

"""Who did it: gathers what a question needs, asks the engine, and remembers answers while nothing new is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from trailhound.cloudtrail.envelope import open_record
from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.question import Question, candidate_window
from trailhound.engine.correlation.rank import rank
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState
from trailhound.model.answer import Answer, Candidate, Subject, SubjectKind, Verdict
from trailhound.model.metric import Metric, Series
from trailhound.model.time_span import TimeSpan
from trailhound.session.alarm_board import AlarmBoard
from trailhound.session.gauges import Gauge
from trailhound.session.history import History
from trailhound.session.loaded import Loaded
from trailhound.session.metric_board import MetricBoard
from trailhound.session.moments import floored, micros
from trailhound.session.people import People
from trailhound.session.views import AlarmView

LOOK_BACK = 240
"""Periods of the metric that are looked at before the subject moved."""

AFTERWARDS = timedelta(minutes=15)
"""Calls that occurred later than this after the subject cannot have moved it; records of earlier ones may arrive any time."""

MOST_CALLS = 5000
MOST_PEERS = 60
_MINUTE = timedelta(minutes=1)
_MOST_REMEMBERED = 256

_Key = tuple[Subject, datetime, datetime, int, int]
"""Subject, moment of the metrics, start of the window, known calls in it, known links: what an answer rests on."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a subject is about, as known at a moment."""

    alarm: Alarm | None
    gauge: Gauge | None
    series: Series | None
    peers: tuple[Series, ...]
    window: TimeSpan
    looked_at: datetime


class Answers:
    """Answers questions about subjects. The same knowledge gives the same answer, and is asked for only once."""

    def __init__(self, loaded: Loaded, alarms: AlarmBoard, metrics: MetricBoard, people: People) -> None:
        self._people = people
        self._loaded = loaded
        self._alarms = alarms
        self._metrics = metrics
        self._known: dict[_Key, Answer] = {}
        self._calls: dict[int, Call] = {}

    def forget(self) -> None:
        """Drop what was computed: more was loaded."""
        self._known.clear()
        self._calls.clear()

    def answer(self, subject: Subject, as_of: datetime) -> Answer:
        """Rank the calls that could have moved a subject, with what was known at a moment."""
        scene = self._scene(subject, as_of)
        window = scene.window
        own = self._loaded.store.row_of(subject.name) if subject.kind is SubjectKind.EVENT else None
        found_rows = self._loaded.store.between(micros(window.start_at), micros(window.end_at), micros(as_of)).tolist()
        rows = [row for row in found_rows if row != own]
        key = (subject, scene.looked_at, window.start_at, len(rows), self._loaded.links.known(as_of))
        if key not in self._known:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.pop(next(iter(self._known)))
            self._known[key] = self._named(rank(self._question(subject, scene, rows, as_of)), as_of)
        found = self._known[key]
        return found if found.as_of == as_of else replace(found, as_of=as_of)

    def _named(self, answer: Answer, as_of: datetime) -> Answer:
        """Put the person behind a role session where a record names only the role."""
        candidates = tuple(
            replace(candidate, event=self._people.named(candidate.event, as_of)) for candidate in answer.candidates
        )
        return replace(answer, candidates=candidates)

    def _scene(self, subject: Subject, as_of: datetime) -> _Scene:
        """Look at metrics at whole minutes and not for longer than they can matter, so that answers can be kept."""
        alarm = self._alarms.find(subject.name, as_of) if subject.kind is SubjectKind.ALARM else None
        gauge = self._alarms.gauge(alarm) if alarm else None
        if subject.kind is SubjectKind.METRIC:
            gauge = self._metrics.named(subject.name)
        whole = floored(as_of, _MINUTE)
        looked_at = min(max(whole, min(subject.at, as_of)), subject.at + AFTERWARDS)
        series = self._stretch(gauge, subject, looked_at) if gauge else None
        peers = self._peers(gauge, subject, looked_at)
        alarm = alarm or self._stand_in(subject)
        window = candidate_window(subject, series, alarm, looked_at)
        end_at = min(max(window.end_at, as_of), subject.at + AFTERWARDS)
        return _Scene(alarm, gauge, series, peers, TimeSpan(window.start_at, max(end_at, window.start_at)), looked_at)

    def _stretch(self, gauge: Gauge, subject: Subject, looked_at: datetime) -> Series:
        return gauge.stretch(subject.at - gauge.metric.period * LOOK_BACK, looked_at, looked_at)

    def _stand_in(self, subject: Subject) -> Alarm | None:
        """Stand in for the alarm where a call is asked about: it watches the resource whose changes may have led to it."""
        row = self._loaded.store.row_of(subject.name) if subject.kind is SubjectKind.EVENT else None
        if row is None:
            return None
        event = self._loaded.store.event(row)
        watched = Metric("CloudTrail", event.name, (("Resource", event.target),), region=event.region)
        return Alarm(event.target, AlarmKind.METRIC, region=event.region, metric=watched)

    def _peers(self, gauge: Gauge | None, subject: Subject, looked_at: datetime) -> tuple[Series, ...]:
        others = [other for other in self._loaded.gauges.all() if other is not gauge]
        return tuple(self._stretch(other, subject, looked_at) for other in others[:MOST_PEERS])

    def _question(self, subject: Subject, scene: _Scene, rows: Sequence[int], as_of: datetime) -> Question:
        start_at = scene.window.start_at
        calls = tuple(self.call(row) for row in rows[-MOST_CALLS:])
        past = History(self._loaded.store, start_at)
        return Question(
            subject=subject,
            as_of=as_of,
            series=scene.series,
            alarm=scene.alarm,
            calls=calls,
            history=past.counts(calls),
            graph=self._loaded.links.graph,
            filters=self._loaded.filters,
            peers=scene.peers,
            logs=self._loaded.lines_between(start_at, min(scene.looked_at, scene.window.end_at)),
            addresses=past.addresses(calls),
        )

    def call(self, row: int) -> Call:
        """Open a record as the engine wants it."""
        found = self._calls.get(row)
        if found is None:
            store = self._loaded.store
            found = Call(
                row, store.event(row), open_record(store.raw(row)), tuple(filter(None, store.text("targets", row).split("\n")))
            )
            if len(self._calls) > 4 * MOST_CALLS:
                self._calls.clear()
            self._calls[row] = found
        return found

    def subjects(self, as_of: datetime) -> tuple[Subject, ...]:
        """Give what went wrong up to a moment, newest first: alarms that fired, and metrics without an alarm that stepped."""
        fired = [
            Subject(SubjectKind.ALARM, change.alarm, change.at)
            for change in self._alarms.all_transitions(as_of)
            if change.to_state is AlarmState.ALARM
        ]
        stepped = [self._metrics.subject(step) for step in self._metrics.steps(as_of)]
        return tuple(sorted({*fired, *stepped}, key=lambda subject: (subject.at, subject.kind, subject.name), reverse=True))

    def culprit(self, view: AlarmView, as_of: datetime) -> int | None:
        """Give the row of the call that explains an alarm in ALARM; None if no call does."""
        found = self.answer(Subject(SubjectKind.ALARM, view.alarm.name, view.since_at or as_of), as_of)
        return found.candidates[0].event.row if found.verdict is Verdict.CALL and found.candidates else None

    def targets(self, candidate: Candidate) -> list[str]:
        """Give the targets of all calls of a candidate, in order."""
        return [self._loaded.store.text("target", row) for row in candidate.rows or (candidate.event.row,)]

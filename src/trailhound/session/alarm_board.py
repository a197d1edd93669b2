"""The alarms at a moment: as AWS recorded them, and as the local engine sees them."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from trailhound.engine.alarms.timeline import Decision, decide, transitions, why_not
from trailhound.model.alarm import Alarm, AlarmState, AlarmTransition
from trailhound.session.alarm_log import AlarmKey, AlarmLog, key_of
from trailhound.session.gauges import Gauge, Gauges
from trailhound.session.views import AlarmView

_LONGEST = timedelta(days=14)
_RANK = {AlarmState.ALARM: 0, AlarmState.INSUFFICIENT_DATA: 1, AlarmState.OK: 2}


@dataclass(frozen=True, slots=True)
class Judged:
    """What the local engine makes of an alarm over time."""

    decisions: tuple[Decision, ...]
    changes: tuple[AlarmTransition, ...]

    def upto(self, as_of: datetime) -> tuple[Decision, ...]:
        """Give the decisions up to a moment."""
        return self.decisions[: bisect.bisect_right(self.decisions, as_of, key=lambda decision: decision.at)]

    def last(self, as_of: datetime) -> Decision | None:
        """Give the newest decision at a moment."""
        index = bisect.bisect_right(self.decisions, as_of, key=lambda decision: decision.at)
        return self.decisions[index - 1] if index else None

    def since(self, as_of: datetime) -> datetime | None:
        """Give the moment of the newest computed change."""
        index = bisect.bisect_right(self.changes, as_of, key=lambda change: change.at)
        return self.changes[index - 1].at if index else None


class AlarmBoard:
    """Answers about alarms at a moment. Remembers what the engine computed, never what was asked."""

    def __init__(self, log: AlarmLog, gauges: Gauges) -> None:
        self._log = log
        self._gauges = gauges
        self._judged: dict[tuple[AlarmKey, int], Judged] = {}
        self._gauge_of: dict[AlarmKey, Gauge | None] = {}
        self._latest: tuple[datetime, tuple[AlarmView, ...]] | None = None

    def forget(self) -> None:
        """Drop what was computed: more was loaded."""
        self._judged.clear()
        self._gauge_of.clear()
        self._latest = None

    def gauge(self, alarm: Alarm) -> Gauge | None:
        """Find the loaded metric an alarm watches."""
        key = key_of(alarm)
        if key not in self._gauge_of:
            self._gauge_of[key] = self._gauges.measuring(alarm.metric) if alarm.metric else None
        return self._gauge_of[key]

    def find(self, name: str, as_of: datetime) -> Alarm | None:
        """Find an alarm by its name; of several with that name the worst."""
        return next((view.alarm for view in self.views(as_of) if view.alarm.name == name), None)

    def views(self, as_of: datetime) -> tuple[AlarmView, ...]:
        """Give all alarms at a moment, worst first; of the same state the newest change first."""
        # Several panes ask for the same moment.
        if self._latest is None or self._latest[0] != as_of:
            views = (self.view(alarm, as_of) for alarm in self._log.alarms())
            self._latest = (as_of, tuple(sorted(views, key=_worst_first)))
        return self._latest[1]

    def view(self, alarm: Alarm, as_of: datetime) -> AlarmView:
        """Give one alarm at a moment.

        What AWS recorded counts; where nothing is recorded, what the engine computes; else it is not known.
        """
        recorded = self._log.state(alarm, as_of)
        judged = self.judged(alarm, as_of)
        last = judged.last(as_of)
        gauge = self.gauge(alarm)
        refusal = "" if last else why_not(alarm, gauge.judged(as_of) if gauge else None) or "its metric has no data yet"
        computed = last.state if last else None
        marks = last.evaluation.marks if last else ()
        if recorded is not None:
            return AlarmView(alarm, recorded.state, recorded.since_at, recorded.reason, marks, computed, refusal)
        reason = last.evaluation.reason if last else ""
        state = computed or AlarmState.INSUFFICIENT_DATA
        return AlarmView(alarm, state, judged.since(as_of), reason, marks, computed, refusal)

    def judged(self, alarm: Alarm, as_of: datetime) -> Judged:
        """Evaluate an alarm over everything loaded; late points count from when they came.

        Decisions after ``as_of`` are in it too: cut them with ``upto``, ``last`` or ``since``.
        """
        gauge = self.gauge(alarm)
        if gauge is None:
            return Judged((), ())
        key = (key_of(alarm), gauge.late_count(as_of))
        if key not in self._judged:
            self._judged[key] = self._judge(alarm, gauge, as_of)
        return self._judged[key]

    def transitions(self, alarm: Alarm, as_of: datetime) -> tuple[AlarmTransition, ...]:
        """Give the changes of an alarm up to a moment, oldest first: the recorded ones, computed ones if none is recorded."""
        known: Sequence[AlarmTransition] = self._log.transitions(alarm)
        if not known:
            known = self._unrecorded(alarm, as_of)
        return tuple(known[: bisect.bisect_right(known, as_of, key=lambda change: change.at)])

    def all_transitions(self, as_of: datetime) -> tuple[AlarmTransition, ...]:
        """Give the changes of all alarms up to a moment, oldest first."""
        found = [change for alarm in self._log.alarms() for change in self.transitions(alarm, as_of)]
        return tuple(sorted(found, key=lambda change: (change.at, change.alarm, change.region, change.account)))

    def _unrecorded(self, alarm: Alarm, as_of: datetime) -> tuple[AlarmTransition, ...]:
        """Give computed changes, up to the moment from which AWS's own word is known, and that one."""
        described = self._log.described(alarm)
        computed = self.judged(alarm, as_of).changes
        if described is None or described.since_at is None:
            return () if described is not None and not computed else computed
        before = tuple(change for change in computed if change.at < described.since_at)
        was = before[-1].to_state if before else None
        if was is described.state:
            return before
        told = AlarmTransition(
            alarm.name, described.since_at, was, described.state, described.reason, alarm.region, alarm.account
        )
        return (*before, told)

    def _judge(self, alarm: Alarm, gauge: Gauge, as_of: datetime) -> Judged:
        series = gauge.judged(as_of)
        if not series.values:
            return Judged((), ())
        margin = gauge.metric.period * (alarm.evaluation_periods + 12)
        start_at = max(series.start_at + gauge.metric.period, series.end_at - _LONGEST)
        decisions = decide(alarm, series, start_at, series.end_at + margin)
        return Judged(decisions, transitions(alarm, decisions))


def _worst_first(view: AlarmView) -> tuple[int, float, str, str, str]:
    since = view.since_at or datetime(1970, 1, 1, tzinfo=UTC)
    return (_RANK[view.state], -since.timestamp(), view.alarm.name, view.alarm.region, view.alarm.account)

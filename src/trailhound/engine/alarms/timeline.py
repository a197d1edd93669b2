"""What an alarm says minute by minute, from what could be known at each minute."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from trailhound.engine.alarms.evaluation import Evaluation, evaluate, range_length, refusal
from trailhound.model.alarm import Alarm, AlarmState, AlarmTransition
from trailhound.model.metric import Series

SETTLING_TICKS = 1
"""How many ticks a period rests after its end before it is judged.

Recorded on AWS for periods of 10 s: the newest period that is judged ended 10 s before. For longer periods AWS does not
say; one tick, a minute, is how alarm histories look.
"""

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Decision:
    """One evaluation, and when it took place."""

    at: datetime
    evaluation: Evaluation

    @property
    def state(self) -> AlarmState:
        """The state after it."""
        return self.evaluation.state


def cadence(alarm: Alarm) -> timedelta:
    """How often AWS looks at an alarm.

    Every minute, or each period where that is shorter; hourly if the periods span more than a day (recalled from the
    user guide, not checked against a live account).
    """
    period = alarm.metric.period if alarm.metric else _MINUTE
    if timedelta(0) < period < _MINUTE:
        return period
    return timedelta(hours=1) if period * alarm.evaluation_periods > _DAY else _MINUTE


def decide(
    alarm: Alarm,
    series: Series,
    start_at: datetime,
    end_at: datetime,
    previous: AlarmState = AlarmState.INSUFFICIENT_DATA,
) -> tuple[Decision, ...]:
    """Evaluate an alarm at every tick from ``start_at`` to ``end_at``, both included.

    At each tick only points are used whose period had been over for a tick (``SETTLING_TICKS``). A series with shorter
    periods than the alarm's is added up first. Nothing comes back for an alarm or a series that can't be evaluated;
    :func:`why_not` says why.

    Args:
        alarm: What to evaluate.
        series: The alarm's own metric.
        start_at: The first tick; rounded up to a whole tick.
        end_at: The last tick.
        previous: The state before the first tick.
    """
    fitted = None if refusal(alarm) else fit(alarm, series)
    if fitted is None or not fitted.values:
        return ()
    return tuple(_ticks(alarm, fitted, start_at, end_at, previous))


def why_not(alarm: Alarm, series: Series | None) -> str:
    """Say why :func:`decide` gives nothing for an alarm with this series; "" if it does give something."""
    words = refusal(alarm)
    if words:
        return words
    if series is None or not series.values:
        return "no data of this metric is loaded"
    return "" if fit(alarm, series) else "the loaded data has other periods than the alarm"


def transitions(alarm: Alarm, decisions: Sequence[Decision]) -> tuple[AlarmTransition, ...]:
    """Give the changes of state among decisions, as computed here. The first decision is not a change."""
    return tuple(
        AlarmTransition(
            alarm=alarm.name,
            at=after.at,
            from_state=before.state,
            to_state=after.state,
            reason=after.evaluation.reason,
            region=alarm.region,
            account=alarm.account,
            is_computed=True,
        )
        for before, after in itertools.pairwise(decisions)
        if before.state is not after.state
    )


def fit(alarm: Alarm, series: Series) -> Series | None:
    """Give the series in the alarm's own periods; None if it can't be had.

    Shorter periods are added up as the statistic allows. An average of averages gives every short period the same weight,
    which CloudWatch, knowing the samples, does not; percentiles can't be added up at all.
    """
    metric = alarm.metric
    if metric is None:
        return None
    have, want = series.metric.period, metric.period
    if have == want:
        return series
    combine = _COMBINE.get(metric.statistic)
    if combine is None or have <= timedelta(0) or want % have or want < have:
        return None
    first = _floor(series.start_at, want)
    lead = (series.start_at - first) // have
    padded: tuple[float | None, ...] = (None,) * lead + series.values
    step = want // have
    chunks = ([v for v in padded[i : i + step] if v is not None and not math.isnan(v)] for i in range(0, len(padded), step))
    return Series(metric, first, tuple(combine(chunk) if chunk else None for chunk in chunks))


def _ticks(alarm: Alarm, series: Series, start_at: datetime, end_at: datetime, previous: AlarmState) -> Iterable[Decision]:
    step, length, period = cadence(alarm), range_length(alarm), series.metric.period
    at = _floor(start_at, step)
    at = at if at == start_at else at + step
    state, seen, latest = previous, None, None
    while at <= end_at:
        done = (at - SETTLING_TICKS * step - series.start_at) // period
        # Between two ends of periods the window is the same, and a second look at it changes nothing.
        if latest is None or done != seen:
            indices = range(done - length, done)
            window = [series.values[i] if 0 <= i < len(series.values) else None for i in indices]
            latest = evaluate(alarm, window, state, times=[series.at(i) for i in indices])
            state, seen = latest.state, done
        yield Decision(at, latest)
        at += step


def _floor(moment: datetime, step: timedelta) -> datetime:
    return moment - (moment - datetime(1970, 1, 1, tzinfo=UTC)) % step


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


_COMBINE: dict[str, Callable[[list[float]], float]] = {
    "Average": _mean,
    "Sum": sum,
    "SampleCount": sum,
    "Minimum": min,
    "Maximum": max,
}

"""Decide the state of one metric alarm from its latest periods.

The rules are those of the CloudWatch user guide, "Evaluating an alarm" and "Configuring how CloudWatch alarms treat
missing data", as far as they are published; where they are not, the reading follows recorded transitions of real alarms.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from trailhound.engine.alarms import reasons
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState, Mark

TREATMENTS = ("missing", "ignore", "breaching", "notBreaching")
"""What ``TreatMissingData`` may say, the default first."""

EXTRA_PERIODS = 2
"""Periods beyond N that are looked at while some are missing.

AWS does not publish the number. The tables of the user guide show 5 periods for N = 3, so N + 2.
"""

EXTRA_SPAN_SUB_MINUTE = timedelta(minutes=1)
"""The same for periods under a minute: recorded on AWS as N plus one minute (9 periods of 10 s for N = 3)."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one look at an alarm gave.

    ``marks`` are the N periods that were judged, oldest first; ``breaching`` counts those among them that breach, missing
    ones that count as breaching included. ``is_evaluated`` is false for a kind of alarm that is not evaluated here: then
    ``state`` is the one that was passed in, and ``reason`` says why.
    """

    state: AlarmState
    marks: tuple[Mark, ...]
    breaching: int
    reason: str
    is_evaluated: bool = True


def refusal(alarm: Alarm) -> str:
    """Say why an alarm can't be evaluated here; "" if it can."""
    if alarm.kind is AlarmKind.MATH:
        return "metric math is not evaluated here"
    if alarm.kind is AlarmKind.COMPOSITE:
        return "composite alarms are not evaluated here"
    if alarm.kind is not AlarmKind.METRIC:
        return "this kind of alarm is not evaluated here"
    if alarm.comparison not in _OPERATORS:
        words = "an anomaly band" if "Upper" in alarm.comparison or "Lower" in alarm.comparison else "this comparison"
        return f"{words} is not evaluated here"
    if alarm.threshold is None or not math.isfinite(alarm.threshold):
        return "the alarm has no threshold"
    if not 1 <= alarm.datapoints_to_alarm <= alarm.evaluation_periods:
        return "the alarm needs more datapoints than it has periods"
    return ""


def range_length(alarm: Alarm) -> int:
    """How many periods are looked at: N, and some more that only count while some of the newest N are missing."""
    period = alarm.metric.period if alarm.metric else timedelta(minutes=1)
    if timedelta(0) < period < timedelta(minutes=1):
        return alarm.evaluation_periods + EXTRA_SPAN_SUB_MINUTE // period
    return alarm.evaluation_periods + EXTRA_PERIODS


def treatment(alarm: Alarm) -> str:
    """How missing data counts. Alarms on DynamoDB ignore it unless they say otherwise (recorded on AWS)."""
    is_silent = "TreatMissingData" not in alarm.document and alarm.treat_missing_data in ("", "missing")
    if is_silent and alarm.metric is not None and alarm.metric.namespace == "AWS/DynamoDB":
        return "ignore"
    return alarm.treat_missing_data if alarm.treat_missing_data in TREATMENTS else "missing"


def is_breaching(value: float, comparison: str, threshold: float) -> bool:
    """Compare as the four static operators do: strictly, unless the name says ``OrEqual``."""
    return _OPERATORS[comparison](value, threshold)


def evaluate(
    alarm: Alarm,
    window: Sequence[float | None],
    previous: AlarmState,
    *,
    times: Sequence[datetime] = (),
    samples: Sequence[float | None] = (),
) -> Evaluation:
    """Decide the state of an alarm from its latest periods.

    A value that is no number counts as missing, zero is a value. Never raises for any values.

    Args:
        alarm: Gives threshold, comparison, M, N and the treatment of missing data.
        window: The whole evaluation range, oldest first, ``None`` for a period without data. Shorter ones are allowed:
            what lies before them counts as missing.
        previous: The state before, which some rules keep.
        times: The starts of the periods, for the reason; as long as ``window`` or empty.
        samples: How many samples each period rests on, for percentile alarms; as long as ``window`` or empty.
    """
    why_not = refusal(alarm)
    if why_not:
        return Evaluation(previous, (), 0, why_not, is_evaluated=False)
    marks = tuple(_mark(alarm, value) for value in window)
    count = alarm.evaluation_periods
    padded = (Mark.MISSING,) * (count - len(marks)) + marks
    if _is_low_on_samples(alarm, samples):
        words = "Unchanged: too few samples to judge a percentile."
        return Evaluation(previous, padded[-count:], _breaching(padded[-count:]), words)
    state, indices, filled = _decide(alarm, marks, previous)
    judged = padded[-count:] if len(indices) < count else tuple(marks[index] for index in indices)
    facts = reasons.Facts(
        state=state,
        points=tuple((times[i] if i < len(times) else None, window[i], marks[i] is Mark.BREACHING) for i in reversed(indices)),
        filled=filled,
        treatment=treatment(alarm),
    )
    breaching = _breaching([marks[i] for i in indices]) + (filled if treatment(alarm) == "breaching" else 0)
    return Evaluation(state, judged, breaching, reasons.describe(alarm, facts))


def treatments(alarm: Alarm, previous: AlarmState) -> tuple[tuple[str, AlarmState], ...]:
    """What each treatment would give if all points were missing; nothing for an alarm that is not evaluated here."""
    if refusal(alarm):
        return ()
    silent = {"breaching": AlarmState.ALARM, "notBreaching": AlarmState.OK, "missing": AlarmState.INSUFFICIENT_DATA}
    return tuple((name, silent.get(name, previous)) for name in TREATMENTS)


def _decide(alarm: Alarm, marks: Sequence[Mark], previous: AlarmState) -> tuple[AlarmState, list[int], int]:
    """Give the state, the indices of the real points that were judged, and how many periods were filled in."""
    periods, needed = alarm.evaluation_periods, alarm.datapoints_to_alarm
    real = [index for index, mark in enumerate(marks) if mark is not Mark.MISSING]
    if len(real) >= periods:
        newest = real[-periods:]
        is_alarm = _breaching([marks[index] for index in newest]) >= needed
        return (AlarmState.ALARM if is_alarm else AlarmState.OK), newest, 0
    filled = periods - len(real)
    breaching = _breaching(marks)
    how = treatment(alarm)
    if how in ("breaching", "notBreaching"):
        total = breaching + (filled if how == "breaching" else 0)
        return (AlarmState.ALARM if total >= needed else AlarmState.OK), real, filled
    if not real:
        return (AlarmState.INSUFFICIENT_DATA if how == "missing" else previous), real, 0
    if breaching >= needed:
        return AlarmState.ALARM, real, 0
    if breaching < len(real):
        return AlarmState.OK, real, 0
    # Only breaching points, and too few: the guide's "premature" case. Old enough, they alarm for want of better.
    age = len(marks) - real[0]
    is_old_enough = age >= needed and how == "missing"
    return (AlarmState.ALARM if is_old_enough else previous), real, 0


def _mark(alarm: Alarm, value: float | None) -> Mark:
    if value is None or math.isnan(value) or alarm.threshold is None:
        return Mark.MISSING
    return Mark.BREACHING if is_breaching(value, alarm.comparison, alarm.threshold) else Mark.GOOD


def _breaching(marks: Sequence[Mark]) -> int:
    return sum(mark is Mark.BREACHING for mark in marks)


def _is_low_on_samples(alarm: Alarm, samples: Sequence[float | None]) -> bool:
    """Say whether a percentile rests on too few samples: the guide wants 10/(1-p), or 10/p below the median."""
    statistic = alarm.metric.statistic if alarm.metric else ""
    if alarm.low_samples != "ignore" or not samples or not statistic.startswith("p"):
        return False
    try:
        # Decimal: in floats 10/(1-0.99) is a little over 1000, and 1000 samples would be too few.
        share = Decimal(statistic[1:]) / 100
    except InvalidOperation:
        return False
    tail = 1 - share if share >= Decimal("0.5") else share
    if tail <= 0:
        return False
    known = [count for count in samples[-alarm.evaluation_periods :] if count is not None]
    return any(Decimal(repr(count)) * tail < 10 for count in known)


_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "GreaterThanThreshold": operator.gt,
    "GreaterThanOrEqualToThreshold": operator.ge,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}

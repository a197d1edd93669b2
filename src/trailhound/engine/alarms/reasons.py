"""The reason of an alarm state in AWS's own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from trailhound.model.alarm import Alarm, AlarmState

_WORDS = {
    "GreaterThanThreshold": "greater than",
    "GreaterThanOrEqualToThreshold": "greater than or equal to",
    "LessThanThreshold": "less than",
    "LessThanOrEqualToThreshold": "less than or equal to",
}
_FILLED = {"breaching": "Breaching", "notBreaching": "NonBreaching"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a state rests on. ``points`` are the real ones that were judged: (start, value, is it breaching), newest first."""

    state: AlarmState
    points: tuple[tuple[datetime | None, float | None, bool], ...]
    filled: int
    treatment: str


def describe(alarm: Alarm, facts: Facts) -> str:
    """Give the reason as ``StateReason`` would have it.

    AWS writes a reason only when the state changes; for a state that is kept ("ignore", or a breaching point that is too
    young) there is no wording of AWS's, so the sentence is ours.
    """
    periods = alarm.evaluation_periods
    if not facts.points and facts.filled:
        return _nothing_received(periods, _FILLED[facts.treatment])
    if not facts.points and facts.treatment == "ignore":
        return f"No data for {_counted(periods, 'period')}: missing data is ignored, so the state stays."
    if facts.state is AlarmState.INSUFFICIENT_DATA:
        return f"Insufficient Data: {_counted(periods, 'datapoint')} {_were(periods)} unknown."
    is_alarm = facts.state is AlarmState.ALARM
    deciding = [(at, value) for at, value, is_breaching in facts.points if is_breaching is is_alarm]
    filler = "breaching" if is_alarm else "notBreaching"
    filled = facts.filled if facts.treatment == filler else 0
    if not deciding:
        return _nothing_decided(facts, filled)
    return _crossed(alarm, deciding, filled, is_alarm=is_alarm)


def _crossed(alarm: Alarm, points: list[tuple[datetime | None, float | None]], filled: int, *, is_alarm: bool) -> str:
    count, periods = len(points), alarm.evaluation_periods
    comparison = ("" if is_alarm else "not ") + _WORDS[alarm.comparison]
    values = ", ".join(_point(at, value) for at, value in points)
    threshold = f"the threshold ({float(alarm.threshold or 0.0)!r})"
    if periods == 1 and alarm.document and "DatapointsToAlarm" not in alarm.document:
        return f"Threshold Crossed: 1 datapoint [{values}] was {comparison} {threshold}."
    minimum = alarm.datapoints_to_alarm if is_alarm else periods - alarm.datapoints_to_alarm + 1
    turn = "OK -> ALARM" if is_alarm else "ALARM -> OK"
    also = ""
    if filled:
        kind = "Breaching" if is_alarm else "NonBreaching"
        also = f" and {_counted(filled, 'missing datapoint')} {_were(filled)} treated as [{kind}]"
    return (
        f"Threshold Crossed: {count} out of the last {periods} datapoints [{values}] {_were(count)} {comparison} {threshold}"
        f"{also} (minimum {_counted(minimum, 'datapoint')} for {turn} transition)."
    )


def _nothing_received(periods: int, kind: str) -> str:
    return (
        f"Threshold Crossed: no datapoints were received for {_counted(periods, 'period')} and "
        f"{_counted(periods, 'missing datapoint')} {_were(periods)} treated as [{kind}]."
    )


def _nothing_decided(facts: Facts, filled: int) -> str:
    if filled:
        kind = _FILLED[facts.treatment]
        return f"Threshold Crossed: {_counted(filled, 'missing datapoint')} {_were(filled)} treated as [{kind}]."
    count = len(facts.points)
    return f"Unchanged: {_counted(count, 'datapoint')} so far, too few and too young to change the state."


def _point(at: datetime | None, value: float | None) -> str:
    number = "" if value is None else repr(float(value))
    return f"{number} ({at:%d/%m/%y %H:%M:%S})" if at else number


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"

"""Going to a moment in words: what is typed becomes a target, and a target becomes a moment."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from trailhound.errors import SeekError
from trailhound.model.time_span import TimeSpan

HINT = 'try "14:05", "-20m", "2026-07-05 09:22", "yesterday 14:05", "start", "end" or "next alarm"'


class Edge(enum.StrEnum):
    """The two ends of a session."""

    START = "start"
    END = "end"


class Landmark(enum.StrEnum):
    """Things one can go to the next or previous of."""

    ALARM = "alarm"
    ERROR = "error"
    WRITE = "write"
    BOOKMARK = "bookmark"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time without a date: on the playhead's day if the session has it, else where the session has it."""

    time: time


@dataclass(frozen=True, slots=True)
class DayTime:
    """A time on a day counted from the playhead's day (-1 = yesterday)."""

    days: int
    time: time


@dataclass(frozen=True, slots=True)
class Offset:
    """So far from the playhead."""

    by: timedelta


@dataclass(frozen=True, slots=True)
class Next:
    """The next (step 1) or previous (step -1) of a landmark."""

    landmark: Landmark
    step: int


Target = datetime | TimeOfDay | DayTime | Offset | Edge | Next

_EDGES = {"start": Edge.START, "begin": Edge.START, "beginning": Edge.START, "end": Edge.END, "now": Edge.END, "live": Edge.END}
_STEPS = {"next": 1, "previous": -1, "prev": -1, "last": -1}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hour", "hours"), 3600),
    **dict.fromkeys(("d", "day", "days"), 86_400),
}
_TIME = re.compile(
    r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,6})[0-9]*)?)?[ ]*(?:(z|utc)|([+-][0-9]{2}):?([0-9]{2}))?$"
)
_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[t ][ ]*|$)")
_PART = re.compile(r"[ ]*([0-9]{1,9})(?:[.]([0-9]{1,6}))?[ ]*([a-z]*)")


def parse_seek(text: str) -> Target:
    """Understand where a text wants to go. Case does not matter.

    Raises:
        SeekError: With the column of what was not understood.
    """
    lowered = text.casefold()
    start = len(lowered) - len(lowered.lstrip())
    said = lowered.strip()
    if not said:
        raise SeekError("no time given", text, 0, HINT)
    if said in _EDGES:
        return _EDGES[said]
    if said[0] in "+-\u2212":
        return _offset(text, said, start)
    first, _, rest = said.partition(" ")
    if first in _STEPS:
        return Next(_landmark(text, rest.strip(), start + len(said) - len(rest.lstrip())), _STEPS[first])
    if first in _DAYS:
        return (
            DayTime(_DAYS[first], _time(text, rest.strip(), start + len(said) - len(rest.lstrip()))) if rest else _midnight(first)
        )
    if found := _DATE.match(said):
        return _moment(text, said, found, start)
    return TimeOfDay(_time(text, said, start))


def resolve(target: datetime | TimeOfDay | DayTime | Offset | Edge, playhead: datetime, span: TimeSpan) -> datetime:
    """Turn a target into a moment, not yet held inside the session.

    Raises:
        SeekError: If the moment is outside what a calendar holds.
    """
    try:
        match target:
            case datetime():
                return target
            case Edge():
                return span.start_at if target is Edge.START else span.end_at
            case Offset():
                return playhead + target.by
            case DayTime():
                return _on_day(playhead.astimezone(UTC).date() + timedelta(days=target.days), target.time)
            case TimeOfDay():
                return _nearest_day(target.time, playhead, span)
    except OverflowError as error:
        raise SeekError("that is beyond the calendar", str(target), 0, HINT) from error


def _midnight(word: str) -> DayTime:
    return DayTime(_DAYS[word], time(0, tzinfo=UTC))


def _landmark(text: str, word: str, column: int) -> Landmark:
    try:
        return Landmark(word.removesuffix("s"))
    except ValueError as error:
        names = ", ".join(landmark.value for landmark in Landmark)
        raise SeekError("nothing like that to go to", text, min(column, len(text)), f"one of {names}") from error


def _offset(text: str, said: str, start: int) -> Offset:
    sign = 1 if said[0] == "+" else -1
    total, at = 0.0, 1
    while at < len(said):
        found = _PART.match(said, at)
        if not found:
            raise SeekError("a number with a unit is wanted here", text, min(start + at, len(text)), 'such as "-20m" or "+1h30m"')
        unit = found[3]
        if unit not in _UNITS:
            column = min(start + found.start(3), len(text))
            raise SeekError("a unit is wanted here", text, column, "s, m, h or d")
        total += float(f"{found[1]}.{found[2] or 0}") * _UNITS[unit]
        at = found.end()
    if at == 1:
        raise SeekError("how far?", text, min(start + 1, len(text)), 'such as "-20m" or "+1h30m"')
    try:
        return Offset(timedelta(seconds=sign * total))
    except OverflowError as error:
        raise SeekError("that is too far", text, start, "give less than a million years") from error


def _time(text: str, said: str, column: int) -> time:
    found = _TIME.match(said)
    if not found:
        raise SeekError("not a time", text, min(column, len(text)), HINT)
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    micro = int((found[4] or "0").ljust(6, "0"))
    for value, limit, name, group in ((hour, 23, "hours", 1), (minute, 59, "minutes", 2), (second, 59, "seconds", 3)):
        if value > limit:
            raise SeekError(f"no such time: {name} go to {limit}", text, min(column + found.start(group), len(text)), HINT)
    if found[6] is None:
        return time(hour, minute, second, micro, tzinfo=UTC)
    shift = timedelta(hours=abs(int(found[6])), minutes=int(found[7]))
    if shift >= timedelta(hours=24):
        raise SeekError("no such time zone", text, min(column + found.start(6), len(text)), "such as +02:00")
    moment = datetime(2000, 1, 2, hour, minute, second, micro, UTC)
    return (moment - shift if found[6][0] == "+" else moment + shift).timetz()


def _moment(text: str, said: str, found: re.Match[str], start: int) -> datetime:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        raise SeekError("no such day", text, min(start, len(text)), "year-month-day, such as 2026-07-05") from error
    rest = said[found.end() :]
    if not rest:
        return _on_day(day, time(0, tzinfo=UTC))
    clock = _TIME.match(rest)
    if clock is None or clock[6] is None:
        return _on_day(day, _time(text, rest, start + found.end()))
    _time(text, rest, start + found.end())
    shift = timedelta(hours=int(clock[6]), minutes=int(clock[7]) * (-1 if clock[6][0] == "-" else 1))
    local = datetime.combine(day, time(int(clock[1]), int(clock[2]), int(clock[3] or 0)), UTC)
    try:
        return local - shift
    except OverflowError as error:
        raise SeekError("that is beyond the calendar", text, start, HINT) from error


def _on_day(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment.replace(tzinfo=UTC))


def _nearest_day(moment: time, playhead: datetime, span: TimeSpan) -> datetime:
    today = playhead.astimezone(UTC).date()
    wanted = _on_day(today, moment)
    if span.start_at <= wanted <= span.end_at:
        return wanted
    first, last = span.start_at.astimezone(UTC).date(), span.end_at.astimezone(UTC).date()
    near = {first, first + timedelta(days=1), last, last - timedelta(days=1), *_around(today)}
    inside = [found for day in near if span.start_at <= (found := _on_day(day, moment)) <= span.end_at]
    return min(inside, key=lambda found: (abs(found - playhead), found), default=wanted)


def _around(day: date) -> tuple[date, date]:
    return day - timedelta(days=1), day + timedelta(days=1)

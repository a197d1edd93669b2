"""Times as AWS and its tools print them, read without ever failing."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MILLISECONDS_FROM = 100_000_000_000
"""A number from here on counts milliseconds: as seconds it would be in the year 5138."""


def read_moment(value: object) -> datetime | None:
    """Read a time in any spelling that AWS, its command line or an export uses; None if it is none.

    Known are RFC 3339 with ``Z`` or an offset, a blank for the ``T``, up to nine digits after the second, a date alone,
    and seconds or milliseconds since 1970 as a number or as digits. A time without a zone is UTC.
    """
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(float(value))
    return None


def to_micros(moment: datetime) -> int:
    """Count the microseconds from 1970 to an aware moment."""
    return (moment - EPOCH) // _MICROSECOND


def _from_text(text: str) -> datetime | None:
    stripped = text.strip()
    if len(stripped) < 8 or not stripped[0].isdigit():
        return None
    try:
        if stripped.isdecimal() and len(stripped) > 8:
            return _from_number(float(stripped))
        moment = datetime.fromisoformat(stripped)
        # astimezone also refuses the few moments that leave the calendar when their offset is taken away.
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _from_number(number: float) -> datetime | None:
    if not math.isfinite(number) or number <= 0:
        return None
    seconds = number / 1000 if number >= _MILLISECONDS_FROM else number
    try:
        return EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None

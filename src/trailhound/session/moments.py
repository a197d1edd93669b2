"""Moments as the store counts them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Count microseconds since 1970."""
    return (moment - EPOCH) // _MICROSECOND


def moment(us: int) -> datetime:
    """Turn microseconds since 1970 into an aware moment."""
    return EPOCH + timedelta(microseconds=us)


def floored(at: datetime, step: timedelta) -> datetime:
    """Give the last whole step, counted from 1970, at or before a moment."""
    return at - (at - EPOCH) % step

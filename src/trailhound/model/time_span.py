"""A stretch of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """From a first moment (included) to a last one (excluded), both aware and in UTC."""

    start_at: datetime
    end_at: datetime

    @property
    def duration(self) -> timedelta:
        """How long the span is; never negative for a span made by this program."""
        return self.end_at - self.start_at

    def holds(self, moment: datetime) -> bool:
        """Say whether the moment lies inside."""
        return self.start_at <= moment < self.end_at

    def joined(self, other: TimeSpan) -> TimeSpan:
        """Give the smallest span that holds both."""
        return TimeSpan(min(self.start_at, other.start_at), max(self.end_at, other.end_at))

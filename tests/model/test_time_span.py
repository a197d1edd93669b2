"""Spans include their start and exclude their end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from trailhound.model.time_span import TimeSpan

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_span_holds_its_start_and_not_its_end() -> None:
    span = TimeSpan(NOON, NOON + HOUR)

    assert span.holds(NOON)
    assert not span.holds(NOON + HOUR)
    assert span.duration == HOUR


def test_joined_spans_hold_both() -> None:
    early, late = TimeSpan(NOON, NOON + HOUR), TimeSpan(NOON + 3 * HOUR, NOON + 4 * HOUR)

    assert late.joined(early) == TimeSpan(NOON, NOON + 4 * HOUR)

"""Moments in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trailhound.errors import SeekError
from trailhound.model.time_span import TimeSpan
from trailhound.session.seek import Landmark, Next, Target, parse_seek, resolve

PLAYHEAD = datetime(2026, 7, 5, 9, 22, tzinfo=UTC)
SPAN = TimeSpan(datetime(2026, 7, 4, 22, tzinfo=UTC), datetime(2026, 7, 5, 12, tzinfo=UTC))


def _sought(text: str) -> datetime:
    target = parse_seek(text)
    assert not isinstance(target, Next)
    return resolve(target, PLAYHEAD, SPAN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:05", datetime(2026, 7, 5, 9, 5, tzinfo=UTC)),
        ("9:05:30", datetime(2026, 7, 5, 9, 5, 30, tzinfo=UTC)),
        ("09:05:30.250", datetime(2026, 7, 5, 9, 5, 30, 250_000, tzinfo=UTC)),
        ("09:05Z", datetime(2026, 7, 5, 9, 5, tzinfo=UTC)),
        ("11:05+02:00", datetime(2026, 7, 5, 9, 5, tzinfo=UTC)),
        ("23:10", datetime(2026, 7, 4, 23, 10, tzinfo=UTC)),
        ("yesterday 14:05", datetime(2026, 7, 4, 14, 5, tzinfo=UTC)),
        ("Yesterday", datetime(2026, 7, 4, tzinfo=UTC)),
        ("2026-07-05T09:22:00Z", datetime(2026, 7, 5, 9, 22, tzinfo=UTC)),
        ("2026-07-05 09:22", datetime(2026, 7, 5, 9, 22, tzinfo=UTC)),
        ("2026-07-05T01:22:00+02:00", datetime(2026, 7, 4, 23, 22, tzinfo=UTC)),
        ("2026-07-05", datetime(2026, 7, 5, tzinfo=UTC)),
        ("-20m", PLAYHEAD - timedelta(minutes=20)),
        ("+1h30m", PLAYHEAD + timedelta(minutes=90)),
        ("+90s", PLAYHEAD + timedelta(seconds=90)),
        ("- 2 days", PLAYHEAD - timedelta(days=2)),
        ("+1.5h", PLAYHEAD + timedelta(minutes=90)),
        ("start", SPAN.start_at),
        ("end", SPAN.end_at),
        ("NOW", SPAN.end_at),
        ("live", SPAN.end_at),
    ],
)
def test_words_become_moments(text: str, expected: datetime) -> None:
    assert _sought(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next alarm", Next(Landmark.ALARM, 1)),
        ("previous alarm", Next(Landmark.ALARM, -1)),
        ("prev alarm", Next(Landmark.ALARM, -1)),
        ("next error", Next(Landmark.ERROR, 1)),
        ("next write", Next(Landmark.WRITE, 1)),
        ("next bookmark", Next(Landmark.BOOKMARK, 1)),
        ("  Next  event ", Next(Landmark.EVENT, 1)),
    ],
)
def test_words_become_landmarks(text: str, expected: Target) -> None:
    assert parse_seek(text) == expected


@pytest.mark.parametrize(
    ("text", "column"),
    [("", 0), ("25:00", 0), ("14:65", 3), ("-20", 3), ("-20x", 3), ("+", 1), ("next thing", 5), ("2026-13-01", 0), ("noon", 0)],
)
def test_what_is_not_understood_is_refused_with_its_column(text: str, column: int) -> None:
    with pytest.raises(SeekError) as caught:
        parse_seek(text)

    assert caught.value.column == column
    assert caught.value.hint


def test_a_moment_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(SeekError, match="calendar"):
        _sought("-999999d")


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=30), st.from_regex(r"[-+0-9:TZ .mhsd]{0,20}", fullmatch=True)))
@example("٣:00")
@example("0001-01-01T00:00+23:59")
@example("9999-12-31 23:59-23:59")
@example("+999999999d999999999d")
@example("İ next alarm")
def test_every_text_is_understood_or_refused_with_a_place_in_it(text: str) -> None:
    error = _refusal(text)

    if error is not None:
        assert 0 <= error.column <= len(error.text)
        assert str(error)


def _refusal(text: str) -> SeekError | None:
    try:
        target = parse_seek(text)
        if not isinstance(target, Next):
            resolve(target, PLAYHEAD, SPAN)
    except SeekError as error:
        return error
    return None

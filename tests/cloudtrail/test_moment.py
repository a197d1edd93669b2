"""Times in all spellings."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.cloudtrail.moment import read_moment, to_micros

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "2026-01-05T12:00:00Z",
        "2026-01-05T12:00:00.000000+00:00",
        "2026-01-05 12:00:00.000000000",
        "2026-01-05T14:00:00+0200",
        " 2026-01-05 23:00:00+11:00 ",
        1767614400,
        1767614400.0,
        1767614400000,
        "1767614400000",
    ],
)
def test_every_spelling_of_a_moment_is_that_moment(value: object) -> None:
    assert read_moment(value) == NOON


@pytest.mark.parametrize(
    "value", ["", "<redacted>", "...", None, True, float("nan"), -1, 1e300, "0001-01-01T00:00:00+14:00", [], "9" * 400]
)
def test_what_is_no_moment_is_none(value: object) -> None:
    assert read_moment(value) is None


@settings(max_examples=60, deadline=None)
@given(st.datetimes(timezones=st.just(UTC)))
def test_printing_and_reading_agree(moment: datetime) -> None:
    read = read_moment(moment.isoformat())

    assert read == moment
    assert to_micros(moment) == (moment - datetime(1970, 1, 1, tzinfo=UTC)) // (NOON.resolution)

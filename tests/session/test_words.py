"""Numbers, units and durations as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailhound.model.metric import Metric
from trailhound.session import words


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0 s"),
        (0.25, "250 ms"),
        (48, "48 s"),
        (288, "4 min 48 s"),
        (120, "2 min"),
        (7500, "2 h 5 min"),
        (9 * 86_400, "9 d"),
        (-288, "4 min 48 s"),
    ],
)
def test_durations_have_their_two_largest_units(seconds: float, expected: str) -> None:
    assert words.duration(timedelta(seconds=seconds)) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(48, "48 s"), (128, "2 min"), (10_800, "3 h"), (777_600, "9 d"), (89, "89 s")])
def test_rough_durations_have_one_unit(seconds: float, expected: str) -> None:
    assert words.rough_duration(timedelta(seconds=seconds)) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (0.038, "Seconds", "38 ms"),
        (2.9, "Seconds", "2.9 s"),
        (0.0000004, "Seconds", "0.4 µs"),
        (0, "Seconds", "0 s"),
        (1800, "Seconds", "30 min"),
        (900, "Milliseconds", "900 ms"),
        (71.2, "Percent", "71.2 %"),
        (71, "Percent", "71 %"),
        (9800, "", "9.8 k"),
        (1900, "Count/Second", "1.9 k/s"),
        (1.5e9, "Bytes", "1.5 GB"),
        (12, "Bytes", "12 B"),
        (2e6, "Bytes/Second", "2 MB/s"),
        (99_999, "Count", "100 k"),
        (-3.25, "", "-3.2"),
        (1e31, "", "1.0e+31"),
    ],
)
def test_values_come_with_a_readable_unit(value: float, unit: str, expected: str) -> None:
    assert words.quantity(value, unit) == expected


def test_a_sum_of_counts_is_written_per_period() -> None:
    assert words.quantity(412, "Count", timedelta(minutes=1)) == "412/m"
    assert words.quantity(412, "Count", timedelta(minutes=5)) == "412/5m"
    assert words.quantity(412, "Count", timedelta(seconds=10)) == "412/10s"


@given(st.floats())
def test_every_number_has_a_short_form(value: float) -> None:
    assert 0 < len(words.number(value)) < 12


def test_counts_are_grouped_by_a_blank() -> None:
    assert words.grouped(18_204) == "18 204"


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (1, "call", "1 call"),
        (41, "call", "41 calls"),
        (2, "address", "2 addresses"),
        (3, "query", "3 queries"),
        (2, "day", "2 days"),
    ],
)
def test_nouns_follow_their_number(number: int, noun: str, expected: str) -> None:
    assert words.plural(number, noun) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(9.1, "9.1x"), (31.2, "31x"), (0.3, "0.3x"), (0.02, "1/50x"), (0, "0x"), (2, "2x")]
)
def test_factors_are_short(value: float, expected: str) -> None:
    assert words.factor(value) == expected


def test_a_moment_of_today_needs_no_date() -> None:
    now = datetime(2026, 11, 18, 14, 9, tzinfo=UTC)

    assert words.short_time(datetime(2026, 11, 18, 14, 1, 52, tzinfo=UTC), now) == "14:01:52"
    assert words.short_time(datetime(2026, 11, 12, 10, 41, tzinfo=UTC), now) == "12 Nov 10:41"
    assert words.short_time(datetime(2025, 11, 12, 10, 41, tzinfo=UTC), now) == "12 Nov 2025 10:41"


def test_units_are_known_by_the_name_of_the_metric() -> None:
    assert words.known_unit(Metric("AWS/RDS", "ReadLatency")) == "Seconds"
    assert words.known_unit(Metric("AWS/ApiGateway", "Latency")) == "Milliseconds"
    assert words.known_unit(Metric("AWS/ELB", "Latency")) == "Seconds"
    assert words.known_unit(Metric("Own", "Whatever")) == ""


def test_shares_are_whole_percent() -> None:
    assert words.percent(0.914) == "91 %"


@pytest.mark.parametrize(
    ("value", "sample", "unit", "shown"),
    [
        (0.745, 1.5, "Seconds", "0.74"),
        (2.2, 1.5, "Seconds", "2.2"),
        (0.0042, 0.02, "Seconds", "4.2"),
        (1.7, 0.02, "Seconds", "1700"),
        (88.0, 90.0, "Percent", "88"),
        (900.0, 12_000.0, "Count", "0.9"),
        (5.0, 0.0, "Count", "5"),
        (3.0, 7200.0, "Seconds", "3"),
    ],
)
def test_a_value_beside_a_sample_is_written_in_the_same_size(value: float, sample: float, unit: str, shown: str) -> None:
    assert words.beside(value, sample, unit) == shown

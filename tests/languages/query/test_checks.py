"""Networks and durations."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.errors import FilterError
from trailhound.languages.query import Value
from trailhound.languages.query.checks import check_value, duration, network
from trailhound.languages.query.fields import field_named


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), ("5m", 300), ("1h30m", 5400), ("2D", 172_800), ("0s", 0), ("1d1h1m1s", 90_061)]
)
def test_a_duration_is_a_sum_of_numbers_with_units(text: str, seconds: int) -> None:
    assert duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "5", "m", "5x", "-5m", "5 m", "1h30", "9" * 30 + "s", "99999999999d", "٣m"])
def test_anything_else_is_no_duration(text: str) -> None:
    assert duration(text) is None


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_duration_or_not(text: str) -> None:
    found = duration(text)

    assert found is None or found >= timedelta()


def test_an_address_is_a_network_of_one_and_host_bits_are_dropped() -> None:
    assert network(Value("10.1.2.3")) == ip_network("10.1.2.3/32")
    assert network(Value("10.1.2.3/8")) == ip_network("10.0.0.0/8")
    assert network(Value("10.1.*", (5,))) is None
    assert network(Value("ec2.amazonaws.com")) is None


def test_a_refusal_names_the_place_in_the_whole_filter() -> None:
    late = field_named("late")
    assert late is not None

    with pytest.raises(FilterError) as raised:
        check_value(late, Value("soon", start=9), "abcd late:soon")

    assert raised.value.column == 9
    assert raised.value.text == "abcd late:soon"

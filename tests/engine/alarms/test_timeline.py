"""An alarm's states over time rest on what could be known at each tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.engine.alarms.timeline import cadence, decide, fit, transitions, why_not
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState
from trailhound.model.metric import Metric, Series

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def alarm(period: timedelta = MINUTE, statistic: str = "Average", periods: int = 3, treat: str = "missing") -> Alarm:
    """Make an alarm on "greater than 10" that needs all of its periods."""
    return Alarm(
        "slow",
        AlarmKind.METRIC,
        metric=Metric("Acme", "Latency", (), statistic, period),
        comparison="GreaterThanThreshold",
        threshold=10.0,
        evaluation_periods=periods,
        datapoints_to_alarm=periods,
        treat_missing_data=treat,
    )


def series(values: Sequence[float | None], period: timedelta = MINUTE) -> Series:
    """Make a series from noon on."""
    return Series(Metric("Acme", "Latency", (), "Average", period), START, tuple(values))


def test_it_fires_a_tick_after_the_last_period_it_needs_is_over() -> None:
    told = series([1.0] * 10 + [20.0] * 10)

    decisions = decide(alarm(), told, START + 5 * MINUTE, START + 20 * MINUTE)

    fired = transitions(alarm(), decisions)
    assert [(change.at, change.to_state, change.is_computed) for change in fired] == [
        (START + 14 * MINUTE, AlarmState.ALARM, True)
    ]
    assert fired[0].reason.startswith("Threshold Crossed: 3 out of the last 3 datapoints [20.0 (01/03/26 12:12:00), ")


def test_a_longer_period_is_added_up_from_shorter_ones() -> None:
    told = series([1.0, 2.0, 3.0, None, None, 10.0])

    sums = fit(alarm(5 * MINUTE, "Sum"), told)
    means = fit(alarm(5 * MINUTE), told)

    assert sums is not None
    assert means is not None
    assert (sums.values, means.values) == ((6.0, 10.0), (2.0, 10.0))


@pytest.mark.parametrize(
    ("statistic", "period"), [("p99", 5 * MINUTE), ("Sum", timedelta(seconds=90)), ("Sum", timedelta(seconds=30))]
)
def test_periods_that_cannot_be_had_are_said_to_be_so(statistic: str, period: timedelta) -> None:
    asked = alarm(period, statistic)

    assert decide(asked, series([1.0] * 9), START, START + 9 * MINUTE) == ()
    assert why_not(asked, series([1.0] * 9)) == "the loaded data has other periods than the alarm"


def test_no_data_is_said_to_be_so() -> None:
    assert why_not(alarm(), None) == "no data of this metric is loaded"
    assert why_not(alarm(), series([1.0])) == ""


def test_silence_leaves_the_range_and_then_counts_as_the_alarm_says() -> None:
    told = series([1.0] * 5)

    decisions = decide(alarm(), told, START + 6 * MINUTE, START + 20 * MINUTE)

    assert decisions[0].state is AlarmState.OK
    assert decisions[-1].state is AlarmState.INSUFFICIENT_DATA


@pytest.mark.parametrize(
    ("period", "periods", "every"),
    [
        (timedelta(seconds=10), 3, timedelta(seconds=10)),
        (MINUTE, 3, MINUTE),
        (timedelta(hours=1), 24, MINUTE),
        (timedelta(hours=1), 48, timedelta(hours=1)),
    ],
)
def test_how_often_an_alarm_is_looked_at(period: timedelta, periods: int, every: timedelta) -> None:
    assert cadence(alarm(period, periods=periods)) == every


@settings(max_examples=40, deadline=None)
@given(values=st.lists(st.none() | st.floats(0, 20), min_size=1, max_size=25), later=st.lists(st.floats(0, 20), max_size=5))
def test_what_comes_later_changes_nothing_that_was_decided(values: list[float | None], later: list[float]) -> None:
    until = START + len(values) * MINUTE

    alone = decide(alarm(), series(values), START, until)

    assert decide(alarm(), series([*values, *later]), START, until) == alone

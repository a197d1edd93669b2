"""Datapoints as they were known at a moment."""

from __future__ import annotations

import dataclasses
import random
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.session.story import LATENCY, MINUTE, at, points

from trailhound.model.metric import Datapoint, Metric
from trailhound.session.gauges import Gauge, Gauges


def _gauge(*made: Datapoint) -> Gauge:
    gauge = Gauge(LATENCY)
    gauge.add(made)
    return gauge


def _point(minute: float, value: float, late: float = 0) -> Datapoint:
    return Datapoint(at(minute), value, at(minute + 1 + late))


def test_a_value_is_known_only_when_its_period_is_over() -> None:
    gauge = _gauge(_point(0, 1.0), _point(1, 2.0))

    assert gauge.latest(at(1.9)) == (at(0), 1.0)
    assert gauge.latest(at(2)) == (at(1), 2.0)
    assert gauge.latest(at(0.5)) is None


def test_a_gap_stays_a_gap() -> None:
    gauge = _gauge(_point(0, 1.0), _point(2, 3.0))

    assert gauge.series(at(3), 4).values == (None, 1.0, None, 3.0)


def test_a_value_that_was_mended_later_shows_as_it_was_known() -> None:
    gauge = _gauge(_point(0, 19.0), _point(0, 22.0, late=5))

    assert gauge.series(at(3), 3).values[0] == 19.0
    assert gauge.series(at(7), 7).values[0] == 22.0


def test_judging_uses_late_points_only_once_they_have_come() -> None:
    gauge = _gauge(_point(0, 1.0), _point(1, 2.0, late=10), _point(2, 3.0))

    assert gauge.judged(at(5)).values == (1.0, None, 3.0)
    assert gauge.judged(at(12)).values == (1.0, 2.0, 3.0)
    assert (gauge.late_count(at(5)), gauge.late_count(at(12))) == (0, 1)


def test_a_series_keeps_the_phase_of_its_points() -> None:
    hourly = Gauge(dataclasses.replace(LATENCY, period=timedelta(hours=1)))
    hourly.add([Datapoint(at(20), 1.0, at(80))])

    assert hourly.series(at(100), 2).start_at == at(-40)


def test_a_stretch_does_not_begin_before_the_first_point() -> None:
    gauge = _gauge(_point(10, 1.0), _point(11, 1.0))

    assert gauge.stretch(at(0), at(12), at(12)).values == (1.0, 1.0)


def test_an_alarm_finds_the_series_of_its_own_statistic_and_period() -> None:
    gauges = Gauges()
    for metric in (
        dataclasses.replace(LATENCY, statistic="p99"),
        dataclasses.replace(LATENCY, period=5 * MINUTE),
        LATENCY,
        dataclasses.replace(LATENCY, region="us-east-1"),
    ):
        gauges.add(metric, points(metric, [1.0]).points)

    found = gauges.measuring(LATENCY)

    assert found is not None
    assert found.metric == LATENCY


def test_a_series_without_name_is_told_from_others_by_its_label() -> None:
    gauges = Gauges()
    for label in ("m1", "m2"):
        gauges.add(Metric("", "", label=label), [_point(0, 1.0)])

    assert [gauge.metric.label for gauge in gauges.all()] == ["m1", "m2"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.integers(0, 9)), max_size=20),
    st.integers(0, 30),
    st.randoms(use_true_random=False),
)
def test_the_order_of_points_makes_no_difference(made: list[tuple[int, int, int]], minute: int, shuffler: random.Random) -> None:
    straight = [_point(start, float(value), late) for start, late, value in made]
    mixed = shuffler.sample(straight, len(straight))

    one, other = _gauge(*straight), _gauge(*mixed)

    assert one.series(at(minute), 10) == other.series(at(minute), 10)
    assert one.latest(at(minute)) == other.latest(at(minute))
    assert one.judged(at(minute)).values == other.judged(at(minute)).values

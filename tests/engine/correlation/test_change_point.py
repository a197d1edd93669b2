"""A step of a metric is found where it happened, and noise is not taken for one."""

from __future__ import annotations

import math
import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.engine.correlation.change_point import Direction, change_point
from trailhound.model.metric import Metric, Series

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
METRIC = Metric("AWS/EC2", "CPUUtilization")


def series(values: list[float | None]) -> Series:
    """Make a series of one-minute periods."""
    return Series(METRIC, START, tuple(values))


def noisy(count: int, level: float, spread: float, seed: int = 7) -> list[float | None]:
    """Make noise around a level."""
    rng = random.Random(seed)
    return [rng.gauss(level, spread) for _ in range(count)]


def end(values: list[float | None]) -> datetime:
    """Give the end of the last period."""
    return START + timedelta(minutes=len(values))


@pytest.mark.parametrize(("after", "direction"), [(60.0, Direction.UP), (5.0, Direction.DOWN)])
@pytest.mark.parametrize("behind", [2, 5, 25])
def test_a_step_is_found_to_the_period(after: float, direction: Direction, behind: int) -> None:
    values = [*noisy(90, 30.0, 1.0), *noisy(behind, after, 1.0)]

    found = change_point(series(values), end(values))

    assert found is not None
    assert (found.at, found.direction) == (START + timedelta(minutes=90), direction)
    assert found.after == pytest.approx(after, abs=3)


def test_a_ramp_begins_where_it_leaves_the_level() -> None:
    values = [*noisy(90, 30.0, 0.5), *[30.0 + 4 * i for i in range(1, 12)]]

    found = change_point(series(values), end(values))

    assert found is not None
    assert abs(found.at - (START + timedelta(minutes=90))) <= timedelta(minutes=1)


def test_a_metric_that_was_silent_begins() -> None:
    values: list[float | None] = [*[None] * 100, *[7.0] * 3]

    found = change_point(series(values), end(values))

    assert found is not None
    assert (found.at, found.before) == (START + timedelta(minutes=100), 0.0)


@pytest.mark.parametrize("seed", range(8))
def test_noise_has_no_step(seed: int) -> None:
    values = noisy(120, 30.0, 4.0, seed)

    assert change_point(series(values), end(values)) is None


def test_too_few_points_have_no_step() -> None:
    assert change_point(series([1.0] * 5), end([1.0] * 5)) is None
    assert change_point(series([]), START) is None


def test_an_old_step_is_not_taken_for_a_new_one() -> None:
    values = [*noisy(30, 10.0, 0.2), *noisy(200, 90.0, 0.2)]

    assert change_point(series(values), end(values)) is None


@settings(max_examples=50, deadline=None)
@given(values=st.lists(st.none() | st.floats(), max_size=80), near=st.integers(-30, 120))
def test_any_values_can_be_looked_at(values: list[float | None], near: int) -> None:
    found = change_point(series(values), START + timedelta(minutes=near))

    assert found is None or (math.isfinite(found.before) and found.spread > timedelta(0))

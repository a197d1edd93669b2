"""A question knows when its metric moved, and which calls it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from trailhound.engine.correlation.question import Question, candidate_window, known, moved
from trailhound.model.metric import Metric, Series

MINUTE = timedelta(minutes=1)


def test_only_periods_that_were_over_are_known(make_series: Callable[..., Series], noon: datetime) -> None:
    series = make_series(Metric("Acme", "Latency"), 1.0, 9.0)

    assert known(series, noon + 3 * MINUTE).end_at == noon + 3 * MINUTE
    assert known(series, noon + 90 * MINUTE) is series
    assert known(series, noon - 90 * MINUTE).values == ()


def test_the_window_reaches_from_an_hour_before_the_step_to_now(ask: Callable[..., Question], noon: datetime) -> None:
    asked = ask([])

    window = candidate_window(asked.subject, asked.series, asked.alarm, asked.as_of)

    assert window.start_at == noon - 60 * MINUTE
    assert window.holds(asked.as_of)
    assert not window.holds(asked.as_of + MINUTE)


def test_an_alarm_that_looks_far_back_needs_more(ask: Callable[..., Question], noon: datetime) -> None:
    asked = ask([])
    assert asked.alarm is not None
    patient = replace(asked.alarm, evaluation_periods=30)

    window = candidate_window(asked.subject, asked.series, patient, asked.as_of)

    assert window.start_at == noon - 90 * MINUTE


def test_charges_need_a_day(ask: Callable[..., Question], make_series: Callable[..., Series]) -> None:
    asked = ask([], metric=Metric("AWS/Billing", "EstimatedCharges", (("Currency", "USD"),), "Maximum"))

    window = candidate_window(asked.subject, None, asked.alarm, asked.as_of)

    assert window.duration > timedelta(hours=24)


def test_charges_move_when_they_grow_faster(noon: datetime) -> None:
    metric = Metric("AWS/Billing", "EstimatedCharges", period=timedelta(hours=1))
    totals = [10.0 + hour for hour in range(48)] + [60.0 + 20.0 * hour for hour in range(4)]
    series = Series(metric, noon - timedelta(hours=48), tuple(totals))

    found = moved(series, noon + timedelta(hours=4), noon + timedelta(hours=4))

    assert found is not None
    assert abs(found.at - noon) <= timedelta(hours=1)
    assert moved(None, noon, noon) is None

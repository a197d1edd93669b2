"""Metrics name what they measure, and series know their times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from trailhound.model.metric import Metric, Series

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("dimensions", "subject"),
    [
        ((("InstanceId", "i-0a1"),), "i-0a1"),
        ((("LoadBalancer", "app/shop/50dc6c495c0c9188"),), "shop"),
        ((("LoadBalancer", "app/shop/50dc"), ("TargetGroup", "targetgroup/web/943f")), "shop"),
        ((("FunctionName", "pay"), ("Resource", "pay:live")), "pay"),
        ((), "AWS/Billing"),
    ],
)
def test_the_subject_is_the_shortest_name_of_what_is_measured(dimensions: tuple[tuple[str, str], ...], subject: str) -> None:
    assert Metric("AWS/Billing", "EstimatedCharges", dimensions).subject == subject


def test_a_series_knows_the_time_of_each_period() -> None:
    series = Series(Metric("AWS/EC2", "CPUUtilization", period=timedelta(minutes=5)), NOON, (1.0, None, 0.0))

    assert series.at(2) == NOON + timedelta(minutes=10)
    assert series.end_at == NOON + timedelta(minutes=15)

"""Other series and the logs may explain a move without any call."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.scene import survey
from trailhound.engine.correlation.surroundings import _plain, look_around
from trailhound.model.metric import Metric, Series

Ask = Callable[..., Question]
MakeSeries = Callable[..., Series]
BALANCER = ("LoadBalancer", "app/orders-alb/50dc6c495c0c9188")
LATENCY = Metric("AWS/ApplicationELB", "TargetResponseTime", (BALANCER,))
REQUESTS = Metric("AWS/ApplicationELB", "RequestCount", (BALANCER,), "Sum")


def lines(noon: datetime, text: str, count: int = 20, level: str = "ERROR") -> list[tuple[datetime, str, str]]:
    """Make error lines from the step on."""
    return [(noon + timedelta(seconds=5 * n), "/app/orders", json.dumps({"level": level, "msg": text})) for n in range(count)]


def slow(ask: Ask, make_series: MakeSeries, **more: object) -> Question:
    """Ask why responses take longer."""
    return ask([], metric=LATENCY, series=make_series(LATENCY, 0.2, 4.0), comparison="GreaterThanThreshold", **more)


@pytest.mark.parametrize(("after", "at", "is_explained"), [(3000.0, -3, True), (600.0, -3, False), (3000.0, 5, False)])
def test_traffic_explains_if_it_rose_enough_and_first(
    after: float, at: float, is_explained: bool, ask: Ask, make_series: MakeSeries
) -> None:
    requests = make_series(REQUESTS, 500.0, after, at, 14)

    around = look_around(survey(slow(ask, make_series, peers=[requests])))

    assert bool(around.against) is is_explained


def test_sisters_that_moved_too_point_outside(ask: Ask, make_series: MakeSeries) -> None:
    def sister(name: str, after: float) -> Series:
        return make_series(Metric("AWS/ApplicationELB", "TargetResponseTime", (("LoadBalancer", name),)), 0.2, after)

    all_moved = look_around(survey(slow(ask, make_series, peers=[sister("app/a-alb/1", 4.0), sister("app/b-alb/2", 5.0)])))
    one_moved = look_around(survey(slow(ask, make_series, peers=[sister("app/a-alb/1", 4.0), sister("app/b-alb/2", 0.2)])))

    assert [r.text for r in all_moved.against] == ["2 of 2 other resources' TargetResponseTime moved too: look outside"]
    assert one_moved.against == ()


def test_a_log_that_blames_an_outside_host_explains(ask: Ask, make_series: MakeSeries, noon: datetime) -> None:
    logs = lines(noon, "503 from https://api.partner.example/v1/quote")

    around = look_around(survey(slow(ask, make_series, logs=logs)))

    assert "api.partner.example" in around.against[0].text


def test_a_host_that_cannot_be_reached_says_nothing_about_the_host(ask: Ask, make_series: MakeSeries, noon: datetime) -> None:
    logs = lines(noon, "https://api.partner.example: connection timed out")

    around = look_around(survey(slow(ask, make_series, logs=logs)))

    assert around.against == ()
    assert [sign.words for sign, _ in around.complaint.signs] == ["a connection fails"]


def test_complaints_name_resources_and_roles(ask: Ask, make_series: MakeSeries, noon: datetime) -> None:
    text = (
        "AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/orders-role/i-0d65 is not authorized to perform: "
        "dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
    )

    complaint = look_around(survey(slow(ask, make_series, logs=lines(noon, text)))).complaint

    assert complaint.roles == {"orders-role"}
    assert {"orders-role", "orders"} <= complaint.names
    assert complaint.since == noon


def test_errors_that_were_there_before_are_no_complaint(ask: Ask, make_series: MakeSeries, noon: datetime) -> None:
    logs = [
        *lines(noon - timedelta(minutes=30), "cache broken"),
        *lines(noon, "cache broken", 15),
        *lines(noon, "fine", level="INFO"),
    ]

    assert look_around(survey(slow(ask, make_series, logs=logs))).complaint.signs == ()
    assert look_around(survey(slow(ask, make_series, logs=logs))).complaint.lines == 0


def test_a_hardware_check_needs_no_call(ask: Ask, make_series: MakeSeries) -> None:
    metric = Metric("AWS/EC2", "StatusCheckFailed_System", (("InstanceId", "i-0d652c44df0d5f877"),))

    around = look_around(survey(ask([], metric=metric, series=make_series(metric, 0.0, 1.0), comparison="GreaterThanThreshold")))

    assert "AWS's own hardware" in around.against[0].text


@pytest.mark.parametrize(("value", "words"), [(0.0221, "0.0221"), (5206.4, "5206"), (13_782.0, "13782"), (-2e6, "-2000000")])
def test_a_value_is_never_written_with_a_power_of_ten(value: float, words: str) -> None:
    assert _plain(value) == words

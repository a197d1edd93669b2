"""The scene says what is measured, what only holds it, and which way it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trailhound.engine.correlation.change_point import Direction
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.scene import name_parts, survey
from trailhound.engine.correlation.symptoms import Symptom
from trailhound.model.metric import Metric


def test_a_cluster_only_holds_the_service_that_is_measured(ask: Callable[..., Question]) -> None:
    scene = survey(ask([], metric=Metric("AWS/ECS", "CPUUtilization", (("ClusterName", "shop"), ("ServiceName", "orders")))))

    assert scene.targets == {"orders"}
    assert scene.containers == {"shop"}


def test_a_cluster_alone_is_what_is_measured(ask: Callable[..., Question]) -> None:
    scene = survey(ask([], metric=Metric("AWS/ECS", "CPUReservation", (("ClusterName", "shop"),))))

    assert scene.targets == {"shop"}
    assert not scene.containers


def test_the_alarm_says_which_way_is_bad(ask: Callable[..., Question]) -> None:
    assert survey(ask([])).direction is Direction.DOWN
    assert survey(ask([])).symptom is Symptom.SILENT
    assert survey(ask([], comparison="GreaterThanThreshold")).direction is Direction.UP
    assert survey(replace(ask([]), alarm=None)).direction is Direction.DOWN


def test_only_telling_name_parts_count() -> None:
    assert name_parts("prod-orders-db-01") == {"orders"}

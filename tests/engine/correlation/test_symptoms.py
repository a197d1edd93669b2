"""A metric's name and direction say what ails, and that says which deeds fit."""

from __future__ import annotations

import itertools

import pytest

from trailhound.engine.correlation.change_point import Direction
from trailhound.engine.correlation.deeds import Does
from trailhound.engine.correlation.symptoms import Symptom, symptom_of, weight
from trailhound.engine.correlation.tables import link_table
from trailhound.model.metric import Metric


@pytest.mark.parametrize(
    ("name", "direction", "symptom"),
    [
        ("HTTPCode_Target_5XX_Count", Direction.UP, Symptom.FAILING),
        ("UnHealthyHostCount", Direction.UP, Symptom.FAILING),
        ("HealthyHostCount", Direction.DOWN, Symptom.SILENT),
        ("DatabaseConnections", Direction.DOWN, Symptom.SILENT),
        ("TargetResponseTime", Direction.UP, Symptom.SLOW),
        ("ReadThrottleEvents", Direction.UP, Symptom.STARVED),
        ("NetworkOut", Direction.UP, Symptom.EGRESS),
        ("NetworkIn", Direction.UP, Symptom.FLOOD),
        ("EstimatedCharges", Direction.UP, Symptom.COST),
        ("CPUUtilization", Direction.UP, Symptom.BUSY),
        ("HealthyHostCount", Direction.UP, Symptom.OTHER),
        ("SomethingOfOurs", Direction.UP, Symptom.OTHER),
    ],
)
def test_what_a_move_looks_like(name: str, direction: Direction, symptom: Symptom) -> None:
    assert symptom_of(Metric("Acme", name), direction) is symptom


def test_every_deed_has_a_weight_for_every_symptom() -> None:
    weights = {weight(does, symptom) for does, symptom in itertools.product(Does, Symptom)}

    assert all(-4.0 <= points <= 2.0 for points in weights)
    assert weight(Does.RESTRICTIVE, Symptom.SILENT) > 0 > weight(Does.PERMISSIVE, Symptom.SILENT)
    assert weight(Does.LESS, Symptom.STARVED) > 0 > weight(Does.MORE, Symptom.STARVED)


def test_most_metrics_of_the_link_table_look_like_something() -> None:
    names = {name for known in link_table().known.values() for name in known.metrics}

    unknown = {name for name in names if symptom_of(Metric("AWS", name), Direction.UP) is Symptom.OTHER}

    assert len(unknown) < len(names) / 2, sorted(unknown)

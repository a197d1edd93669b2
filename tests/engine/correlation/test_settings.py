"""Amounts in requests are found and remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.settings import Settings, amounts_of, name_of_subject, settings_of, size_rank, subjects_of

Make = Callable[..., Call]


@pytest.mark.parametrize(
    ("request_", "amounts"),
    [
        ({"tableName": "orders", "provisionedThroughput": {"readCapacityUnits": 5}}, [("readCapacityUnits", 5.0)]),
        ({"patchOperations": [{"op": "replace", "path": "/*/*/throttling/rateLimit", "value": "2"}]}, [("rateLimit", 2.0)]),
        ({"dBInstanceClass": "db.r6g.large"}, [("dBInstanceClass", 4.0)]),
        ({"maxSize": "7", "enabled": True, "desiredCapacity": "many"}, [("maxSize", 7.0)]),
        ({"description": "maxSize 7"}, []),
    ],
)
def test_amounts_are_found(request_: dict[str, Any], amounts: list[tuple[str, float]]) -> None:
    assert list(amounts_of(request_)) == amounts


def test_machine_types_have_an_order() -> None:
    small, large = size_rank("t3.small"), size_rank("m6i.24xlarge")

    assert small is not None
    assert large is not None
    assert small < large
    assert size_rank("postgres") is None


def test_the_value_before_is_the_latest_that_was_known(make_call: Make, noon: datetime) -> None:
    def sets(size: int, at: float, known_after: float = 2) -> Call:
        request = {"autoScalingGroupName": "orders-asg", "maxSize": size}
        return make_call("UpdateAutoScalingGroup", at, request=request, known_after=known_after)

    told = Settings.of(s for call in (sets(9, -60), sets(6, -30), sets(4, -20, known_after=60)) for s in settings_of(call))

    before = told.before("orders-asg", "maxSize", noon, noon)
    assert before is not None
    assert before.value == 6.0
    assert told.before("orders-asg", "maxSize", noon - timedelta(hours=2), noon) is None


def test_failed_calls_set_nothing(make_call: Make) -> None:
    assert settings_of(make_call("UpdateTable", request={"tableName": "t-1", "readCapacityUnits": 5}, error="AccessDenied")) == []


def test_a_sentence_uses_the_shortest_name(make_call: Make) -> None:
    made = make_call("CreateThing", request={"roleName": "orders-role", "tableName": "orders"})

    assert name_of_subject(subjects_of(made)) == "orders"
    assert name_of_subject(()) == ""

"""Which value a call set."""

from __future__ import annotations

import pytest

from trailhound.session.settings import Setting, earlier_value, settings_of


def test_a_parameter_and_its_value_are_a_setting() -> None:
    request = {"parameters": [{"parameterName": "work_mem", "parameterValue": "64MB"}]}

    found = settings_of({"requestParameters": request}, "ModifyDBParameterGroup")

    assert found == (Setting(("requestParameters", "parameters", 0, "parameterValue"), "work_mem", "64MB"),)


@pytest.mark.parametrize(
    ("call", "request_parameters", "name", "value"),
    [
        ("UpdateAutoScalingGroup", {"autoScalingGroupName": "web", "maxSize": 2, "desiredCapacity": 1}, "desiredCapacity", "1"),
        ("UpdateTable", {"provisionedThroughput": {"readCapacityUnits": 5.0}}, "readCapacityUnits", "5"),
        ("UpdateFunctionConfiguration20150331v2", {"timeout": 3}, "timeout", "3"),
        ("ModifyLoadBalancerAttributes", {"attributes": [{"key": "idle", "value": True}]}, "idle", "true"),
    ],
)
def test_telling_members_are_settings(call: str, request_parameters: dict[str, object], name: str, value: str) -> None:
    first = settings_of({"requestParameters": request_parameters}, call)[0]

    assert (first.name, first.value) == (name, value)


@pytest.mark.parametrize(
    ("call", "document"),
    [
        ("DescribeTable", {"requestParameters": {"maxSize": 1}}),
        ("UpdateTable", {"requestParameters": None}),
        ("UpdateTable", {"requestParameters": "text"}),
        ("UpdateTable", {}),
        ("UpdateTable", {"requestParameters": {"parameters": ["x", {"parameterName": 3}], "timeout": None}}),
    ],
)
def test_other_requests_have_no_settings(call: str, document: dict[str, object]) -> None:
    assert settings_of(document, call) == ()


def test_deep_and_endless_requests_are_cut() -> None:
    deep: dict[str, object] = {"timeout": 1}
    for _ in range(50):
        deep = {"inner": deep}
    wide = {"items": [{"timeout": number} for number in range(5000)]}

    assert settings_of({"requestParameters": deep}, "UpdateX") == ()
    assert len(settings_of({"requestParameters": wide}, "UpdateX")) == 400


def test_the_newest_earlier_value_counts() -> None:
    setting = Setting(("requestParameters", "timeout"), "timeout", "3")
    earlier = [({"requestParameters": {"timeout": value}}, "UpdateX") for value in (30, 60)]

    assert earlier_value(setting, earlier) == "30"
    assert earlier_value(setting, []) is None

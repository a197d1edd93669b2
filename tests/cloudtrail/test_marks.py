"""Marks of robots, vendors and people."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.marks import agent_marks, is_opaque, is_robot_name, person_name, vendor_of


@pytest.mark.parametrize(
    "name",
    ["terraform-ci", "gha-deploy", "deploy-bot", "svc-backup", "GitHubActions", "AWSCodeBuild-1", "nightly-backup", "jenkins"],
)
def test_names_of_automation_are_robots(name: str) -> None:
    assert is_robot_name(name)


@pytest.mark.parametrize("name", ["m.rivera", "cicero", "abbot", "orders-admin", "builderson", "adobe", "circe", "data-science"])
def test_names_that_only_contain_such_a_word_are_not(name: str) -> None:
    assert not is_robot_name(name)


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("DatadogIntegrationRole", "datadog"),
        ("New-Relic-reader", "newrelic"),
        ("wiz-scanner", "wiz"),
        ("wizard", ""),
        ("orders", ""),
    ],
)
def test_vendors_are_known_by_the_beginning_of_a_word(text: str, vendor: str) -> None:
    assert vendor_of(text) == vendor


@pytest.mark.parametrize(
    ("text", "is_nothing"), [("aws-go-sdk-1688990082523310002", True), ("session-b224676a", True), ("", True), ("alice", False)]
)
def test_generated_session_names_tell_nothing(text: str, is_nothing: bool) -> None:
    assert is_opaque(text) is is_nothing


def test_a_mail_address_and_a_dotted_name_are_a_person() -> None:
    assert person_name("mila.novak@acme.example") == "mila.novak"
    assert person_name("m.rivera") == "m.rivera"
    assert person_name("orders-admin") == ""


def test_a_user_agent_gives_its_tool_and_vendor() -> None:
    assert agent_marks("Terraform/1.8") == (True, "")
    assert agent_marks("datadog-agent/7") == (False, "datadog")

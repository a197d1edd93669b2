"""Who made a call."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from trailhound.cloudtrail.identity import read_identity
from trailhound.model.identity import ActorClass

PERSON, CI, AWS, EXTERNAL, UNKNOWN = ActorClass


def session(role: str, name: str, **more: Any) -> dict[str, Any]:
    context = {"sessionIssuer": {"type": "Role", "arn": f"arn:aws:iam::111122223333:role/{role}", "userName": role}}
    return {
        "type": "AssumedRole",
        "principalId": f"AROAEXAMPLE:{name}",
        "arn": f"arn:aws:sts::111122223333:assumed-role/{role}/{name}",
        "accountId": "111122223333",
        "accessKeyId": "ASIAEXAMPLE",
        "sessionContext": {**context, **more.pop("context", {})},
        **more,
    }


IDENTITIES: list[tuple[str, dict[str, Any], ActorClass, str]] = [
    ("root", {"type": "Root", "arn": "arn:aws:iam::111122223333:root"}, PERSON, "root"),
    ("user", {"type": "IAMUser", "userName": "m.rivera"}, PERSON, "m.rivera"),
    ("user without name", {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/team/k.tanaka"}, PERSON, "k.tanaka"),
    ("robot user", {"type": "IAMUser", "userName": "svc-deploy"}, CI, "svc-deploy"),
    ("vendor user", {"type": "IAMUser", "userName": "datadog-reader"}, EXTERNAL, "datadog"),
    ("hidden name", {"type": "IAMUser", "userName": "HIDDEN_DUE_TO_SECURITY_REASONS"}, PERSON, "hidden name"),
    ("sso", session("AWSReservedSSO_AdministratorAccess_0a1b2c", "mila.novak@acme.example"), PERSON, "mila.novak"),
    ("sso without mail", session("AWSReservedSSO_View_0a1b2c", "MilaNovak"), PERSON, "MilaNovak"),
    ("mail as session", session("orders-admin", "j.okafor@acme.example"), PERSON, "j.okafor"),
    ("name like a robot", session("orders-admin", "leroy.jenkins"), PERSON, "leroy.jenkins"),
    ("source identity", session("orders-admin", "x", context={"sourceIdentity": "m.rivera"}), PERSON, "m.rivera"),
    ("mfa", session("orders-admin", "alice", context={"attributes": {"mfaAuthenticated": "true"}}), PERSON, "alice"),
    ("robot role", session("terraform-ci", "gha-infra-671"), CI, "terraform-ci"),
    ("robot session", session("orders-admin", "jenkins-42"), CI, "jenkins-42"),
    ("code build", session("build-role", "AWSCodeBuild-0f1e2d3c"), CI, "build-role"),
    ("vendor role", session("DatadogIntegrationRole", "DatadogAWSIntegration"), EXTERNAL, "datadog"),
    (
        "service-linked role",
        session("AWSServiceRoleForAutoScaling", "AutoScaling", invokedBy="autoscaling.amazonaws.com"),
        AWS,
        "autoscaling",
    ),
    ("service-linked role alone", session("AWSServiceRoleForConfig", "x"), AWS, "config"),
    ("instance", session("orders-app-role", "i-0123456789abcdef0"), AWS, "orders-app-role"),
    ("function", session("catalog-worker-role", "catalog-worker"), AWS, "catalog-worker"),
    ("scope", session("orders", "session-1", inScopeOf={"issuerType": "AWS::Lambda::Function"}), AWS, "orders"),
    ("opaque session", session("data-science", "session-b224676a"), UNKNOWN, "data-science"),
    ("federated", {"type": "FederatedUser", "arn": "arn:aws:sts::111122223333:federated-user/alice"}, PERSON, "alice"),
    ("saml", {"type": "SAMLUser", "userName": "s.lindqvist@acme.example"}, PERSON, "s.lindqvist"),
    ("github", {"type": "WebIdentityUser", "userName": "repo:acme/orders:ref:refs/heads/main"}, CI, "acme/orders"),
    ("kubernetes", {"type": "WebIdentityUser", "userName": "system:serviceaccount:shop:cart"}, AWS, "shop/cart"),
    ("service", {"type": "AWSService", "invokedBy": "lambda.amazonaws.com"}, AWS, "lambda"),
    ("internal", {"invokedBy": "AWS Internal"}, AWS, "AWS Internal"),
    ("account", {"type": "AWSAccount", "accountId": "444455556666", "principalId": "AROAX:y"}, EXTERNAL, "444455556666"),
    ("identity center", {"type": "IdentityCenterUser", "onBehalfOf": {"userId": "9067f1"}}, PERSON, "9067f1"),
    ("unknown", {"type": "Unknown", "principalId": "zz"}, UNKNOWN, "zz"),
    ("nobody", {}, UNKNOWN, ""),
]


@pytest.mark.parametrize(("identity", "actor", "name"), [row[1:] for row in IDENTITIES], ids=[row[0] for row in IDENTITIES])
def test_every_kind_of_identity_gets_its_class_and_short_name(identity: dict[str, Any], actor: ActorClass, name: str) -> None:
    found = read_identity({"userIdentity": identity, "recipientAccountId": "111122223333"})

    assert (found.actor, found.name) == (actor, name)


def test_the_fields_of_a_role_session_are_kept() -> None:
    attributes = {"creationDate": "2026-07-05T13:00:00Z", "mfaAuthenticated": "false"}
    identity = session("orders-admin", "x", context={"attributes": attributes, "sourceIdentity": "m.rivera"})

    found = read_identity({"userIdentity": identity})

    assert (found.type, found.role, found.session_name) == ("AssumedRole", "orders-admin", "x")
    assert (found.source_identity, found.is_mfa) == ("m.rivera", False)
    assert found.session_started_at == datetime(2026, 7, 5, 13, tzinfo=UTC)
    assert found.issuer_arn == "arn:aws:iam::111122223333:role/orders-admin"


def test_a_service_that_acts_for_a_user_leaves_the_user_the_actor() -> None:
    identity = {"type": "IAMUser", "userName": "m.rivera", "invokedBy": "cloudformation.amazonaws.com"}

    found = read_identity({"userIdentity": identity})

    assert (found.actor, found.name, found.invoked_by) == (PERSON, "m.rivera", "cloudformation.amazonaws.com")


def test_a_deployment_tool_makes_a_nameless_session_automation_but_not_a_person() -> None:
    agent = "APN/1.0 HashiCorp/1.0 Terraform/1.8.5"

    assert read_identity({"userIdentity": session("platform", "aws-go-sdk-16889"), "userAgent": agent}).actor is CI
    assert read_identity({"userIdentity": {"type": "IAMUser", "userName": "bert-jan"}, "userAgent": agent}).actor is PERSON


def test_an_unmarked_session_of_another_account_is_external() -> None:
    found = read_identity({"userIdentity": session("reader", "x1"), "recipientAccountId": "999900001111"})

    assert (found.actor, found.name) == (EXTERNAL, "x1")


def test_a_service_event_without_a_caller_is_the_service() -> None:
    found = read_identity(
        {"eventType": "AwsServiceEvent", "eventSource": "kms.amazonaws.com", "userIdentity": {"accountId": "1"}}
    )

    assert (found.actor, found.name) == (AWS, "kms")

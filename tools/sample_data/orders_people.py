"""The people of the orders story, and how each of them gets into the accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.sample_data.callers import BROWSER, CLI, Caller, Role, directory_user, iam_user, other_account, role_session, saml_user
from tools.sample_data.world import World

DAY = datetime(2026, 11, 18, tzinfo=UTC)
SSO_PATH = "aws-reserved/sso.amazonaws.com/eu-west-1/"


def clock(text: str, day: datetime = DAY) -> datetime:
    """Give a moment of the story's day from "HH:MM" or "HH:MM:SS"."""
    parts = [int(part) for part in text.split(":")]
    return day + timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2] if len(parts) > 2 else 0)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a name in the directory, a permission set and a desk."""

    name: str
    user_id: str
    role: str
    address: str


RIVERA = Person("m.rivera", "62c5a4f4-example-rivera", "AWSReservedSSO_DBA_9f2c41d07be35a18", "203.0.113.24")
TANAKA = Person("k.tanaka", "62c5a4f4-example-tanaka", "AWSReservedSSO_Platform_27ab90e11c4d6f35", "203.0.113.77")
OKAFOR = Person("j.okafor", "62c5a4f4-example-okafor", "AWSReservedSSO_OnCall_b3e85c0f4412d97a", "203.0.113.9")


def sign_in(tools: World, world: World, person: Person, at: datetime, *, console: bool, lag: float | None = None) -> Caller:
    """Sign a person in through Identity Center, whose records are in the tools account; give them inside ``world``."""
    address, agent = person.address, BROWSER if console else CLI
    inside = Caller(directory_user(tools.account, person.user_id, "4f1c0d52-example"), address, BROWSER)
    tools.call(
        at, inside, "signin:UserAuthentication", response={"UserAuthentication": "Success"}, extra=_sign_in_extra(), lag=lag
    )
    at += timedelta(seconds=4)
    role = world.role(person.role, SSO_PATH)
    asked: dict[str, Any] = {"accountId": world.account, "roleName": person.role.split("_")[1]}
    tools.call(at, inside, "sso:Federate" if console else "sso:GetRoleCredentials", asked, lag=lag)
    at += timedelta(seconds=1)
    key = world.dice.key("ASIA")
    request = {
        "roleArn": role.arn,
        "roleSessionName": person.name,
        "principalArn": saml_user(world.account, person.name)["identityProvider"],
        "durationSeconds": 3600,
    }
    answer = world.assumed(role, person.name, key, at) | {"subject": person.name, "subjectType": "persistent"}
    visitor = Caller(saml_user(world.account, person.name), address, agent)
    world.call(at, visitor, "sts:AssumeRoleWithSAML", request, response=answer, lag=lag)
    identity = role_session(role, person.name, key, at, is_mfa=False)
    if console:
        extra = {"eventType": "AwsConsoleSignIn", "additionalEventData": {"MobileVersion": "No", "MFAUsed": "No"}}
        caller = Caller(identity, address, agent)
        when = at + timedelta(seconds=2)
        world.call(when, caller, "signin:ConsoleLogin", response={"ConsoleLogin": "Success"}, extra=extra, region="us-east-1")
    return Caller(identity, address, agent, is_console=console)


def _sign_in_extra() -> dict[str, Any]:
    details = {
        "LoginTo": "https://example.awsapps.example.com/start",
        "CredentialType": "TOTP",
        "UserName": "HIDDEN_DUE_TO_SECURITY_REASONS",
    }
    return {"eventType": "AwsServiceEvent", "additionalEventData": details}


def take_role(home: World, world: World, caller: Caller, role: Role, person: Person, at: datetime) -> Caller:
    """Go from a session in one account to a role of another; both accounts record it under one ``sharedEventID``."""
    key = world.dice.key("ASIA")
    request = {"roleArn": role.arn, "roleSessionName": person.name, "sourceIdentity": person.name, "durationSeconds": 3600}
    answer = world.assumed(role, person.name, key, at) | {"sourceIdentity": person.name}
    shared = {"sharedEventID": world.dice.uuid()}
    home.call(at, caller, "sts:AssumeRole", request, response=answer, extra=shared, lag=1.6)
    visitor = other_account(home.account, str(caller.identity["principalId"]), caller.address, caller.agent)
    world.call(at, visitor, "sts:AssumeRole", request, response=answer, extra=shared, lag=4.0)
    identity = role_session(role, person.name, key, at, source_identity=person.name, is_mfa=True)
    return Caller(identity, caller.address, caller.agent)


def lindqvist(world: World) -> Caller:
    """Give the one person who still has an IAM user, signed in to the console."""
    user = iam_user(world.account, "s.lindqvist", world.dice.key("AIDA"), world.dice.key("ASIA"), console_since=clock("12:48"))
    return Caller(user, "203.0.113.51", BROWSER, is_console=True)

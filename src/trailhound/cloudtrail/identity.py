"""Who made a call, as far as one record tells: a person, automation, AWS itself, or somebody from outside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from trailhound.cloudtrail.arn import short_name, short_service
from trailhound.cloudtrail.marks import INSTANCE_ID, is_opaque, is_robot_agent, is_robot_name, person_name, vendor_of
from trailhound.cloudtrail.moment import read_moment
from trailhound.cloudtrail.odd import HIDDEN, canonical, inner, text_of, truth_of
from trailhound.cloudtrail.row import AWS, CI, EXTERNAL, PERSON, UNKNOWN
from trailhound.model.identity import ActorClass, Identity

ACTORS = (ActorClass.PERSON, ActorClass.CI, ActorClass.AWS, ActorClass.EXTERNAL, ActorClass.UNKNOWN)
"""The actor class of each code of ``Row.actor``."""

_COLONS_BEFORE_KIND = 4
"""Colons of an ARN that stand before the one in front of its kind: ``arn:aws:sts::111122223333`` has four."""


class Caller(msgspec.Struct, frozen=True, gc=False):
    """Everything in a record that tells who called; "" for what is not there. Equal callers get equal verdicts."""

    type: str = ""
    arn: str = ""
    account: str = ""
    principal_id: str = ""
    user_name: str = ""
    invoked_by: str = ""
    issuer_arn: str = ""
    issuer_name: str = ""
    source_identity: str = ""
    provider: str = ""
    scope: str = ""
    directory_user: str = ""
    is_mfa: bool | None = None
    is_console: bool = False
    is_foreign: bool = False
    has_robot_agent: bool = False
    vendor: str = ""
    service: str = ""


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """What a caller is called in lists, its class as a code of ``Row.actor``, and its role and session."""

    actor: int
    name: str
    role: str = ""
    session_name: str = ""


def read_identity(document: Mapping[str, Any]) -> Identity:
    """Read the caller out of a whole record; keys in odd case or misspelt are found all the same.

    A role session is a person if something proves it (Identity Center, a source identity, an e-mail address as session
    name, MFA, the console); automation, vendor or workload if its names or its user agent say so; else unknown.
    """
    record = canonical(document)
    caller = caller_of(record)
    verdict = classify(caller)
    identity = inner(record, "userIdentity")
    context = inner(identity, "sessionContext")
    return Identity(
        actor=ACTORS[verdict.actor],
        name=verdict.name,
        type=caller.type,
        arn=caller.arn,
        account=caller.account,
        principal_id=caller.principal_id,
        access_key_id=text_of(identity.get("accessKeyId")),
        user_name=caller.user_name,
        role=verdict.role,
        session_name=verdict.session_name,
        issuer_arn=caller.issuer_arn,
        source_identity=caller.source_identity,
        invoked_by=caller.invoked_by,
        is_mfa=caller.is_mfa,
        session_started_at=read_moment(inner(context, "attributes").get("creationDate")),
    )


def caller_of(record: Mapping[str, Any]) -> Caller:
    """Collect what tells the caller from a record whose keys are already in AWS's spelling."""
    identity = inner(record, "userIdentity")
    context = inner(identity, "sessionContext")
    issuer = inner(context, "sessionIssuer")
    agent = text_of(record.get("userAgent"))
    account = text_of(identity.get("accountId"))
    recipient = text_of(record.get("recipientAccountId"))
    scope = inner(identity, "inScopeOf")
    behalf = inner(identity, "onBehalfOf")
    provider = inner(context, "webIdFederationData").get("federatedProvider") or identity.get("identityProvider")
    return Caller(
        type=text_of(identity.get("type")),
        arn=text_of(identity.get("arn")),
        account=account,
        principal_id=text_of(identity.get("principalId")),
        user_name=text_of(identity.get("userName")),
        invoked_by=text_of(identity.get("invokedBy")),
        issuer_arn=text_of(issuer.get("arn")),
        issuer_name=text_of(issuer.get("userName")),
        source_identity=text_of(context.get("sourceIdentity")),
        provider=text_of(provider),
        scope=text_of(scope.get("issuerType")) or text_of(scope.get("credentialsIssuedTo")),
        directory_user=text_of(behalf.get("userId")),
        is_mfa=truth_of(inner(context, "attributes").get("mfaAuthenticated")),
        is_console=truth_of(record.get("sessionCredentialFromConsole")) is True,
        is_foreign=bool(account and recipient and account != recipient),
        has_robot_agent=is_robot_agent(agent),
        vendor=vendor_of(agent),
        service=own_service(
            text_of(record.get("eventType")), text_of(record.get("eventSource")), text_of(record.get("eventCategory"))
        ),
    )


def own_service(event_type: str, source: str, category: str) -> str:
    """Give the service that speaks for itself in a record that needs no caller."""
    if event_type == "AwsServiceEvent":
        return source
    is_summary = event_type in {"AwsCloudTrailInsight", "AwsAggregatedEvent"} or category in {"Insight", "Aggregated"}
    return "cloudtrail.amazonaws.com" if is_summary else ""


@lru_cache(maxsize=4096)
def classify(caller: Caller) -> Verdict:
    """Decide who a caller is. The rules are tried in the order in which their proof is hard to forge."""
    kind = caller.type
    if kind == "Root":
        return Verdict(PERSON, "root")
    if kind in {"AssumedRole", "Role"}:
        return _role_session(caller)
    if kind == "IAMUser":
        return _named(caller.user_name or _last_part(caller.arn) or caller.principal_id.rpartition(":")[2])
    if kind == "FederatedUser":
        return _named(_last_part(caller.arn) or caller.principal_id.rpartition(":")[2] or caller.issuer_name)
    if kind == "SAMLUser":
        return _named(caller.user_name or caller.principal_id.rpartition(":")[2])
    if kind == "WebIdentityUser":
        return _web_identity(caller)
    if kind == "IdentityCenterUser":
        return _named(caller.user_name or caller.directory_user or caller.principal_id)
    if kind == "AWSAccount":
        name = caller.account or caller.principal_id
        return Verdict(EXTERNAL if caller.is_foreign or not caller.invoked_by else AWS, name)
    return _unnamed(caller)


def _unnamed(caller: Caller) -> Verdict:
    if caller.invoked_by:
        return Verdict(AWS, short_service(caller.invoked_by))
    if caller.service:
        return Verdict(AWS, short_service(caller.service))
    if caller.type == "AWSService":
        return Verdict(AWS, short_service(caller.principal_id) or "aws")
    if caller.user_name or caller.arn:
        verdict = _named(caller.user_name or short_name(caller.arn))
        return verdict if verdict.actor != PERSON else Verdict(UNKNOWN, verdict.name)
    return Verdict(UNKNOWN, caller.principal_id or caller.account)


def _named(name: str) -> Verdict:
    """A user with a name of its own: a person unless the name says otherwise."""
    if name == HIDDEN:
        return Verdict(PERSON, "hidden name")
    short = person_name(name) or name
    if is_robot_name(short):
        return Verdict(CI, short)
    vendor = vendor_of(name)
    if vendor:
        return Verdict(EXTERNAL, vendor)
    return Verdict(PERSON if short else UNKNOWN, short)


def _web_identity(caller: Caller) -> Verdict:
    subject = caller.user_name or caller.principal_id.rpartition(":")[2]
    first, _, rest = subject.partition(":")
    if first in {"repo", "project_path", "organization"}:
        return Verdict(CI, rest.split(":", maxsplit=1)[0])
    if subject.startswith("system:serviceaccount:"):
        return Verdict(AWS, subject.removeprefix("system:serviceaccount:").replace(":", "/"))
    if is_robot_name(subject) or is_robot_agent(caller.provider):
        return Verdict(CI, subject)
    return Verdict(PERSON if person_name(subject) else EXTERNAL, person_name(subject) or subject)


def _role_session(caller: Caller) -> Verdict:
    role, session = role_and_session(caller.arn, caller.issuer_name, caller.issuer_arn, caller.principal_id)
    has_proof = bool(caller.is_mfa or caller.is_console)
    agent = caller.has_robot_agent, caller.vendor
    return session_verdict(
        role, session, caller.source_identity, caller.invoked_by, caller.scope, has_proof, caller.is_foreign, agent
    )


def role_and_session(arn: str, issuer_name: str, issuer_arn: str, principal_id: str) -> tuple[str, str]:
    """Give the names of role and session of an assumed role, from whichever member has them."""
    head, _, names = arn.partition(":assumed-role/")
    if names and head[:4] == "arn:" and head.count(":") == _COLONS_BEFORE_KIND:
        named_role, _, rest = names.partition("/")
        session = rest.partition("/")[0]
    else:
        named_role, session = _names_of_resource(arn)
    return issuer_name or named_role or _last_part(issuer_arn), session or principal_id.partition(":")[2]


def _names_of_resource(arn: str) -> tuple[str, str]:
    """Give the names in an ARN, or in what stands in its place, that is not written as that of a role's session is."""
    parts = (arn.split(":", 5)[-1] if arn.startswith("arn:") else arn).split("/")
    session = parts[2] if len(parts) > 2 and parts[0] == "assumed-role" else ""
    return (parts[1] if len(parts) > 1 else ""), session


@lru_cache(maxsize=4096)
def session_verdict(
    role: str,
    session: str,
    source_identity: str,
    invoked_by: str,
    scope: str,
    has_proof: bool,
    is_foreign: bool,
    agent: tuple[bool, str],
) -> Verdict:
    """Decide who is behind the session of a role.

    Args:
        role: Name of the role.
        session: Name of the session.
        source_identity: What the role's trust policy made the caller say.
        invoked_by: The service that used the session.
        scope: The workload the credentials were issued to.
        has_proof: Whether a person signed in, with MFA or at the console.
        is_foreign: Whether another account made the call.
        agent: What ``agent_marks`` says of the user agent.
    """
    if role.startswith("AWSServiceRoleFor"):
        name = short_service(invoked_by) or role.removeprefix("AWSServiceRoleFor").lower()
        return Verdict(AWS, name, role, session)
    if source_identity and not is_robot_name(source_identity):
        return Verdict(PERSON, person_name(source_identity) or source_identity, role, session)
    if role.startswith("AWSReservedSSO_"):
        return Verdict(PERSON, person_name(session) or session or role, role, session)
    has_robot_agent, agent_vendor = agent
    actor, name = _marked_session(role, session, scope, agent_vendor) or _unmarked_session(
        role, session, has_proof, is_foreign, has_robot_agent
    )
    return Verdict(actor, name, role, session)


def _unmarked_session(role: str, session: str, has_proof: bool, is_foreign: bool, has_robot_agent: bool) -> tuple[int, str]:
    person = person_name(session)
    if person or (has_proof and session):
        return PERSON, person or session
    if has_robot_agent:
        return CI, role or session
    name = role if is_opaque(session) else session
    return (EXTERNAL if is_foreign else UNKNOWN), name or role


def _marked_session(role: str, session: str, scope: str, agent_vendor: str) -> tuple[int, str] | None:
    """The class that role, session name, scope or agent give away, if they do."""
    # Session names are the many; what their role and agent settle is settled first.
    vendor = vendor_of(role) or agent_vendor
    if vendor:
        return EXTERNAL, vendor
    if INSTANCE_ID.match(session):
        return AWS, role
    if scope:
        return AWS, role if is_opaque(session) else session
    if is_robot_name(role):
        return CI, role
    vendor = vendor_of(session)
    if vendor:
        return EXTERNAL, vendor
    if is_robot_name(session) and not person_name(session):
        return CI, session
    if session and len(session) > 3 and role != session and _plain(session) in _plain(role):
        return AWS, session
    return None


def _plain(name: str) -> str:
    return name.replace("-", "").replace("_", "").lower()


def _last_part(arn: str) -> str:
    return arn.rpartition("/")[2] if "/" in arn else ""

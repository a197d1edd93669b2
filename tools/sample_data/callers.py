"""Who calls: every ``userIdentity`` the stories need, with the address and agent that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

CLI = "aws-cli/2.17.9 md/awscrt#0.21.2 ua/2.0 os/linux#6.5.0 md/arch#x86_64 lang/python#3.11.9 exe/x86_64"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0"
TERRAFORM = "APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io) terraform-provider-aws/5.76.0 aws-sdk-go-v2/1.32.4"
BOTO3 = "Boto3/1.35.60 md/Botocore#1.35.60 ua/2.0 os/linux#5.10 md/arch#x86_64 lang/python#3.12.7"
SDK_GO = "aws-sdk-go-v2/1.32.4 os/linux lang/go#1.23.2 md/GOARCH#amd64"


@dataclass(frozen=True, slots=True)
class Caller:
    """One identity as CloudTrail writes it, where it calls from and with what."""

    identity: Mapping[str, Any]
    address: str
    agent: str
    is_console: bool = False

    @property
    def is_service(self) -> bool:
        """Say whether AWS itself calls; such calls come without a TLS handshake of their own."""
        return self.address.endswith(".amazonaws.com")


def stamp(at: datetime) -> str:
    """Write a moment as CloudTrail does, to the second."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Role:
    """A role of one account. ``path`` is "" or ends in a slash."""

    account: str
    name: str
    id: str
    path: str = ""

    @property
    def arn(self) -> str:
        """The name by which the role is assumed."""
        return f"arn:aws:iam::{self.account}:role/{self.path}{self.name}"

    def session_arn(self, session: str) -> str:
        """Give the name of one session of the role."""
        return f"arn:aws:sts::{self.account}:assumed-role/{self.name}/{session}"


def role_session(
    role: Role,
    session: str,
    key: str,
    started_at: datetime,
    *,
    invoked_by: str = "",
    source_identity: str = "",
    is_mfa: bool = False,
    federated_by: str = "",
) -> dict[str, Any]:
    """Give the identity of calls made inside a role session."""
    context: dict[str, Any] = {
        "sessionIssuer": {
            "type": "Role",
            "principalId": role.id,
            "arn": role.arn,
            "accountId": role.account,
            "userName": role.name,
        }
    }
    if federated_by:
        context["webIdFederationData"] = {"federatedProvider": federated_by, "attributes": {}}
    context["attributes"] = {"creationDate": stamp(started_at), "mfaAuthenticated": "true" if is_mfa else "false"}
    if source_identity:
        context["sourceIdentity"] = source_identity
    identity: dict[str, Any] = {
        "type": "AssumedRole",
        "principalId": f"{role.id}:{session}",
        "arn": role.session_arn(session),
        "accountId": role.account,
        "accessKeyId": key,
        "sessionContext": context,
    }
    if invoked_by:
        identity["invokedBy"] = invoked_by
    return identity


def iam_user(account: str, name: str, user_id: str, key: str, *, console_since: datetime | None = None) -> dict[str, Any]:
    """Give the identity of an IAM user; with a session context when the user works in the console."""
    identity: dict[str, Any] = {
        "type": "IAMUser",
        "principalId": user_id,
        "arn": f"arn:aws:iam::{account}:user/{name}",
        "accountId": account,
        "accessKeyId": key,
        "userName": name,
    }
    if console_since is not None:
        identity["sessionContext"] = {"attributes": {"creationDate": stamp(console_since), "mfaAuthenticated": "true"}}
    return identity


def web_identity(account: str, provider: str, subject: str) -> dict[str, Any]:
    """Give the identity of a workload that shows a token of another provider."""
    arn = f"arn:aws:iam::{account}:oidc-provider/{provider}"
    return {
        "type": "WebIdentityUser",
        "principalId": f"{arn}:sts.amazonaws.com:{subject}",
        "userName": subject,
        "identityProvider": arn,
    }


def saml_user(account: str, name: str) -> dict[str, Any]:
    """Give the identity of a person who comes from a directory through Identity Center."""
    provider = f"arn:aws:iam::{account}:saml-provider/AWSSSO_a1b2c3d4e5f60718_DO_NOT_DELETE"
    return {"type": "SAMLUser", "principalId": f"x9TqExample/Base64=:{name}", "userName": name, "identityProvider": provider}


def directory_user(account: str, user_id: str, credential: str) -> dict[str, Any]:
    """Give the identity of a person inside Identity Center, where only the directory id is written."""
    return {
        "type": "IdentityCenterUser",
        "accountId": account,
        "onBehalfOf": {"userId": user_id, "identityStoreArn": f"arn:aws:identitystore::{account}:identitystore/d-9367example"},
        "credentialId": credential,
    }


def service(name: str) -> Caller:
    """Give a service of AWS that calls on its own."""
    host = f"{name}.amazonaws.com"
    return Caller({"type": "AWSService", "invokedBy": host}, host, host)


def other_account(account: str, principal_id: str, address: str, agent: str) -> Caller:
    """Give a caller who belongs to another account: the record then holds nothing else about them."""
    return Caller({"type": "AWSAccount", "principalId": principal_id, "accountId": account}, address, agent)


def denial(caller: Caller, action: str, resource: str = "") -> tuple[str, str]:
    """Give error code and message of a refusal; EC2 has a code of its own."""
    where = f" on resource: {resource}" if resource else ""
    text = (
        f"User: {caller.identity['arn']} is not authorized to perform: {action}{where} because no identity-based policy allows it"
    )
    return ("Client.UnauthorizedOperation" if action.startswith("ec2:") else "AccessDenied"), text

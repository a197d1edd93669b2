"""The shapes of ordinary records as they come over the wire: only the members that columns are made of.

A value of another type makes msgspec refuse the record; ``odd`` then reads it by hand. Members are Optional because
CloudTrail writes ``null`` for many of them.
"""

from __future__ import annotations

from typing import Any

import msgspec


class Issuer(msgspec.Struct, gc=False, rename="camel"):
    """``sessionContext.sessionIssuer``: the role or user that the credentials belong to."""

    arn: str | None = None
    user_name: str | None = None


class SessionAttributes(msgspec.Struct, gc=False, rename="camel"):
    """``sessionContext.attributes``."""

    mfa_authenticated: str | bool | None = None


class WebIdentity(msgspec.Struct, gc=False, rename="camel"):
    """``sessionContext.webIdFederationData``."""

    federated_provider: str | None = None


class SessionContext(msgspec.Struct, gc=False, rename="camel"):
    """``userIdentity.sessionContext``."""

    session_issuer: Issuer | None = None
    attributes: SessionAttributes | None = None
    source_identity: str | None = None
    web_id_federation_data: WebIdentity | None = None


class Scope(msgspec.Struct, gc=False, rename="camel"):
    """``userIdentity.inScopeOf``: the workload that carries the credentials."""

    issuer_type: str | None = None
    credentials_issued_to: str | None = None


class OnBehalfOf(msgspec.Struct, gc=False, rename="camel"):
    """``userIdentity.onBehalfOf``: a user of IAM Identity Center."""

    user_id: str | None = None


class UserIdentity(msgspec.Struct, gc=False, rename="camel"):
    """``userIdentity``."""

    type: str | None = None
    principal_id: str | None = None
    arn: str | None = None
    account_id: str | None = None
    access_key_id: str | None = None
    user_name: str | None = None
    session_context: SessionContext | None = None
    invoked_by: str | None = None
    identity_provider: str | None = None
    in_scope_of: Scope | None = None
    on_behalf_of: OnBehalfOf | None = None


class Record(msgspec.Struct, gc=False, rename="camel"):
    """One CloudTrail record. Request, response and resources come as plain JSON values."""

    event_id: str = msgspec.field(name="eventID")
    event_time: str
    event_name: str
    event_source: str
    user_identity: UserIdentity
    event_version: str | None = None
    aws_region: str | None = None
    source_ip_address: str | None = msgspec.field(name="sourceIPAddress", default=None)
    user_agent: str | None = None
    error_code: str | None = None
    event_type: str | None = None
    event_category: str | None = None
    recipient_account_id: str | None = None
    read_only: bool | None = None
    session_credential_from_console: str | bool | None = None
    request_parameters: Any = None
    response_elements: Any = None
    resources: Any = None

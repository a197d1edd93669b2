"""Records that do not look as they should: keys in odd case or misspelt, values of another type, envelopes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS"
"""What AWS writes in place of a secret."""

TOP_LEVEL = (
    "eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent requestParameters "
    "responseElements requestID eventID eventType recipientAccountId readOnly managementEvent eventCategory errorCode "
    "errorMessage additionalEventData resources apiVersion serviceEventDetails sharedEventID vpcEndpointId "
    "vpcEndpointAccountId addendum sessionCredentialFromConsole tlsDetails edgeDeviceDetails eventContext insightDetails "
    "accountId timeWindow summary"
)
IDENTITY = (
    "type principalId arn accountId accessKeyId userName sessionContext invokedBy identityProvider inScopeOf onBehalfOf "
    "credentialId invokedByDelegate"
)
CONTEXT = (
    "sessionIssuer attributes webIdFederationData sourceIdentity ec2RoleDelivery assumedRoot creationDate mfaAuthenticated "
    "federatedProvider userId identityStoreArn issuerType credentialsIssuedTo onBehalfOf"
)
MISSPELT = {"acceskeyid": "accessKeyId", "sourceipadress": "sourceIPAddress", "useridentiy": "userIdentity"}

_SPELLINGS: Mapping[str, str] = MappingProxyType(
    {key.lower(): key for key in f"{TOP_LEVEL} {IDENTITY} {CONTEXT}".split()} | MISSPELT
)
_NESTED = frozenset(
    {
        "userIdentity",
        "sessionContext",
        "sessionIssuer",
        "attributes",
        "webIdFederationData",
        "inScopeOf",
        "onBehalfOf",
        "insightDetails",
        "timeWindow",
    }
)
_TRUTHS: Mapping[str, bool] = MappingProxyType({"true": True, "false": False})
_DEEPEST = 4
"""Levels below the top whose spelling is mended; the session's own objects lie three deep."""
_EMPTY: Mapping[str, Any] = MappingProxyType({})


def canonical(document: Mapping[str, Any], depth: int = 0) -> Mapping[str, Any]:
    """Give the record with AWS's spelling of its own members, down to the session; unknown members stay as they are.

    Request and response are not touched: their spelling is the service's. ``depth`` is how far inside we are already.
    """
    spelt: dict[str, Any] = {}
    for key, value in document.items():
        name = spell(key)
        is_inside = name in _NESTED and isinstance(value, Mapping) and depth < _DEEPEST
        spelt[name] = canonical(value, depth + 1) if is_inside else value
    return spelt


def spell(key: str) -> str:
    """Give AWS's spelling of a member's name."""
    return _SPELLINGS.get(key.lower(), key)


def inner(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Give the object under a key, or an empty one if there is something else."""
    value = document.get(key)
    return value if isinstance(value, Mapping) else _EMPTY


def text_of(value: object) -> str:
    """Give a value as text: "" for nothing, words and numbers as they are, JSON for the rest.

    The text can always be written out: halves of surrogate pairs, which strict JSON forbids, become question marks.
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        return str(value) if isinstance(value, int | float) else msgspec.json.encode(value).decode()
    except (TypeError, ValueError, msgspec.MsgspecError, RecursionError):
        return "..."


def truth_of(value: object) -> bool | None:
    """Read true or false, also as text in any case; None if it is neither."""
    if value is None or isinstance(value, bool):
        return value
    return _TRUTHS.get(value.strip().lower()) if isinstance(value, str) else None

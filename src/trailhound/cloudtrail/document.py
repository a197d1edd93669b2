"""The row of a record that was opened as a whole: the general way, which takes every oddity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trailhound.cloudtrail.calls import bare_target
from trailhound.cloudtrail.catalogue import kind_of
from trailhound.cloudtrail.identity import Caller, caller_of, classify
from trailhound.cloudtrail.moment import read_moment, to_micros
from trailhound.cloudtrail.odd import inner, text_of, truth_of
from trailhound.cloudtrail.resources import find_mentions, plan_for, target_columns
from trailhound.cloudtrail.row import READ, UNKNOWN, Row
from trailhound.cloudtrail.via import via_of

SUMMARIES = frozenset({"AwsCloudTrailInsight", "AwsAggregatedEvent"})
"""Types of records that tell of many calls."""


def row_of_document(document: Mapping[str, Any]) -> Row:
    """Read the columns of a record whose members have AWS's spelling; values may be of any type."""
    event_type = text_of(document.get("eventType"))
    name, source = _call(document, event_type)
    caller = caller_of(document)
    verdict = classify(caller)
    agent = text_of(document.get("userAgent"))
    address = text_of(document.get("sourceIPAddress"))
    is_summary = event_type in SUMMARIES
    kind = READ if is_summary else kind_of(name, source, truth_of(document.get("readOnly")))
    request = document.get("requestParameters")
    mentions = find_mentions(plan_for(source, name), request, document.get("responseElements"), document.get("resources"))
    target, targets = target_columns(mentions, request) if mentions else (bare_target(name, kind), "")
    identity = inner(document, "userIdentity")
    access_key = text_of(identity.get("accessKeyId"))
    is_understood = bool(name and (source or document.get("eventTime") or document.get("eventID")))
    return Row(
        event_id=text_of(document.get("eventID") or (document.get("eventId") if is_summary else "")),
        occurred_us=_document_micros(document),
        name=name,
        source=source,
        kind=kind,
        actor=verdict.actor if is_understood else UNKNOWN,
        who=verdict.name,
        identity_type=caller.type,
        arn=caller.arn,
        role=verdict.role,
        session=access_key or caller.principal_id,
        access_key=access_key,
        target=target,
        targets=targets,
        error=text_of(document.get("errorCode")),
        account=text_of(document.get("recipientAccountId")) or caller.account or text_of(document.get("accountId")),
        region=text_of(document.get("awsRegion")),
        address=address,
        agent=agent,
        via=_document_via(document, caller, agent, address, event_type),
        event_type=event_type,
        category=text_of(document.get("eventCategory")),
        is_understood=is_understood,
    )


def _document_via(document: Mapping[str, Any], caller: Caller, agent: str, address: str, event_type: str) -> str:
    context = inner(inner(document, "userIdentity"), "sessionContext")
    provider = inner(context, "webIdFederationData").get("federatedProvider")
    is_web_identity = bool(provider) or caller.type == "WebIdentityUser"
    return via_of(agent, address, caller.invoked_by, event_type, caller.is_console, is_web_identity)


def _call(document: Mapping[str, Any], event_type: str) -> tuple[str, str]:
    """The call and its service; an Insights record names them one level down, a summary has only its type."""
    details = inner(document, "insightDetails")
    name = text_of(document.get("eventName")) or text_of(details.get("eventName"))
    source = text_of(document.get("eventSource")) or text_of(details.get("eventSource"))
    if not name and event_type in SUMMARIES:
        name = event_type
    return name, source


def _document_micros(document: Mapping[str, Any]) -> int | None:
    moment = read_moment(document.get("eventTime")) or read_moment(inner(document, "timeWindow").get("windowStart"))
    return None if moment is None else to_micros(moment)

"""From the bytes of a record to its columns, without ever failing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from trailhound.cloudtrail.catalogue import kind_of
from trailhound.cloudtrail.envelope import open_record
from trailhound.cloudtrail.identity import Caller, caller_of, classify
from trailhound.cloudtrail.marks import agent_marks
from trailhound.cloudtrail.moment import read_moment, to_micros
from trailhound.cloudtrail.odd import canonical, inner, text_of, truth_of
from trailhound.cloudtrail.resources import find_mentions, main_target
from trailhound.cloudtrail.row import READ, UNKNOWN, Row
from trailhound.cloudtrail.via import via_of
from trailhound.cloudtrail.wire import Record, UserIdentity

_RECORDS = msgspec.json.Decoder(Record)
_ANYTHING = msgspec.json.Decoder()
_NAMED_TYPES = frozenset({"IAMUser", "AssumedRole", "FederatedUser"})
_SUMMARIES = frozenset({"AwsCloudTrailInsight", "AwsAggregatedEvent"})


def read_row(record: bytes) -> Row:
    """Read the columns of one record. Never raises, whatever the bytes.

    An ordinary record is decoded straight into its columns. Any other (an envelope, keys in odd case, values of another
    type, Insights, summaries) is opened as a whole. Bytes that make no sense as a CloudTrail record give a row with
    ``is_understood`` false and whatever could be read.
    """
    try:
        wire = _RECORDS.decode(record)
        identity = wire.user_identity
        if identity.type in _NAMED_TYPES and not (identity.principal_id and identity.access_key_id):
            return _odd_row(record)
        return _row_of_wire(wire, identity)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return _odd_row(record)


def _row_of_wire(wire: Record, identity: UserIdentity) -> Row:
    agent = wire.user_agent or ""
    event_type = wire.event_type or ""
    source = wire.event_source
    address = wire.source_ip_address or ""
    caller, is_web_identity = _caller_of_wire(wire, identity, agent, event_type)
    verdict = classify(caller)
    request = wire.request_parameters
    raw_response = wire.response_elements
    response = _ANYTHING.decode(raw_response) if memoryview(raw_response).nbytes > len(b"null") else None
    kind = kind_of(wire.event_name, source, wire.read_only)
    target, targets = _targets(source, wire.event_name, kind, request, response, wire.resources)
    access_key = identity.access_key_id or ""
    # By place, not by name: this runs for every record, and naming 23 members costs a tenth of it.
    return Row(
        wire.event_id,
        _micros(wire.event_time),
        wire.event_name,
        source,
        kind,
        verdict.actor,
        verdict.name,
        caller.type,
        caller.arn,
        verdict.role,
        access_key or caller.principal_id,
        access_key,
        target,
        targets,
        wire.error_code or "",
        wire.recipient_account_id or caller.account,
        wire.aws_region or "",
        address,
        agent,
        via_of(agent, address, caller.invoked_by, event_type, caller.is_console, is_web_identity),
        event_type,
        wire.event_category or "",
    )


def _caller_of_wire(wire: Record, identity: UserIdentity, agent: str, event_type: str) -> tuple[Caller, bool]:
    """The same as ``caller_of``, without the detour over mappings; a test holds the two together."""
    context = identity.session_context
    issuer_arn = issuer_name = source_identity = provider = scope = directory_user = ""
    is_mfa = None
    if context is not None:
        source_identity = context.source_identity or ""
        if context.session_issuer is not None:
            issuer_arn = context.session_issuer.arn or ""
            issuer_name = context.session_issuer.user_name or ""
        if context.attributes is not None:
            is_mfa = truth_of(context.attributes.mfa_authenticated)
        if context.web_id_federation_data is not None:
            provider = context.web_id_federation_data.federated_provider or ""
    if identity.in_scope_of is not None:
        scope = identity.in_scope_of.issuer_type or identity.in_scope_of.credentials_issued_to or ""
    if identity.on_behalf_of is not None:
        directory_user = identity.on_behalf_of.user_id or ""
    is_web_identity = bool(provider) or identity.type == "WebIdentityUser"
    account = identity.account_id or ""
    recipient = wire.recipient_account_id
    has_robot_agent, vendor = agent_marks(agent)
    is_console = wire.session_credential_from_console is not None and truth_of(wire.session_credential_from_console) is True
    caller = Caller(
        identity.type or "",
        identity.arn or "",
        account,
        identity.principal_id or "",
        identity.user_name or "",
        identity.invoked_by or "",
        issuer_arn,
        issuer_name,
        source_identity,
        provider or identity.identity_provider or "",
        scope,
        directory_user,
        is_mfa,
        is_console,
        bool(account and recipient and account != recipient),
        has_robot_agent,
        vendor,
        wire.event_source if event_type == "AwsServiceEvent" else "",
    )
    return caller, is_web_identity


def _odd_row(record: bytes) -> Row:
    """Read a record member by member, after its spelling was mended."""
    document = canonical(open_record(record))
    try:
        return _row_of_document(document)
    except RecursionError:
        return _row_of_document({key: value for key, value in document.items() if isinstance(value, str)})


def _row_of_document(document: Mapping[str, Any]) -> Row:
    event_type = text_of(document.get("eventType"))
    name, source = _call(document, event_type)
    caller = caller_of(document)
    verdict = classify(caller)
    agent = text_of(document.get("userAgent"))
    address = text_of(document.get("sourceIPAddress"))
    is_summary = event_type in _SUMMARIES
    kind = READ if is_summary else kind_of(name, source, truth_of(document.get("readOnly")))
    request = document.get("requestParameters")
    target, targets = _targets(source, name, kind, request, document.get("responseElements"), document.get("resources"))
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
    if not name and event_type in _SUMMARIES:
        name = event_type
    return name, source


def _document_micros(document: Mapping[str, Any]) -> int | None:
    moment = read_moment(document.get("eventTime")) or read_moment(inner(document, "timeWindow").get("windowStart"))
    return None if moment is None else to_micros(moment)


def _micros(text: str) -> int | None:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            # Whole seconds are exact as a float, and much faster than taking two moments apart.
            return to_micros(moment) if moment.microsecond else int(moment.timestamp()) * 1_000_000
    except (ValueError, OverflowError):
        pass
    odd = read_moment(text)
    return None if odd is None else to_micros(odd)


def _targets(source: str, name: str, kind: int, request: Any, response: Any, resources: Any) -> tuple[str, str]:  # noqa: ANN401
    mentions = find_mentions(source, name, request, response, resources)
    if not mentions:
        if name == "ConsoleLogin":
            return "console", ""
        return ("*" if kind == READ and name else ""), ""
    target = main_target(mentions, request)
    if len(mentions) == 1:
        text = mentions[0][1]
        return target, target if text == target else f"{target}\n{text}"
    return target, "\n".join(dict.fromkeys([target, *[mention[1] for mention in mentions]]))

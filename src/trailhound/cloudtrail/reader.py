"""From the bytes of a record to its columns, without ever failing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import msgspec

from trailhound.cloudtrail.calls import call_of
from trailhound.cloudtrail.document import SUMMARIES, row_of_document
from trailhound.cloudtrail.envelope import open_record
from trailhound.cloudtrail.identity import Caller, Verdict, classify, own_service, role_and_session, session_verdict
from trailhound.cloudtrail.marks import agent_marks
from trailhound.cloudtrail.moment import read_moment, to_micros
from trailhound.cloudtrail.odd import canonical, truth_of
from trailhound.cloudtrail.resources import find_mentions, target_columns
from trailhound.cloudtrail.row import Row
from trailhound.cloudtrail.via import via_of
from trailhound.cloudtrail.wire import Record, SessionContext, UserIdentity

_RECORDS = msgspec.json.Decoder(Record)
_NAMED_TYPES = frozenset({"IAMUser", "AssumedRole", "FederatedUser"})
_SECONDS: Mapping[str, int] = MappingProxyType({f"{second:02}Z": second * 1_000_000 for second in range(60)})
_NOBODY = SessionContext()


def read_row(record: bytes) -> Row:
    """Read the columns of one record. Never raises, whatever the bytes.

    An ordinary record is decoded straight into its columns. Any other (an envelope, keys in odd case, values of another
    type, Insights, summaries) is opened as a whole. Bytes that make no sense as a CloudTrail record give a row with
    ``is_understood`` false and whatever could be read.
    """
    try:
        wire = _RECORDS.decode(record)
        identity = wire.user_identity
        if wire.event_type in SUMMARIES or (
            identity.type in _NAMED_TYPES and not (identity.principal_id and identity.access_key_id)
        ):
            return read_opened(record)
        return _row_of_wire(wire, identity)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return read_opened(record)


def read_opened(record: bytes) -> Row:
    """Read the columns of one record member by member, after its spelling was mended: slower, and takes everything.

    An ordinary record gives the same row either way.
    """
    document = canonical(open_record(record))
    try:
        return row_of_document(document)
    except RecursionError:
        return row_of_document({key: value for key, value in document.items() if isinstance(value, str)})


def _row_of_wire(wire: Record, identity: UserIdentity) -> Row:
    name, source = wire.event_name, wire.event_source
    agent = wire.user_agent or ""
    event_type = wire.event_type or ""
    address = wire.source_ip_address or ""
    context = identity.session_context or _NOBODY
    console = wire.session_credential_from_console
    is_console = console is not None and truth_of(console) is True
    verdict = _verdict(wire, identity, context, agent, is_console)
    web = context.web_id_federation_data
    is_web_identity = identity.type == "WebIdentityUser" or (web is not None and bool(web.federated_provider))
    call = call_of(name, source, wire.read_only)
    request = wire.request_parameters
    mentions = find_mentions(call.plan, request, wire.response_elements, wire.resources)
    target, targets = target_columns(mentions, request) if mentions else (call.bare_target, "")
    access_key = identity.access_key_id or ""
    # By place, not by name: this runs for every record, and naming 23 members costs a tenth of it.
    return Row(
        wire.event_id,
        _micros(wire.event_time),
        name,
        source,
        call.kind,
        verdict.actor,
        verdict.name,
        identity.type or "",
        identity.arn or "",
        verdict.role,
        access_key or identity.principal_id or "",
        access_key,
        target,
        targets,
        wire.error_code or "",
        wire.recipient_account_id or identity.account_id or "",
        wire.aws_region or "",
        address,
        agent,
        via_of(agent, address, identity.invoked_by or "", event_type, is_console, is_web_identity),
        event_type,
        wire.event_category or "",
    )


def _verdict(wire: Record, identity: UserIdentity, context: SessionContext, agent: str, is_console: bool) -> Verdict:
    """Decide who called; what is not asked of a role's session is left to the caller as a whole."""
    account, recipient = identity.account_id, wire.recipient_account_id
    is_foreign = bool(account and recipient and account != recipient)
    scope = identity.in_scope_of
    issued_to = "" if scope is None else scope.issuer_type or scope.credentials_issued_to or ""
    arn, principal_id, issuer = identity.arn or "", identity.principal_id or "", context.session_issuer
    issuer_name, issuer_arn = ("", "") if issuer is None else (issuer.user_name or "", issuer.arn or "")
    mfa = None if context.attributes is None else context.attributes.mfa_authenticated
    # Nearly every session says "false".
    is_mfa = mfa is not None and mfa != "false" and truth_of(mfa) is True
    source_identity, invoked_by = context.source_identity or "", identity.invoked_by or ""
    if identity.type in {"AssumedRole", "Role"}:
        role, session = role_and_session(arn, issuer_name, issuer_arn, principal_id)
        has_proof = is_mfa or is_console
        return session_verdict(role, session, source_identity, invoked_by, issued_to, has_proof, is_foreign, agent_marks(agent))
    web, directory = context.web_id_federation_data, identity.on_behalf_of
    has_robot_agent, vendor = agent_marks(agent)
    return classify(
        Caller(
            type=identity.type or "",
            arn=arn,
            account=account or "",
            principal_id=principal_id,
            user_name=identity.user_name or "",
            invoked_by=invoked_by,
            issuer_arn=issuer_arn,
            issuer_name=issuer_name,
            source_identity=source_identity,
            provider=(web.federated_provider if web else "") or identity.identity_provider or "",
            scope=issued_to,
            directory_user=(directory.user_id if directory else "") or "",
            is_mfa=is_mfa,
            is_console=is_console,
            is_foreign=is_foreign,
            has_robot_agent=has_robot_agent,
            vendor=vendor,
            service=own_service(wire.event_type or "", wire.event_source, wire.event_category or ""),
        )
    )


def _micros(text: str) -> int | None:
    """Count the microseconds from 1970 to the time of a record."""
    seconds = _SECONDS.get(text[17:])
    minute = None if seconds is None else _minute_micros(text[:17])
    if minute is not None and seconds is not None:
        return minute + seconds
    odd = read_moment(text)
    return None if odd is None else to_micros(odd)


@lru_cache(maxsize=1024)
def _minute_micros(text: str) -> int | None:
    """Count up to a minute written ``2026-07-05T14:01:``, shared by all that happened in it; None for another form."""
    moment = read_moment(f"{text}00Z")
    return None if moment is None or moment.second else to_micros(moment)

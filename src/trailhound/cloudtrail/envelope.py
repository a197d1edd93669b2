"""What a record was wrapped in on its way, and the record as a whole document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

DEEPEST = 3
"""Envelopes inside envelopes that are opened; a LookupEvents item inside a bus event inside a log line is the most seen."""

_WRAPPERS = ("CloudTrailEvent", "detail", "eventJson", "event_json")
_MARKS = (b'"CloudTrailEvent"', b'"detail"', b'"eventJson"', b'"event_json"')


class _Envelope(msgspec.Struct, gc=False):
    """The members of the known envelopes, unread."""

    cloud_trail_event: msgspec.Raw = msgspec.field(name="CloudTrailEvent", default=msgspec.Raw())
    detail: msgspec.Raw = msgspec.Raw()
    event_json: msgspec.Raw = msgspec.field(name="eventJson", default=msgspec.Raw())
    event_json_2: msgspec.Raw = msgspec.field(name="event_json", default=msgspec.Raw())
    event_name: msgspec.Raw = msgspec.field(name="eventName", default=msgspec.Raw())


_ENVELOPES = msgspec.json.Decoder(_Envelope)


def unwrap(record: bytes) -> bytes:
    """Give the CloudTrail record inside a LookupEvents item, an EventBridge event or a Lake row; else the bytes as they are.

    Never raises: what can't be opened comes back unchanged.
    """
    for _ in range(DEEPEST):
        found = _inner(record)
        if found is None:
            return record
        record = found
    return record


def _inner(record: bytes) -> bytes | None:
    if not any(mark in record for mark in _MARKS):
        return None
    try:
        envelope = _ENVELOPES.decode(record)
        if bytes(envelope.event_name):
            return None
        for member in (envelope.cloud_trail_event, envelope.detail, envelope.event_json, envelope.event_json_2):
            content = _content(bytes(member))
            if content.startswith(b"{"):
                return content
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    return None


def _content(member: bytes) -> bytes:
    """Give an object as it is and a text without its quotes."""
    return msgspec.json.decode(member, type=str).encode().strip() if member.startswith(b'"') else member


def open_record(record: bytes) -> dict[str, Any]:
    """Decode the whole CloudTrail record, out of its envelope if it came in one.

    Bytes that are no JSON object come back as ``{"raw": text}``. Never raises.
    """
    document = _decode(unwrap(record))
    return document if isinstance(document, dict) else {"raw": record.decode("utf-8", "replace")}


def pretty(record: bytes) -> str:
    """Print a record as it was delivered, envelope included, indented by two blanks; other bytes as text."""
    document = _decode(record)
    if not isinstance(document, Mapping | list):
        return record.decode("utf-8", "replace")
    try:
        return json.dumps(document, indent=2, ensure_ascii=False)
    except RecursionError:
        return record.decode("utf-8", "replace")


def _decode(record: bytes) -> object:
    try:
        return msgspec.json.decode(record)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        pass
    try:
        # The standard library also takes what strict JSON forbids and some tools write: NaN, lone surrogates.
        return json.loads(record.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None

"""CloudTrail records in every wrapping that tools leave them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from trailhound.cloudtrail.moment import read_moment
from trailhound.model.observation import Observation, Records
from trailhound.sources.files.place import Place
from trailhound.sources.files.splitting import items_of

BATCH = 2000
"""Records in one observation: large enough that handing over costs nothing, small enough to stop and report between."""


class _Time(msgspec.Struct, gc=False):
    eventTime: str | None = None  # noqa: N815  # AWS's spelling, read thousands of times


class _Probe(msgspec.Struct, gc=False):
    """The members by which an object is known to be a record or to carry one."""

    eventName: msgspec.Raw = msgspec.Raw()  # noqa: N815
    eventSource: msgspec.Raw = msgspec.Raw()  # noqa: N815
    eventVersion: msgspec.Raw = msgspec.Raw()  # noqa: N815
    eventTime: msgspec.Raw = msgspec.Raw()  # noqa: N815
    eventType: msgspec.Raw = msgspec.Raw()  # noqa: N815
    userIdentity: msgspec.Raw = msgspec.Raw()  # noqa: N815
    CloudTrailEvent: msgspec.Raw = msgspec.Raw()
    eventJson: msgspec.Raw = msgspec.Raw()  # noqa: N815
    detail: msgspec.Raw = msgspec.Raw()


_TIMES = msgspec.json.Decoder(list[_Time])
_TIME = msgspec.json.Decoder(_Time)
_PROBES = msgspec.json.Decoder(_Probe)
_RECORD_MARKS = ("eventname", "eventsource", "eventversion", "useridentity", "eventtype", "eventtime", "eventid")


def is_record(document: bytes) -> bool:
    """Say whether a JSON object is a CloudTrail record, or an item or event that carries one."""
    try:
        probe = _PROBES.decode(document)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    if bytes(probe.CloudTrailEvent) or bytes(probe.eventJson):
        return True
    detail = bytes(probe.detail)
    if detail:
        return detail.startswith(b"{") and is_record(detail)
    members = (probe.eventName, probe.eventSource, probe.eventVersion, probe.eventTime, probe.eventType, probe.userIdentity)
    return sum(1 for member in members if bytes(member)) > 1 or _is_odd_record(document)


def _is_odd_record(document: bytes) -> bool:
    """Look once more without regard to case: some exports lower-case every key."""
    lowered = document[:100_000].lower()
    return sum(1 for mark in _RECORD_MARKS if b'"' + mark.encode() + b'"' in lowered) > 2 and _has_own_marks(document)


def _has_own_marks(document: bytes) -> bool:
    keys = {key.lower() for key in msgspec.json.decode(document, type=dict[str, msgspec.Raw])}
    return sum(1 for mark in _RECORD_MARKS if mark in keys) > 1


def read_log_file(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read ``{"Records": [...]}`` as CloudTrail delivers it."""
    items = items_of(members["Records"]) or []
    observed_at = _observed_at(members["Records"], items, place.delivered_at)
    yield from batches(items, place, 1, observed_at)


def read_lookup_events(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read what ``aws cloudtrail lookup-events`` prints."""
    items = items_of(members["Events"]) or []
    strangers = [index for index, item in enumerate(items, 1) if not is_record(bytes(item))]
    if strangers and len(strangers) == len(items):
        yield place.not_understood('"Events" holds no CloudTrail event')
        return
    yield from batches(items, place, 1)


def read_query_rows(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read a page of CloudTrail Lake results: rows are lists of one-member objects, all values are text."""
    rows = msgspec.json.decode(members["QueryResultRows"])
    records: list[bytes] = []
    for position, row in enumerate(rows if isinstance(rows, list) else [], 1):
        columns: dict[str, Any] = {}
        for cell in row if isinstance(row, list) else [row]:
            columns.update(cell if isinstance(cell, dict) else {})
        record = msgspec.json.encode(columns)
        if is_record(record):
            records.append(record)
        else:
            yield place.at(position).not_understood(
                "a query result row without eventJson, or eventName and eventTime: select them"
            )
    yield from batches(records, place, 1)


def read_one_record(document: bytes, place: Place) -> Iterator[Observation]:
    """Hand over a document that is itself a record."""
    yield Records((document,), place.origin)


def batches(
    records: Sequence[bytes | msgspec.Raw], place: Place, first: int, observed_at: datetime | None = None
) -> Iterator[Observation]:
    """Hand over records in portions; ``first`` is the number of the first one in its file."""
    for start in range(0, len(records), BATCH):
        yield Records(tuple(map(bytes, records[start : start + BATCH])), place.at(first + start).origin, observed_at)


def _observed_at(listed: msgspec.Raw, items: Sequence[msgspec.Raw], delivered_at: datetime | None) -> datetime | None:
    """A file can't have been delivered before its newest event; names carry only the minute, and some are rewritten."""
    if delivered_at is None:
        return None
    newest = max((moment for text in _times(listed, items) if (moment := read_moment(text))), default=None)
    return delivered_at if newest is None else max(delivered_at, newest)


def _times(listed: msgspec.Raw, items: Sequence[msgspec.Raw]) -> set[str]:
    try:
        return {record.eventTime for record in _TIMES.decode(listed) if record.eventTime}
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return {text for item in items if (text := _time(item))}


def _time(item: msgspec.Raw) -> str | None:
    try:
        return _TIME.decode(item).eventTime
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None

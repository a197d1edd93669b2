"""Counting records without opening them: for a question such as "how many were refused" over a whole trail."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from types import GenericAlias
from typing import Any, cast

import msgspec

from trailhound.cloudtrail.odd import text_of
from trailhound.sources.files.content import Content, read_content
from trailhound.sources.files.walk import STANDARD_INPUT, FoundFile, check, walk

_AHEAD = 3
"""Files that are unpacked while others are decoded; unpacking lets other threads run, and memory stays bounded."""
_MARKS = (b"eventName", b"CloudTrailEvent", b"eventSource")
_IDENTITY = "userIdentity."

Values = tuple[str, ...]


def count_matching(paths: Sequence[str], fields: Sequence[str], predicate: Callable[[Values], bool]) -> int:
    """Count the records whose fields satisfy a condition; the copies of one event count once.

    Only delivered log files are decoded this fast. Files of any other shape are read the ordinary way, and what can't be
    read at all is passed over: use ``FileSource`` to hear about it.

    Args:
        paths: Files and folders.
        fields: Names of members of a record, or ``userIdentity.`` and a member of that.
        predicate: Is given the values as text, "" for none. Equal values must get equal answers: it is asked once for each.

    Raises:
        InputError: If a path is not there or may not be read.
    """
    check(paths)
    decoder = _decoder(fields)
    seen: set[str] = set()
    nameless = 0
    answers: dict[Values, bool] = {}
    for entry, content in _contents(paths):
        for event_id, values in _values(entry, content, fields, decoder):
            answer = answers.get(values)
            if answer is None:
                answer = answers[values] = predicate(tuple(map(text_of, values)))
            if not answer:
                continue
            if event_id:
                seen.add(event_id)
            else:
                nameless += 1
    return len(seen) + nameless


def _decoder(fields: Sequence[str]) -> msgspec.json.Decoder[Any]:
    """Make a decoder that skips everything but the named members."""
    inside = [name.removeprefix(_IDENTITY) for name in fields if name.startswith(_IDENTITY)]
    top: list[tuple[str, Any, Any]] = [
        (name, Any, None) for name in fields if not name.startswith(_IDENTITY) and name != "eventID"
    ]
    if inside:
        identity = msgspec.defstruct("Identity", [(name, Any, None) for name in inside], gc=False)
        top.append(("userIdentity", identity | None, None))
    record = msgspec.defstruct("Record", [("eventID", str | None, None), *top], gc=False)
    listed = GenericAlias(list, (record,))
    return msgspec.json.Decoder(msgspec.defstruct("LogFile", [("Records", listed)], gc=False))


def _contents(paths: Sequence[str]) -> Iterator[tuple[FoundFile, Content]]:
    """Read and unpack the files, a few ahead of the one that is being decoded."""
    files = (entry for entry in walk(paths) if isinstance(entry, FoundFile))
    with ThreadPoolExecutor(min(_AHEAD, os.cpu_count() or 1)) as pool:
        waiting = [(entry, pool.submit(_content, entry)) for entry in islice(files, _AHEAD)]
        while waiting:
            entry, future = waiting.pop(0)
            content = future.result()
            waiting.extend((following, pool.submit(_content, following)) for following in islice(files, 1))
            if content is not None:
                yield entry, content


def _content(entry: FoundFile) -> Content | None:
    if entry.path == STANDARD_INPUT:
        return None
    try:
        with open(entry.path, "rb") as stream:  # noqa: PTH123  # pathlib alone would take a tenth of the time
            return read_content(stream, entry.size)
    except OSError:
        return None


def _values(
    entry: FoundFile, content: Content, fields: Sequence[str], decoder: msgspec.json.Decoder[Any]
) -> Iterator[tuple[str, Values]]:
    try:
        records = decoder.decode(content.data).Records
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        yield from _values_the_ordinary_way(entry, content, fields)
        return
    if len(fields) == 1 and "." not in fields[0]:
        name = fields[0]
        for record in records:
            yield record.eventID, (getattr(record, name),)
        return
    for record in records:
        yield record.eventID, tuple([_member(record, name) for name in fields])


def _member(record: Any, name: str) -> Any:  # noqa: ANN401
    """Give a member as it was decoded; values that can't be compared, such as objects, as text."""
    holder, _, inside = name.partition(".")
    value = getattr(record, holder)
    value = getattr(value, inside, None) if inside else value
    return text_of(value) if isinstance(value, dict | list) else value


def _values_the_ordinary_way(entry: FoundFile, content: Content, fields: Sequence[str]) -> Iterator[tuple[str, Values]]:
    if not _may_hold_records(content.data):
        return
    # Imported only for files of another shape: the fast way has to start fast.
    from trailhound.cloudtrail.envelope import open_record
    from trailhound.cloudtrail.odd import canonical, inner
    from trailhound.model.observation import Records
    from trailhound.sources.files.file_content import read_file_content
    from trailhound.sources.files.place import Place

    for part in read_file_content(content, Place(entry.path, entry.shown)):
        for raw in part.records if isinstance(part, Records) else ():
            record = canonical(open_record(raw))
            identity = inner(record, "userIdentity")
            values = [
                identity.get(name.removeprefix(_IDENTITY)) if name.startswith(_IDENTITY) else record.get(name) for name in fields
            ]
            yield text_of(record.get("eventID")), cast("Values", tuple(text_of(value) for value in values))


def _may_hold_records(data: bytes) -> bool:
    return any(mark in data for mark in _MARKS) or b"eventname" in data.lower()

"""What is known about the fields of a record: their meaning, and what this value means here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from trailhound.cloudtrail.fields import meaning, value_note
from trailhound.model.event import Event
from trailhound.model.phrase import Tone
from trailhound.session.boards import Boards
from trailhound.session.settings import Path, Setting
from trailhound.session.views import FieldNote
from trailhound.session.words import clock_time, plural, short_time

MOST_FIELDS = 3000
MOST_DEPTH = 30


def field_notes(
    boards: Boards,
    event: Event,
    document: Mapping[str, Any],
    joined: int,
    setting: Setting | None,
    was: str | None,
    as_of: datetime,
) -> dict[Path, FieldNote]:
    """Give the notes of all fields that have something to say.

    ``joined`` counts the calls that share the record's credentials; ``was`` is the value that a setting had before.
    """
    notes = {path: FieldNote(note, words) for path, note, words in _explained(document)}
    for path, note, tone in _special(boards, event, document, joined, as_of):
        notes[path] = FieldNote(note, notes[path].meaning if path in notes else "", tone)
    if setting is not None and was is not None:
        known = notes[setting.path].meaning if setting.path in notes else ""
        is_changed = was != setting.value
        notes[setting.path] = FieldNote(
            f"was {was}" if is_changed else "as before", known, Tone.LATE if is_changed else Tone.FAINT
        )
    return notes


def _explained(document: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
    for count, (path, value) in enumerate(_walk(document, (), 0)):
        if count >= MOST_FIELDS:
            return
        note, words = value_note(path, value), meaning(path)
        if note or words:
            yield path, note, words


def _special(
    boards: Boards, event: Event, document: Mapping[str, Any], joined: int, as_of: datetime
) -> Iterator[tuple[Path, str, Tone]]:
    if boards.loaded.inputs.has_arrivals and "eventTime" in document:
        yield ("eventTime",), f"arrived {clock_time(event.observed_at)}", Tone.FAINT
    if "eventName" in document:
        yield ("eventName",), event.kind.value, Tone.DESTRUCTIVE if event.kind.value == "destructive" else Tone.FAINT
    identity = document.get("userIdentity")
    if isinstance(identity, Mapping) and identity.get("accessKeyId") and joined > 1:
        yield ("userIdentity", "accessKeyId"), f"joins {plural(joined, 'call')}", Tone.FAINT
    if "sourceIPAddress" in document and event.address:
        yield ("sourceIPAddress",), *_address(boards, event, as_of)
    if event.copies > 1 and "eventID" in document:
        yield ("eventID",), f"delivered {event.copies} times", Tone.FAINT


def _address(boards: Boards, event: Event, as_of: datetime) -> tuple[str, Tone]:
    rows = boards.of_field("ip", event.address, as_of)
    if not rows or rows[0] == event.row:
        return "first seen here", Tone.LATE
    first = boards.event(rows[0], as_of)
    return f"first seen {short_time(first.occurred_at, event.occurred_at)}", Tone.FAINT


def _walk(value: object, path: Path, depth: int) -> Iterator[tuple[Path, object]]:
    if path:
        yield path, value
    if depth > MOST_DEPTH:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _walk(inner, (*path, str(key)), depth + 1)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk(inner, (*path, index), depth + 1)

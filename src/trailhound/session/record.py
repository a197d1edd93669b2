"""One record, opened: what it says, what its fields mean, and all that is known around it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import PurePath

from trailhound.cloudtrail.envelope import open_record, pretty
from trailhound.cloudtrail.identity import read_identity
from trailhound.cloudtrail.resources import read_resources
from trailhound.model.alarm import AlarmState
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import Identity
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.model.resource import Resource
from trailhound.session.aftermath import moved_after
from trailhound.session.boards import Boards
from trailhound.session.lineage import lineage, session_events
from trailhound.session.notes import field_notes
from trailhound.session.sentences import deed, setting_deed
from trailhound.session.settings import Setting, earlier_value, settings_of
from trailhound.session.views import Fact, MetricView, RecordView
from trailhound.session.words import duration, factor, short_time

SAME_THING = 12
LOOKED_BACK = 40
MOST_EARLIER = 500
SESSION_ROWS = 200
_TYPE_WORDS = 3


def open_record_view(boards: Boards, row: int, as_of: datetime) -> RecordView:
    """Open a record with what was known at a moment."""
    event = boards.event(row, as_of)
    raw = boards.store.raw(row)
    document = open_record(raw)
    identity = read_identity(document)
    earlier = _earlier(boards, event, as_of)
    setting = next(iter(settings_of(document, event.name)), None)
    was = _was(boards, setting, earlier) if setting else None
    moved = moved_after(boards, event, as_of)
    session = session_events(boards, event, as_of)
    named = boards.people.named(event, as_of)
    return RecordView(
        event=event,
        sentence=_sentence(named, setting, was),
        second=_second(named, identity),
        document=document,
        notes=field_notes(boards, event, document, len(session), setting, was, as_of),
        lineage=lineage(boards, event, identity, as_of),
        touched=_touched(event, read_resources(document), moved),
        moved_after=moved,
        same_thing=tuple(reversed(earlier[:SAME_THING])),
        same_session=tuple(session[-SESSION_ROWS:]),
        evidence=_evidence(boards, event, as_of),
        raw=pretty(raw),
    )


def _earlier(boards: Boards, event: Event, as_of: datetime) -> list[Event]:
    """Give the earlier changes of the same thing, newest first."""
    if event.target in ("", "*"):
        return []
    rows = boards.ticks.naming(event.target)[::-1][:MOST_EARLIER].tolist()
    found = [boards.event(row, as_of) for row in rows]
    return [other for other in found if other.occurred_at < event.occurred_at and other.observed_at <= as_of][:LOOKED_BACK]


def _was(boards: Boards, setting: Setting, earlier: list[Event]) -> str | None:
    return earlier_value(setting, ((open_record(boards.store.raw(other.row)), other.name) for other in earlier))


def _sentence(event: Event, setting: Setting | None, was: str | None) -> Phrase:
    if setting is not None and not event.error_code and event.kind is not CallKind.READ:
        return setting_deed(event, (setting.name, setting.value, was))
    return deed(event)


def _second(event: Event, identity: Identity) -> Phrase:
    """Say as what, from where and with what, and how it ended."""
    words: list[Word] = []
    if identity.role and identity.role != event.identity.name:
        words += [Word("As "), Word(identity.role, Tone.BRIGHT), Word(", ")]
    if event.address:
        words += [Word("from " if words else "From "), Word(event.address, Tone.BRIGHT), Word(" ")]
    if event.agent:
        words += [Word("with "), Word(event.agent.split(" ", 1)[0][:60]), Word(" ")]
    if event.region:
        words += [Word("in "), Word(event.region), Word(" ")]
    if event.is_refused:
        return (*words, Word("refused: ", Tone.DENIED), Word(event.error_code, Tone.DENIED))
    if event.error_code:
        return (*words, Word("failed: ", Tone.LATE), Word(event.error_code, Tone.LATE))
    return (*words, Word("no error", Tone.OK))


def _touched(event: Event, resources: list[Resource], moved: tuple[MetricView, ...]) -> tuple[Fact, ...]:
    """Give the things a record names, and those that are measured and moved after it."""
    verb = "read" if event.kind is CallKind.READ else "refused" if event.is_refused else "changed"
    facts = []
    for resource in resources:
        what = _kind_words(resource.type)
        role = verb if resource.name == event.target else "named"
        facts.append(Fact(resource.name, (Word(what, Tone.MUTED),), role))
    named = {resource.name for resource in resources}
    for view in moved:
        if view.title not in named:
            named.add(view.title)
            facts.append(Fact(view.title, (Word(view.measure, Tone.MUTED),), _moved_words(view)))
    return tuple(facts)


def _moved_words(view: MetricView) -> str:
    glyph = "▲ " if view.state is AlarmState.ALARM else ""
    return f"{glyph}{factor(view.factor)}" if view.factor else f"{glyph}moved"


def _kind_words(kind: str) -> str:
    """Turn ``AWS::RDS::DBParameterGroup`` into ``RDS DBParameterGroup``."""
    parts = kind.split("::")
    return " ".join(parts[1:]) if len(parts) == _TYPE_WORDS else kind


def _evidence(boards: Boards, event: Event, as_of: datetime) -> tuple[Fact, ...]:
    origin = boards.store.origin(event.row)
    facts = [Fact("file", (Word(PurePath(origin.path).name or origin.path, Tone.TEXT),), str(PurePath(origin.path).parent))]
    if origin.position:
        facts.append(Fact("record", (Word(f"number {origin.position}"),)))
    facts.append(Fact("event id", (Word(event.event_id or "none", Tone.MUTED),)))
    if boards.loaded.inputs.has_arrivals:
        late = Tone.LATE if event.delay > timedelta(minutes=15) else Tone.TEXT
        words = (Word(f"{duration(event.delay)} after the call", late),)
        facts.append(Fact("arrived", words, short_time(event.observed_at, as_of)))
    else:
        facts.append(Fact("arrived", (Word("nobody wrote down when", Tone.MUTED),)))
    if event.copies > 1:
        facts.append(Fact("copies", (Word(f"delivered {event.copies} times, shown once"),)))
    if not event.is_time_known:
        facts.append(Fact("time", (Word("the record has none; it stands where it was observed", Tone.LATE),)))
    if not event.is_understood:
        facts.append(Fact("record", (Word("not understood; kept as it came", Tone.LATE),)))
    return tuple(facts)

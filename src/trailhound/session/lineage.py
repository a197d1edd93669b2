"""From a person down to what a session did: who opened it, as which role, and its calls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.session.boards import Boards
from trailhound.session.words import clock_time

Lineage = tuple[tuple[int, Phrase, str], ...]

MOST_CALLS = 12


def lineage(boards: Boards, event: Event, identity: Identity, as_of: datetime) -> Lineage:
    """Give (depth, words, right margin) lines from the person behind a call down to the calls of its session."""
    lines: list[tuple[int, Phrase, str]] = []
    chain = boards.people.chain(event, as_of)
    shown = identity.name or event.identity.name or "nobody is named"
    first = chain[0].identity if chain else identity
    is_person = first.actor is ActorClass.PERSON
    top = first.name or shown
    lines.append((0, (Word(top, Tone.TRAIL, is_bold=True),), "person" if is_person else _actor(first)))
    for opener in chain:
        lines.append((len(lines), (Word(opener.short_name, Tone.MUTED),), clock_time(opener.occurred_at)))
    if identity.source_identity and identity.source_identity != top:
        lines.append((len(lines), (Word(identity.source_identity, Tone.PERSON),), "source identity"))
    if identity.role:
        margin = "MFA" if identity.is_mfa else identity.account
        lines.append((len(lines), (Word(identity.role, Tone.BRIGHT),), margin))
    depth = len(lines)
    lines += [(depth, words, margin) for words, margin in _calls(session_events(boards, event, as_of), event)]
    return tuple(lines)


def session_events(boards: Boards, event: Event, as_of: datetime) -> list[Event]:
    """Give all calls made with the same credentials, as known at a moment, oldest first; only the call itself without any."""
    session = boards.store.text("session", event.row)
    if not session:
        return [event]
    rows = boards.of_field("session", session, as_of)
    return [boards.event(row, as_of) for row in rows[-500:]]


def _actor(identity: Identity) -> str:
    return {ActorClass.CI: "automation", ActorClass.AWS: "AWS service", ActorClass.EXTERNAL: "outside vendor"}.get(
        identity.actor, "kind unknown"
    )


def _calls(events: Sequence[Event], here: Event) -> list[tuple[Phrase, str]]:
    """Fold repeated calls; keep those around the call itself when there are many."""
    place = next((index for index, event in enumerate(events) if event.row == here.row), len(events) - 1)
    folded: list[tuple[Event, int, bool]] = []
    for _, group in groupby(enumerate(events), key=lambda pair: (pair[1].name, pair[0] == place)):
        members = list(group)
        folded.append((members[0][1], len(members), members[0][0] == place))
    at = next((index for index, (_, _, is_here) in enumerate(folded) if is_here), 0)
    start = max(min(at - MOST_CALLS // 2, len(folded) - MOST_CALLS), 0)
    lines = [_call_line(*entry) for entry in folded[start : start + MOST_CALLS]]
    left = len(folded) - min(len(folded), MOST_CALLS)
    return [*lines, ((Word(f"and {left} more", Tone.FAINT),), "")] if left else lines


def _call_line(event: Event, times: int, is_here: bool) -> tuple[Phrase, str]:
    tone = (
        Tone.TRAIL if is_here else Tone.DENIED if event.is_refused else Tone.MUTED if event.kind is CallKind.READ else Tone.TEXT
    )
    repeated: Phrase = (Word(f" x{times}", Tone.FAINT),) if times > 1 else ()
    return (Word(event.short_name, tone, is_bold=is_here), *repeated), clock_time(event.occurred_at)

"""The calls that may be to blame, with bursts and repeated matches folded into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.names import names_and_words, reduce
from trailhound.engine.correlation.scene import Scene
from trailhound.engine.correlation.symptoms import Symptom
from trailhound.model.event import CallKind, Event

BURST_FACTOR = 6.0
"""A caller's rate of one call counts as a burst from so many times its own usual rate on."""

FEWEST_IN_BURST = 10
MOST_ATTEMPTS = 10
_BY_READS = frozenset({Symptom.EGRESS, Symptom.CALLS, Symptom.BUSY, Symptom.STARVED, Symptom.FLOOD})
"""What many reads can bring about."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """One or more calls of one caller that stand or fall together; the first is the lead.

    ``is_match`` says that the metric counts these very calls; ``usual`` is how often a burst would have been expected.
    ``names`` are the resources that the lead names, ``words`` all short texts of its record; see :func:`opened`.
    """

    calls: tuple[Call, ...]
    is_match: bool = False
    is_burst: bool = False
    usual: float = 0.0
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @property
    def lead(self) -> Call:
        """The first of the calls."""
        return self.calls[0]

    @property
    def event(self) -> Event:
        """The event of the first call."""
        return self.calls[0].event

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The ids of all calls."""
        return tuple(call.event.event_id for call in self.calls)


def known_calls(scene: Scene) -> list[Call]:
    """Give the calls that were known, each once, in the order in which they occurred."""
    as_of = scene.question.as_of
    unique: dict[tuple[str, int], Call] = {}
    for call in sorted(scene.question.calls, key=lambda c: (c.event.occurred_at, c.event.event_id, c.row)):
        if call.event.observed_at <= as_of:
            unique.setdefault((call.event.event_id, 0) if call.event.event_id else ("", call.row), call)
    return list(unique.values())


def gather(scene: Scene, calls: Sequence[Call]) -> list[Suspect]:
    """Make suspects out of calls: matches of the filter, bursts, and single writes that succeeded."""
    matches = [call for call in calls if any(matches(call.document) for matches in scene.matchers)]
    taken = {id(call) for call in matches}
    suspects = [Suspect(tuple(group), is_match=True) for group in _grouped(matches)]
    free = [call for call in calls if id(call) not in taken and not call.event.error_code]
    for group in _grouped(free):
        burst = _burst(scene, group)
        if burst is not None:
            suspects.append(burst)
            taken.update(id(call) for call in burst.calls)
    singles = (call for call in free if id(call) not in taken and call.event.kind is not CallKind.READ)
    suspects.extend(Suspect((call,)) for call in singles)
    return suspects


def attempts(scene: Scene, calls: Iterable[Call], is_near: Iterable[str]) -> tuple[Event, ...]:
    """Give refused calls and dry runs on the resources concerned, newest first: shown, never ranked."""
    near = frozenset(is_near)
    refused = [
        call.event
        for call in calls
        if (call.event.is_refused or call.is_dry_run)
        and call.event.kind is not CallKind.READ
        and not any(matches(call.document) for matches in scene.matchers)
        and (not near or near.intersection(map(reduce, call.resources)))
    ]
    return tuple(sorted(refused, key=lambda e: (e.occurred_at, e.event_id), reverse=True)[:MOST_ATTEMPTS])


def opened(suspect: Suspect) -> Suspect:
    """Read the names and words of the lead's record, once for all that is asked about it."""
    names, words = names_and_words(suspect.lead.document)
    return replace(suspect, names=names.union(map(reduce, suspect.lead.resources)), words=words)


def caller_of(event: Event) -> str:
    """Say who a call counts for: the role behind a workload's many sessions, else the caller itself."""
    return event.identity.issuer_arn or event.identity.arn or event.identity.name


def _grouped(calls: Iterable[Call]) -> list[list[Call]]:
    groups: dict[tuple[str, str, str], list[Call]] = {}
    for call in calls:
        groups.setdefault((caller_of(call.event), call.event.short_name, call.event.error_code), []).append(call)
    return list(groups.values())


def _burst(scene: Scene, group: Sequence[Call]) -> Suspect | None:
    """Find a burst: the calls from a little before the move on, against the caller's rate before that."""
    edge = scene.moved_at - max(2 * scene.slack, timedelta(minutes=10))
    recent = [call for call in group if call.event.occurred_at >= edge]
    if len(recent) < FEWEST_IN_BURST:
        return None
    is_read = recent[0].event.kind is CallKind.READ
    if is_read and scene.symptom not in _BY_READS:
        return None
    start = min(call.event.occurred_at for call in scene.question.calls)
    before = max((edge - start).total_seconds(), 600.0)
    span = max((recent[-1].event.occurred_at - recent[0].event.occurred_at).total_seconds(), 60.0)
    usual = (len(group) - len(recent)) / before * span
    return Suspect(tuple(recent), is_burst=True, usual=usual) if len(recent) >= BURST_FACTOR * max(usual, 0.5) else None

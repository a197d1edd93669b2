"""One change is often several calls: fold what one caller did to one resource in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from trailhound.engine.correlation.suspects import Suspect
from trailhound.engine.correlation.weigh import Weighed, in_words
from trailhound.model.answer import Reason

IN_ONE_GO = timedelta(minutes=5)
"""Calls of one caller on one resource that follow each other faster than this belong together."""


def fold(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Fold calls that belong together into the one with the highest score.

    Folded are calls of the same caller, tied to the subject by the same resource, with points of the same sign. Matches
    of a metric filter and bursts are folded already.
    """
    groups: dict[tuple[str, str, bool], list[Weighed]] = {}
    alone = []
    for one in sorted(weighed, key=lambda w: (w.suspect.event.occurred_at, w.suspect.event.event_id)):
        if one.suspect.is_match or one.suspect.is_burst or not one.is_linked or not one.resource:
            alone.append(one)
        else:
            identity = one.suspect.event.identity
            groups.setdefault((identity.arn or identity.name, one.resource, one.score > 0), []).append(one)
    for group in groups.values():
        alone.extend(_joined(run) for run in _runs(group))
    return alone


def _runs(group: Sequence[Weighed]) -> list[list[Weighed]]:
    runs: list[list[Weighed]] = []
    for one in group:
        is_near = runs and one.suspect.event.occurred_at - runs[-1][-1].suspect.event.occurred_at <= IN_ONE_GO
        if is_near:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _joined(run: Sequence[Weighed]) -> Weighed:
    best = max(run, key=lambda one: (one.score, one.suspect.event.occurred_at, one.suspect.event.event_id))
    if len(run) == 1:
        return best
    others = [one for one in run if one is not best]
    calls = (best.suspect.lead, *(one.suspect.lead for one in others))
    names = ", ".join(dict.fromkeys(one.suspect.event.short_name for one in run))
    span = run[-1].suspect.event.occurred_at - run[0].suspect.event.occurred_at
    ids = tuple(one.suspect.event.event_id for one in run)
    words = Reason(0.0, f"one of {len(run)} calls in {in_words(span)} that belong together: {names}", ids, "session")
    return replace(best, suspect=Suspect(calls), because=(*best.because, words))

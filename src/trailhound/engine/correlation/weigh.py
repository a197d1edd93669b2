"""Weigh one suspect: every point for or against it is one line of "because", with what proves it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from trailhound.engine.correlation.deeds import Deed, Does, deed_of
from trailhound.engine.correlation.scene import Scene
from trailhound.engine.correlation.surroundings import Surroundings
from trailhound.engine.correlation.suspects import Suspect, opened
from trailhound.engine.correlation.symptoms import Symptom, weight
from trailhound.engine.correlation.tables import link_table, service_of
from trailhound.engine.correlation.ties import LOOSE, nearest, sets_the_alarm, tie
from trailhound.model.answer import Reason
from trailhound.model.event import Event
from trailhound.model.identity import ActorClass

HALF_LIFE = timedelta(minutes=15)
LONG_LAG = timedelta(minutes=60)
USUAL_LAG = {
    Does.CODE: timedelta(minutes=20),
    Does.DESTRUCTIVE: timedelta(minutes=20),
    Does.RESTRICTIVE: timedelta(minutes=30),
    Does.COMMAND: timedelta(minutes=30),
}
"""How long a call may take to show. Longer for what needs somebody else to act first: scaling, an open door, a bill."""

_BREAK_GLASS = re.compile(r"break.?glass|emergency|^root$", re.IGNORECASE)
_SERVICE_ROLE = re.compile(r"AWSServiceRoleFor")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A suspect with its reasons. ``is_linked`` says that something ties it to what moved, by way of ``resource``."""

    suspect: Suspect
    deed: Deed
    because: tuple[Reason, ...]
    is_linked: bool
    resource: str = ""

    @property
    def score(self) -> float:
        """The sum of the points."""
        return round(sum(reason.points for reason in self.because), 3)


Term = Callable[[Scene, Surroundings, Suspect, Deed, bool], Reason | None]


def weigh(scene: Scene, around: Surroundings, suspect: Suspect) -> Weighed:
    """Give a suspect its reasons, the heaviest first."""
    suspect = opened(suspect)
    deed = deed_of(suspect.lead, scene.question.graph.settings, scene.question.as_of)
    if sets_the_alarm(scene, suspect):
        deed = Deed(Does.CONFIG, "monitoring", "sets this very alarm")
    link = tie(scene, around, suspect, deed)
    is_linked = link.points > LOOSE
    found = [link, *(term(scene, around, suspect, deed, is_linked) for term in _TERMS)]
    reasons = [reason for reason in found if reason is not None]
    because = tuple(sorted(reasons, key=lambda r: (-abs(r.points), r.text)))
    return Weighed(suspect, deed, because, is_linked, nearest(scene, around, suspect))


# --- what it does -----------------------------------------------------------------------------------------------------
def _action(scene: Scene, _around: Surroundings, suspect: Suspect, deed: Deed, is_linked: bool) -> Reason | None:
    if scene.is_counted:
        return None
    points = weight(deed.does, scene.symptom)
    if suspect.is_burst and points < 1.0:
        points = 1.0
    if not is_linked:
        points = min(points, 0.5)
    if deed.does in (Does.NEUTRAL, Does.READ):
        words = deed.words
    elif points > 0:
        words = f"{deed.words}, which can be why {scene.symptom.value}"
    else:
        words = f"{deed.words}, which is no reason why {scene.symptom.value}"
    return Reason(points, words, (*suspect.event_ids[:1], *deed.proof), "request")


def _known_effect(scene: Scene, _around: Surroundings, suspect: Suspect, deed: Deed, _linked: bool) -> Reason | None:
    metric, event = scene.metric, suspect.event
    if metric is None or deed.does in (Does.NEUTRAL, Does.READ) or weight(deed.does, scene.symptom) < 0:
        return None
    for dimension, _ in metric.dimensions:
        known = link_table().effect(metric.namespace, dimension, service_of(event.source), event.short_name)
        if known is not None and metric.name in known.metrics:
            words = f"{event.short_name} is known to move {metric.name}: {known.effect}"
            return Reason(0.5, words, suspect.event_ids[:1], "table")
    return None


def _log_sign(scene: Scene, around: Surroundings, suspect: Suspect, deed: Deed, is_linked: bool) -> Reason | None:
    complaint = around.complaint
    if scene.is_counted or not is_linked or deed.does in (Does.NEUTRAL, Does.READ) or complaint.since is None:
        return None
    if suspect.event.occurred_at > complaint.since + scene.period:
        return None
    if weight(deed.does, scene.symptom) < 0:
        return None
    names = suspect.names
    for sign, count in complaint.signs:
        if deed.area not in sign.areas and deed.does not in sign.does:
            continue
        if deed.area == "permission" and complaint.roles and not names & (complaint.roles | complaint.names):
            words = f"the error log says that {min(complaint.roles)} is refused, which this call does not name"
            return Reason(-2.0, words, suspect.event_ids[:1], "logs")
        words = f"the error log says that {sign.words} ({count} lines since {complaint.since:%H:%M})"
        return Reason(2.0, words, suspect.event_ids[:1], "logs")
    if not complaint.signs:
        return None
    words = f"the error log says that {complaint.signs[0][0].words}, which is not what such a call brings about"
    return Reason(-1.0, words, suspect.event_ids[:1], "logs")


# --- when -------------------------------------------------------------------------------------------------------------
def _time(scene: Scene, _around: Surroundings, suspect: Suspect, deed: Deed, _linked: bool) -> Reason | None:
    gap = scene.moved_at - suspect.event.occurred_at
    what = "the step" if scene.change is not None else "the first period counted" if scene.is_counted else "it"
    if gap < -(scene.slack + scene.period):
        words = f"{in_words(-gap)} after {what} at {scene.moved_at:%H:%M}: too late to be the cause"
        return Reason(-3.0, words, suspect.event_ids[:1], "time")
    if gap < timedelta(0):
        return Reason(0.5, f"within the minute or so of {what} at {scene.moved_at:%H:%M}", suspect.event_ids[:1], "time")
    words = f"{in_words(gap)} before {what} at {scene.moved_at:%H:%M}"
    lag = USUAL_LAG.get(deed.does, LONG_LAG)
    if gap > lag and scene.symptom is not Symptom.COST:
        points = -round(min(3.0, 1.5 * math.log2(gap / lag)), 2)
        return Reason(points, f"{words}: later than such calls usually show", suspect.event_ids[:1], "time")
    return Reason(round(0.5 ** (gap / HALF_LIFE), 2), words, suspect.event_ids[:1], "time")


def in_words(gap: timedelta) -> str:
    """Give a stretch of time in two units: "2 min 8 s", "1 h 4 min"."""
    seconds = round(gap.total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    minutes, seconds = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


# --- who --------------------------------------------------------------------------------------------------------------
def _rarity(scene: Scene, _around: Surroundings, suspect: Suspect, deed: Deed, _linked: bool) -> Reason | None:
    event = suspect.event
    if deed.does is Does.NEUTRAL or not scene.question.history:
        return None
    count = scene.question.history.get((event.identity.name, event.name), 0)
    points = round(max(0.0, 1.0 - math.log1p(count) / math.log1p(20)), 2)
    if points <= 0:
        return None
    who = event.identity.name or "this caller"
    words = f"first time {who} makes this call" if count == 0 else f"{who} made this call {count} times before"
    return Reason(points, words, suspect.event_ids[:1], "history")


def _address(scene: Scene, _around: Surroundings, suspect: Suspect, _deed: Deed, _linked: bool) -> Reason | None:
    event = suspect.event
    usual = scene.question.addresses.get(event.identity.name)
    if event.identity.actor is ActorClass.CI:  # runners come from another address every time
        return None
    if not usual or not event.address or event.address in usual or event.address.endswith(".amazonaws.com"):
        return None
    return Reason(0.5, f"{event.identity.name} was not seen at {event.address} before", suspect.event_ids[:1], "address")


def _actor(_scene: Scene, _around: Surroundings, suspect: Suspect, _deed: Deed, _linked: bool) -> Reason | None:
    event = suspect.event
    if is_service(event) and not suspect.is_match:
        return Reason(-3.5, f"an AWS service ({event.identity.name}) reacting", suspect.event_ids[:1], "identity")
    if event.identity.actor is ActorClass.EXTERNAL and event.kind.value == "read":
        return Reason(-1.0, "a vendor that looks at everything", suspect.event_ids[:1], "identity")
    if _BREAK_GLASS.search(event.identity.role or event.identity.name):
        return Reason(
            0.5, f"an emergency identity: {event.identity.role or event.identity.name}", suspect.event_ids[:1], "identity"
        )
    return None


def is_service(event: Event) -> bool:
    """Say whether AWS itself made the call: a service, or a service-linked role."""
    identity = event.identity
    is_own = identity.type == "AWSService" or bool(_SERVICE_ROLE.search(identity.role))
    # A service that acts with the caller's credentials (CloudFormation for a person) carries out what that caller wants.
    return is_own or (bool(identity.invoked_by) and identity.actor is ActorClass.AWS)


# --- how often, and what else could explain it -----------------------------------------------------------------------
def _burst(_scene: Scene, _around: Surroundings, suspect: Suspect, _deed: Deed, _linked: bool) -> Reason | None:
    if not suspect.is_burst:
        return None
    span = suspect.calls[-1].event.occurred_at - suspect.event.occurred_at
    usual = "none before" if suspect.usual < 0.5 else f"about {suspect.usual:.0f} would be usual"
    return Reason(1.5, f"{len(suspect.calls)} such calls in {in_words(span)}, {usual}", suspect.event_ids, "rate")


def _elsewhere(scene: Scene, around: Surroundings, suspect: Suspect, deed: Deed, _linked: bool) -> Reason | None:
    if scene.is_counted or not around.against or sets_the_alarm(scene, suspect):
        return None
    strongest = max(around.against, key=lambda reason: (reason.points, reason.text))
    if deed.does is Does.PERMISSIVE and scene.symptom in (Symptom.FLOOD, Symptom.EGRESS):
        return None
    return Reason(-strongest.points, f"explained without it: {strongest.text}", (), strongest.source)


_TERMS: tuple[Term, ...] = (_action, _known_effect, _log_sign, _time, _rarity, _address, _actor, _burst, _elsewhere)

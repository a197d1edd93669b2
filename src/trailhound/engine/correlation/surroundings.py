"""What else moved: traffic that rose first, sisters that moved too, and what error logs complain about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from trailhound.engine.correlation.change_point import ChangePoint, Direction, change_point
from trailhound.engine.correlation.names import reduce
from trailhound.engine.correlation.question import known
from trailhound.engine.correlation.scene import Scene
from trailhound.engine.correlation.symptoms import Symptom, symptom_of
from trailhound.engine.correlation.tables import Sign, call_table
from trailhound.model.answer import Reason
from trailhound.model.metric import Metric, Series

CLEARLY, LIKELY = 4.5, 3.0
"""Points for an explanation that leaves little room for a call, and for one that leaves some."""

TRAFFIC_GROWTH = 1.5
"""Traffic counts as risen from so many times its level before on."""

_ERROR = re.compile(r"\b(?:ERROR|FATAL|CRITICAL|SEVERE|Exception|Traceback)\b|\"level\": ?\"(?:error|fatal)\"", re.IGNORECASE)
_HOST = re.compile(r"https?://([\w.-]+)")
_UPSTREAM = re.compile(r"\b(?:upstream|third.party|partner|external)\b", re.IGNORECASE)
_ROLE = re.compile(r":(?:assumed-role|role)/([\w+=,.@-]+)")
_WORD = re.compile(r"[A-Za-z0-9][\w./:@+=-]{2,255}")
_HARDWARE = re.compile(r"StatusCheckFailed_(?:System|AttachedEBS)$")
_LOADED = frozenset({Symptom.SLOW, Symptom.BUSY, Symptom.FAILING, Symptom.STARVED, Symptom.FLOOD, Symptom.EGRESS})
_MOST_LINES = 5000


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the error logs say around the move: signs with how many lines bear them, and the names they mention.

    ``roles`` are those that were refused something.
    """

    signs: tuple[tuple[Sign, int], ...]
    names: frozenset[str]
    roles: frozenset[str]
    since: datetime | None
    lines: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What speaks for or against any call at all.

    ``against`` are reasons why no call is needed, with positive points; ``ruled_out`` are explanations that were looked
    at and dropped.
    """

    complaint: Complaint
    against: tuple[Reason, ...]
    ruled_out: tuple[Reason, ...]


def look_around(scene: Scene) -> Surroundings:
    """Look at the other series and the logs."""
    complaint, outside = _read_logs(scene)
    findings = [_traffic(scene), _sisters(scene), _hardware(scene), outside, _unmoved(scene)]
    against = tuple(reason for reason in findings if reason is not None and reason.points > 0)
    ruled_out = tuple(reason for reason in findings if reason is not None and reason.points <= 0)
    return Surroundings(complaint, against, ruled_out)


def _unmoved(scene: Scene) -> Reason | None:
    if scene.question.series is None or scene.change is not None or scene.is_counted:
        return None
    return Reason(LIKELY, "the metric shows no clear step: it moved inside its usual band", (), "metric")


def _hardware(scene: Scene) -> Reason | None:
    if scene.metric is None or not _HARDWARE.search(scene.metric.name):
        return None
    return Reason(CLEARLY, "system status checks watch AWS's own hardware, which no call changes", (), "metric")


def _traffic(scene: Scene) -> Reason | None:
    """Find traffic of the same service that rose before the subject, or with it."""
    if scene.symptom not in _LOADED or scene.change is None:
        return None
    related = [peer for peer in scene.question.peers if _is_traffic(peer.metric) and _is_related(scene, peer.metric)]
    if not related:
        return None
    for peer in related:
        change = _change_of(scene, peer)
        if change is None or change.direction is not Direction.UP or change.at > scene.moved_at + scene.slack:
            continue
        if change.at < scene.moved_at - timedelta(hours=1) or change.after < TRAFFIC_GROWTH * max(change.before, 1e-9):
            continue
        words = f"{_label(peer.metric)} rose first: {_plain(change.before)} to {_plain(change.after)} at {change.at:%H:%M}"
        is_clear = change.at < scene.moved_at and change.after >= 2 * TRAFFIC_GROWTH * change.before
        return Reason(CLEARLY if is_clear else LIKELY, words, (), "metric")
    return Reason(0.0, f"traffic: {_label(related[0].metric)} did not rise before", (), "metric")


def _sisters(scene: Scene) -> Reason | None:
    """Find the same metric of other resources moving the same way at the same time."""
    metric, change = scene.metric, scene.change
    if metric is None or change is None or not metric.dimensions:
        return None
    sisters = [p for p in scene.question.peers if _is_sister(metric, p.metric)]
    moved = [peer for peer in sisters if _moved_along(scene, peer)]
    if len(sisters) < 2:
        return None
    if len(moved) * 3 < len(sisters) * 2:
        words = f"everywhere at once: {len(moved)} of {len(sisters)} other resources with a {metric.name} moved too"
        return Reason(0.0, words, (), "metric")
    return Reason(LIKELY, f"{len(moved)} of {len(sisters)} other resources' {metric.name} moved too: look outside", (), "metric")


def _moved_along(scene: Scene, peer: Series) -> bool:
    change = _change_of(scene, peer)
    if change is None or scene.change is None or change.direction is not scene.change.direction:
        return False
    return abs(change.at - scene.change.at) <= max(scene.slack, 2 * peer.metric.period)


def _change_of(scene: Scene, peer: Series) -> ChangePoint | None:
    return change_point(known(peer, scene.question.as_of), scene.moved_at + 2 * scene.period)


def _is_sister(metric: Metric, other: Metric) -> bool:
    is_alike = (other.namespace, other.name) == (metric.namespace, metric.name)
    names = [name for name, _ in metric.dimensions]
    return is_alike and other.dimensions != metric.dimensions and [name for name, _ in other.dimensions] == names


def _is_traffic(metric: Metric) -> bool:
    return symptom_of(metric, Direction.UP) is Symptom.FLOOD


def _is_related(scene: Scene, metric: Metric) -> bool:
    """Say whether another series is of the subject's own service, and not the subject itself."""
    if scene.metric is None or (metric.name, metric.dimensions) == (scene.metric.name, scene.metric.dimensions):
        return False
    return any(reduce(value) in scene.paths for _, value in metric.dimensions)


def _label(metric: Metric) -> str:
    return f"{metric.name} of {metric.subject}"


def _read_logs(scene: Scene) -> tuple[Complaint, Reason | None]:
    """Collect the error lines from just before the move on, and what they say."""
    start = scene.moved_at - max(2 * scene.slack, 2 * scene.period)
    lines = [(at, text) for at, _, text in scene.question.logs if start <= at <= scene.question.as_of and _ERROR.search(text)]
    lines = sorted(lines)[:_MOST_LINES]
    before = sum(1 for at, _, text in scene.question.logs if start - timedelta(hours=1) <= at < start and _ERROR.search(text))
    if len(lines) <= before or not lines:
        return Complaint((), frozenset(), frozenset(), None, 0), None
    texts = [text for _, text in lines]
    signs = tuple((sign, count) for sign in call_table().signs if (count := _bearing(sign, texts)) * 5 >= len(texts))
    complaint = Complaint(signs, _mentioned(texts), frozenset(_ROLE.findall("\n".join(set(texts)))), lines[0][0], len(lines))
    # An outside host that can't be reached says something about our network, not about the host.
    is_cut_off = any("network" in sign.areas and count * 2 >= len(texts) for sign, count in signs)
    return complaint, None if is_cut_off else _outside(texts, lines[0][0])


def _outside(texts: Sequence[str], since: datetime) -> Reason | None:
    """Find complaints about a host that is not AWS's."""
    hosts = [host for text in texts for host in _HOST.findall(text) if not host.endswith((".amazonaws.com", ".aws.dev"))]
    bearing = sum(1 for text in texts if _HOST.search(text) or _UPSTREAM.search(text))
    if not hosts or bearing * 2 < len(texts):
        return None
    host = max(sorted(set(hosts)), key=hosts.count)
    words = f"the error log blames {host}, outside this account, in {bearing} of {len(texts)} lines since {since:%H:%M}"
    return Reason(CLEARLY if bearing * 5 >= len(texts) * 4 else LIKELY, words, (), "logs")


def _bearing(sign: Sign, texts: Iterable[str]) -> int:
    return sum(any(word in lowered for word in sign.any) for lowered in (text.lower() for text in texts))


def _mentioned(texts: Iterable[str]) -> frozenset[str]:
    names = set()
    for text in set(texts):
        for word in _WORD.findall(text[:2000]):
            names.add(reduce(word.rstrip(".:,")))
            if word.startswith("arn:") and "/" in word:
                names.update(word.split(":", 5)[-1].split("/"))
    return frozenset(names)


def _plain(value: float) -> str:
    """Write a value as people do: four digits that count, never a power of ten for what is large."""
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"

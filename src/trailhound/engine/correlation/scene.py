"""What the whole question looks like, worked out once: what moved, when, how, and what lies near it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from trailhound.engine.correlation.change_point import ChangePoint, Direction
from trailhound.engine.correlation.filter_match import FilterNotUnderstood, Matcher, compile_pattern
from trailhound.engine.correlation.graph import Path
from trailhound.engine.correlation.names import spellings
from trailhound.engine.correlation.question import Question, alarm_window
from trailhound.engine.correlation.symptoms import Symptom, symptom_of
from trailhound.model.metric import Metric

MAX_HOPS = 3
_CONTAINERS = frozenset({"ClusterName", "ClientId", "FilterId", "Stage", "WorkGroup"})
_NO_RESOURCES = frozenset(
    {"Currency", "LinkedAccount", "AvailabilityZone", "Region", "Class", "Type", "Service", "Role", "StorageType", "Protocol",
     "Namespace", "EngineName", "ImageId", "OperationType"}
)  # fmt: skip
_GENERIC = frozenset(
    {"prod", "production", "staging", "test", "main", "default", "public", "private", "internal", "service", "cluster", "data",
     "targetgroup", "loadbalancer", "function", "table", "queue", "worker", "server", "backend", "frontend", "global"}
)  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """Everything that is the same for all suspects.

    ``moved_at`` is the change point, or the best guess without one; ``slack`` is how far off it may be. ``targets`` are
    the names that the dimensions give, ``containers`` those of what only holds the resource (its cluster), and ``parts``
    the telling name parts ("orders" of "orders-db").
    """

    question: Question
    metric: Metric | None
    change: ChangePoint | None
    symptom: Symptom
    direction: Direction
    moved_at: datetime
    slack: timedelta
    period: timedelta
    targets: frozenset[str]
    containers: frozenset[str]
    parts: frozenset[str]
    paths: Mapping[str, Path]
    matchers: tuple[Matcher, ...]
    unread_filters: tuple[str, ...]

    @property
    def is_counted(self) -> bool:
        """Say whether the metric counts records that match a filter pattern, so that those are the answer."""
        return bool(self.matchers)


def survey(question: Question) -> Scene:
    """Work out what moved, when and how, and which resources lie near it."""
    metric, change = question.metric, question.change
    period, window = alarm_window(question.series, question.alarm)
    direction = _direction(question, change)
    targets, containers = _measured(metric)
    matchers, unread = _filters(question, metric)
    return Scene(
        question=question,
        metric=metric,
        change=change,
        symptom=symptom_of(metric, direction) if metric else Symptom.OTHER,
        direction=direction,
        moved_at=change.at if change is not None else question.subject.at - window,
        slack=max(period, change.spread) if change is not None else window,
        period=period,
        targets=targets,
        containers=containers,
        parts=frozenset(part for name in targets for part in name_parts(name)),
        paths=question.graph.reach(targets, question.as_of, MAX_HOPS),
        matchers=matchers,
        unread_filters=unread,
    )


def _measured(metric: Metric | None) -> tuple[frozenset[str], frozenset[str]]:
    """Give the names of what is measured, and of what only contains it."""
    if metric is None:
        return frozenset(), frozenset()
    own = [(name, value) for name, value in metric.dimensions if name not in _NO_RESOURCES]
    inner = [(name, value) for name, value in own if name not in _CONTAINERS]
    outer = own if not inner else [pair for pair in own if pair not in inner]
    named = inner or outer
    containers = frozenset(name for _, value in outer for name in spellings(value)) if inner else frozenset()
    return frozenset(name for _, value in named for name in spellings(value)), containers


def name_parts(name: str) -> frozenset[str]:
    """Give the parts of a name that tell a service from others: four letters or more, not words everybody uses."""
    parts = re.split(r"[^A-Za-z]+", name.lower())
    return frozenset(part for part in parts if len(part) >= 4 and part not in _GENERIC)


def _direction(question: Question, change: ChangePoint | None) -> Direction:
    comparison = question.alarm.comparison if question.alarm is not None else ""
    if comparison.startswith("Less"):
        return Direction.DOWN
    if comparison.startswith("Greater"):
        return Direction.UP
    return change.direction if change is not None else Direction.UP


def _filters(question: Question, metric: Metric | None) -> tuple[tuple[Matcher, ...], tuple[str, ...]]:
    """Compile the patterns of the filters that feed the metric; give those that can't be read by name."""
    matchers, unread = [], []
    for found in question.filters:
        if metric is None or (metric.namespace, metric.name) not in found.metrics:
            continue
        try:
            matchers.append(compile_pattern(found.pattern))
        except FilterNotUnderstood:
            unread.append(found.name)
    return tuple(matchers), tuple(unread)

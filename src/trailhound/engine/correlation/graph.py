"""Which resource hangs on which, learned from calls that name several at once and from configuration items."""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.names import reduce, resource_names
from trailhound.engine.correlation.settings import Setting, Settings, settings_of
from trailhound.model.event import CallKind, Event
from trailhound.model.observation import ConfigItem

MOST_NEIGHBOURS = 40
"""A resource with more neighbours than this (a shared bucket, a common policy) is a hub: paths end there, never pass."""

MOST_NAMES = 12
"""A call that names more resources than this (a mass deletion) says little about how they hang together."""

_LOOSE = re.compile(
    r"(?:Tag|Untag|CreateTags|DeleteTags|AddTags|RemoveTags|CreateOrUpdateTags|AssumeRole|Get|List|Describe|Lookup)"
)
_SHARED = re.compile(r"(?:subnet|sg|acl|rtb|nat|igw|vpce|tgw)-|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|mrk-")
_INSTANCE = re.compile(r"i-[0-9a-f]{8,17}$")


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Two resources that belong together. ``source`` says what told us: the id of an event, or the name of a file.

    An edge from a resource to itself only carries ``settings``: amounts that a call set on it.
    """

    one: str
    other: str
    observed_at: datetime
    source: str
    told_by: str = ""
    settings: tuple[Setting, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Path:
    """A way from a resource that a call names to the one that is measured: its names, and the edges between them."""

    names: tuple[str, ...]
    edges: tuple[Edge, ...]

    @property
    def hops(self) -> int:
        """How many edges the way has; 0 if the call names what is measured."""
        return len(self.edges)

    @property
    def is_sibling(self) -> bool:
        """Say whether both ends only share a subnet, security group or key: a change of one does not reach the other."""
        inner = [bool(_SHARED.match(name)) for name in self.names[1:-1]]
        return not _SHARED.match(self.names[0]) and sum(inner) == 1


@dataclass(frozen=True)
class Graph:
    """Resources, what connects them, and the amounts set on them.

    Built once, read at any moment: every edge and every setting knows when it became known.
    """

    _edges: Mapping[str, Mapping[str, Edge]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)

    @classmethod
    def of(cls, edges: Iterable[Edge]) -> Graph:
        """Build a graph; of several edges between the same two resources the earliest known is kept."""
        found: dict[str, dict[str, Edge]] = {}
        settings: list[Setting] = []
        for edge in edges:
            settings.extend(edge.settings)
            if edge.one == edge.other:
                continue
            for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
                known = found.setdefault(one, {})
                known[other] = min(known.get(other, edge), edge, key=lambda e: (e.observed_at, e))
        return cls(found, Settings.of(settings))

    def __len__(self) -> int:
        """How many resources it knows."""
        return len(self._edges)

    def reach(self, targets: Iterable[str], as_of: datetime, max_hops: int = 3) -> dict[str, Path]:
        """Give the shortest path to the nearest target for every resource within so many hops.

        Paths are read from the resource to the target. Hubs are reached but not passed.
        """
        paths = {name: Path((name,), ()) for name in sorted(set(targets))}
        queue = deque(paths)
        while queue:
            name = queue.popleft()
            path = paths[name]
            if path.hops == max_hops:
                continue
            neighbours = {n: e for n, e in self._edges.get(name, {}).items() if e.observed_at <= as_of}
            if len(neighbours) > MOST_NEIGHBOURS and path.hops > 0:
                continue
            for neighbour in sorted(neighbours):
                if neighbour not in paths:
                    paths[neighbour] = Path((neighbour, *path.names), (neighbours[neighbour], *path.edges))
                    queue.append(neighbour)
        return paths

    def path(self, from_names: Iterable[str], to_name: str, as_of: datetime, max_hops: int = 3) -> Path | None:
        """Give the shortest way from any of the names to one resource, with what was known by then; None if none."""
        paths = self.reach((to_name,), as_of, max_hops)
        found = [paths[name] for name in from_names if name in paths]
        return min(found, key=lambda path: (path.hops, path.names), default=None)


def is_telling(event: Event) -> bool:
    """Say whether :func:`learn` could learn from a call, so that the others' records need not be opened."""
    if event.error_code:
        return False
    return _is_workload(event) or (event.kind is not CallKind.READ and not _LOOSE.match(event.name))


def learn(call: Call) -> list[Edge]:
    """Give the edges that one successful call tells of.

    A call that creates, attaches or changes names the resources that belong together. A workload's own call (a role
    session named after an instance or a function) tells which role it runs as and what that role uses.
    """
    event = call.event
    if not is_telling(event):
        return []
    names = sorted(resource_names(call.document))
    pairs: set[tuple[str, str]] = set()
    if event.kind is not CallKind.READ and not _LOOSE.match(event.name) and len(names) <= MOST_NAMES:
        pairs.update(itertools.combinations(names, 2))
    if _is_workload(event):
        role, session = event.identity.role, event.identity.session_name
        # Agents on instances report about instances all the time; only other things are used.
        pairs.update((role, name) for name in names[:MOST_NAMES] if name != role and not _INSTANCE.match(name))
        pairs.add((role, session))
    told_by = f"{event.short_name} of {event.occurred_at:%d %b}"
    edges = [Edge(one, other, event.observed_at, event.event_id, told_by) for one, other in sorted(pairs) if one != other]
    by_resource: dict[str, list[Setting]] = {}
    for setting in settings_of(call):
        by_resource.setdefault(setting.resource, []).append(setting)
    edges.extend(Edge(n, n, event.observed_at, event.event_id, told_by, tuple(found)) for n, found in by_resource.items())
    return edges


def learn_item(item: ConfigItem, observed_at: datetime) -> list[Edge]:
    """Give the edges that a configuration item tells of; VPCs and accounts are left out, everything hangs on them."""
    name = reduce(item.arn) if item.arn.startswith("arn:aws:elasticloadbalancing") else item.name or item.resource_id
    own = {reduce(text) for text in (item.arn, item.resource_id, item.name) if text}
    edges = [Edge(name, other, observed_at, item.origin.path, "AWS Config") for other in sorted(own - {name})]
    for kind, identifier, _ in item.related:
        other = reduce(identifier)
        if other and kind != "AWS::EC2::VPC" and not other.startswith("vpc-") and other != name:
            edges.append(Edge(name, other, observed_at, item.origin.path, "AWS Config"))
    return edges


def _is_workload(event: Event) -> bool:
    """Say whether a role session bears the name AWS gives it: of its instance, or of its Lambda function."""
    identity = event.identity
    if not identity.role or not identity.session_name:
        return False
    is_function = "lambda" in event.agent.lower() and identity.session_name != identity.role
    return bool(_INSTANCE.match(identity.session_name)) or is_function

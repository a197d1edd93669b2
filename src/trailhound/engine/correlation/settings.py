"""Amounts that calls set, remembered so that the next one can be told as more or less."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.names import reduce, resource_names
from trailhound.engine.correlation.tables import call_table
from trailhound.model.event import CallKind

_MAX_DEPTH = 6


@dataclass(frozen=True, slots=True, order=True)
class Setting:
    """One amount that a call set on a resource. ``event_id`` proves it."""

    resource: str
    member: str
    occurred_at: datetime
    value: float
    observed_at: datetime
    event_id: str


@dataclass(frozen=True)
class Settings:
    """What was set when, as far as calls tell."""

    _by_key: Mapping[tuple[str, str], tuple[Setting, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Iterable[Setting]) -> Settings:
        """Collect settings; their order does not matter."""
        found: dict[tuple[str, str], set[Setting]] = {}
        for setting in settings:
            found.setdefault((setting.resource, setting.member), set()).add(setting)
        return cls({key: tuple(sorted(values)) for key, values in found.items()})

    def before(self, resource: str, member: str, moment: datetime, as_of: datetime) -> Setting | None:
        """Give what was in force just before a moment, as far as it was known by then; None if nothing is known."""
        known = [s for s in self._by_key.get((resource, member), ()) if s.observed_at <= as_of]
        index = bisect_left([s.occurred_at for s in known], moment)
        return known[index - 1] if index else None


def settings_of(call: Call) -> list[Setting]:
    """Give the amounts that one successful call sets, for every resource that its request names."""
    event = call.event
    if event.error_code or event.kind is CallKind.READ:
        return []
    values = list(amounts_of(call.request))
    if not values:
        return []
    names = subjects_of(call)
    return [
        Setting(name, member, event.occurred_at, value, event.observed_at, event.event_id)
        for name in sorted(names)
        for member, value in values
    ]


def subjects_of(call: Call) -> frozenset[str]:
    """Give the resources that the request names."""
    return resource_names({"requestParameters": call.request})


def amounts_of(request: Any, depth: int = 0) -> Iterator[tuple[str, float]]:  # noqa: ANN401 - any JSON
    """Find the members of a request that say how much of something there is; sizes of machine types as a rank."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(request, list):
        for inner in request:
            yield from amounts_of(inner, depth + 1)
        return
    if not isinstance(request, Mapping):
        return
    yield from _patched(request)
    for name, value in request.items():
        kind = _members().get(str(name).lower())
        if kind is None:
            yield from amounts_of(value, depth + 1)
        elif kind == "size":
            rank = size_rank(value)
            if rank is not None:
                yield str(name), rank
        else:
            number = _number(value)
            if number is not None:
                yield str(name), number


def size_rank(text: object) -> float | None:
    """Give the rank of the size in a machine type ("db.r6g.large"); None for a text without one."""
    order = call_table().amounts["size_order"]
    last = str(text).rsplit(".", 1)[-1]
    return float(order.index(last)) if last in order else None


def name_of_subject(names: Iterable[str]) -> str:
    """Choose the one of several names that a sentence should use."""
    return min((reduce(name) for name in names), key=lambda name: (len(name), name), default="")


def _patched(request: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Read API Gateway's patch operations, whose path ends in the name of what is set."""
    path, value = request.get("path"), _number(request.get("value"))
    last = str(path).rsplit("/", 1)[-1]
    if isinstance(path, str) and value is not None and last.lower() in _members():
        yield last, value


@lru_cache(maxsize=1)
def _members() -> Mapping[str, str]:
    amounts = call_table().amounts
    named = {name.lower(): "amount" for name in [*amounts["members"], *amounts["changes"]]}
    return {**named, **{name.lower(): "size" for name in amounts["sizes"]}}


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    return float(value) if isinstance(value, str) and re.fullmatch(r"-?\d{1,12}(\.\d+)?", value) else None

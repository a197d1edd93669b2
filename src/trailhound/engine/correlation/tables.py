"""The tables that ship with the engine: what calls do, and which resource a metric measures."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache
from importlib.resources import files
from typing import Any

from trailhound.model.event import short_call_name

_PACKAGE = "trailhound.engine.correlation"


@dataclass(frozen=True, slots=True)
class CallEntry:
    """One row of the table of calls, see ``calls.toml``."""

    services: frozenset[str]
    names: re.Pattern[str]
    does: str
    area: str
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """What an error log complains about, and the calls that could be behind it."""

    words: str
    any: tuple[str, ...]
    areas: frozenset[str]
    does: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What a call is known to do to the metrics of a dimension."""

    metrics: frozenset[str]
    effect: str


@dataclass(frozen=True, slots=True)
class CallTable:
    """What calls do, and how their request is read."""

    entries: tuple[CallEntry, ...]
    signs: tuple[Sign, ...]
    amounts: Mapping[str, Any]
    harmless: Mapping[str, Any]

    def find(self, service: str, name: str) -> CallEntry | None:
        """Give the first entry that fits a call; None if no entry does."""
        return next((e for e in self.entries if ("*" in e.services or service in e.services) and e.names.match(name)), None)


@dataclass(frozen=True, slots=True)
class LinkTable:
    """Which calls change which metrics. Calls are keyed as ``service:Name`` without API versions."""

    known: Mapping[tuple[str, str, str], Known]
    sources: Mapping[str, frozenset[str]]

    def effect(self, namespace: str, dimension: str, service: str, name: str) -> Known | None:
        """Say what a call is known to do to the metrics of a dimension."""
        return self.known.get((namespace, dimension, f"{service}:{name}"))


@lru_cache(maxsize=1)
def call_table() -> CallTable:
    """Load the table of calls; once."""
    table = tomllib.loads(files(_PACKAGE).joinpath("calls.toml").read_text(encoding="utf-8"))
    entries = tuple(
        CallEntry(
            services=frozenset(row["services"]),
            names=re.compile("|".join(translate(name) for name in row["calls"])),
            does=row["does"],
            area=row["area"],
            words=row["words"],
        )
        for row in table["call"]
    )
    signs = tuple(
        Sign(row["words"], tuple(w.lower() for w in row["any"]), frozenset(row["areas"]), frozenset(row.get("does", ())))
        for row in table["sign"]
    )
    return CallTable(entries, signs, table["amounts"], table["harmless"])


@lru_cache(maxsize=1)
def link_table() -> LinkTable:
    """Load the table of resource links; once."""
    table = json.loads(files(_PACKAGE).joinpath("resource_links.json").read_text(encoding="utf-8"))
    known: dict[tuple[str, str, str], Known] = {}
    sources: dict[str, set[str]] = {}
    for link in table["metric_links"]:
        if link["event_source"]:
            sources.setdefault(link["namespace"], set()).add(service_of(link["event_source"]))
        for change in link["changes"]:
            service, _, name = change["event"].partition(":")
            key = (link["namespace"], link["dimension"], f"{service}:{short_call_name(name)}")
            known[key] = Known(frozenset(change["metrics"]), change["effect"])
    return LinkTable(known, {namespace: frozenset(names) for namespace, names in sources.items()})


def service_of(event_source: str) -> str:
    """Give the service of an event source: "ec2" for "ec2.amazonaws.com"."""
    return event_source.split(".", 1)[0]

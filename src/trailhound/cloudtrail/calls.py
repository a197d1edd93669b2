"""What a call is by its name alone: its kind, how its resources are found, and its target where it names none."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from trailhound.cloudtrail.catalogue import kind_of
from trailhound.cloudtrail.resources import Plan, plan_for
from trailhound.cloudtrail.row import READ


class Call(NamedTuple):
    """What all records of one call share.

    ``kind`` is a code of ``Row.kind``; ``bare_target`` stands for the target of a record that names no resource.
    """

    kind: int
    plan: Plan
    bare_target: str


@lru_cache(maxsize=8192)
def call_of(name: str, source: str, read_only: bool | None) -> Call:
    """Look up a call; ``read_only`` is what the record says, None if it is silent."""
    kind = kind_of(name, source, read_only)
    return Call(kind, plan_for(source, name), bare_target(name, kind))


def bare_target(name: str, kind: int) -> str:
    """Say what a call is about that names no resource: the console, everything, or nothing."""
    if name == "ConsoleLogin":
        return "console"
    return "*" if kind == READ and name else ""

"""What one call does: the table's word for it, sharpened by what its request says."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Any

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.names import leaves, reduce
from trailhound.engine.correlation.settings import Settings, amounts_of, subjects_of
from trailhound.engine.correlation.tables import call_table, service_of
from trailhound.model.event import CallKind


class Does(enum.StrEnum):
    """What a call does to the things it names. ``LESS`` and ``MORE`` are capacity, read from the request."""

    DESTRUCTIVE = "destructive"
    RESTRICTIVE = "restrictive"
    PERMISSIVE = "permissive"
    LESS = "less"
    MORE = "more"
    CAPACITY = "capacity"
    CODE = "code"
    CONFIG = "config"
    COMMAND = "command"
    SESSION = "session"
    START = "start"
    USE = "use"
    NEUTRAL = "neutral"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Deed:
    """What a call does, in which area, and the words for it. ``proof`` are ids of events besides the call's own."""

    does: Does
    area: str
    words: str
    proof: tuple[str, ...] = ()


def deed_of(call: Call, settings: Settings, as_of: datetime) -> Deed:
    """Say what a call does, from its name and the values of its request."""
    event = call.event
    if event.kind is CallKind.READ:
        return Deed(Does.READ, "", "only reads")
    entry = call_table().find(service_of(event.source), event.short_name)
    if entry is None:
        return Deed(Does.CONFIG, "", "changes something")
    deed = Deed(Does(entry.does), entry.area, entry.words)
    if deed.does in (Does.CONFIG, Does.CAPACITY, Does.CODE):
        return _by_amounts(call, settings, as_of, deed) or _by_policy(call, deed) or _by_members(call, deed)
    return _by_policy(call, deed) or deed


def _by_amounts(call: Call, settings: Settings, as_of: datetime, deed: Deed) -> Deed | None:
    """Compare the amounts in the request with those in force before; the one that shrinks decides."""
    found = [
        sharper for member, value in amounts_of(call.request) if (sharper := _amount(call, settings, as_of, deed, member, value))
    ]
    return min(found, key=lambda d: d.does is not Does.LESS, default=None)


def _amount(call: Call, settings: Settings, as_of: datetime, deed: Deed, member: str, value: float) -> Deed | None:
    amounts = call_table().amounts
    if member in amounts["changes"]:
        does = Does.LESS if value < 0 else Does.MORE
        return replace(deed, does=does, words=f"changes the number by {_plain(value)}")
    for name in sorted(subjects_of(call)):
        before = settings.before(name, member, call.event.occurred_at, as_of)
        if before is not None and before.value != value:
            does = Does.LESS if value < before.value else Does.MORE
            turn = "lowers" if does is Does.LESS else "raises"
            words = f"{turn} {member} from {_plain(before.value)} to {_plain(value)}"
            return replace(deed, does=does, words=words, proof=(before.event_id,))
    default = amounts["defaults"].get(f"{service_of(call.event.source)}:{member}")
    if member in amounts["small_matters"] and value <= amounts["next_to_nothing"]:
        return replace(deed, does=Does.LESS, words=f"sets {member} to {_plain(value)}, next to nothing")
    if member in amounts["only_grow"]:
        return replace(deed, does=Does.MORE, words=f"sets {member} to {_plain(value)}, which can only grow")
    if default is not None and value != default:
        does = Does.LESS if value < default else Does.MORE
        return replace(deed, does=does, words=f"sets {member} to {_plain(value)} (AWS's default is {_plain(default)})")
    return None


def _by_policy(call: Call, deed: Deed) -> Deed | None:
    """Read switches and policies: a denial restricts, a wide allowance permits, what is switched off is gone."""
    for member, text in leaves(call.request):
        lowered, key = text.lower(), member.lower()
        if key == "status" and lowered in ("inactive", "disabled"):
            return replace(deed, does=Does.RESTRICTIVE, words="switches it off")
        if key == "ruleaction":
            return _rule(call, deed, is_denial=lowered == "deny")
    if call.request.get("enabled") is False:
        return replace(deed, does=Does.DESTRUCTIVE, words="switches it off")
    if call.request.get("enabled") is True and deed.does is Does.CONFIG:
        return replace(deed, does=Does.PERMISSIVE, words="switches it on")
    for statement in _statements(call.request):
        if statement.get("Effect") == "Deny":
            return replace(deed, does=Does.RESTRICTIVE, words="denies something that was not denied by it before")
        if statement.get("Effect") == "Allow" and deed.area == "permission" and deed.does is Does.CONFIG:
            return replace(deed, does=Does.PERMISSIVE, words="allows something")
    return None


def _rule(call: Call, deed: Deed, *, is_denial: bool) -> Deed:
    is_added = not call.event.name.startswith("Delete")
    does = Does.RESTRICTIVE if is_denial is is_added else Does.PERMISSIVE
    return replace(
        deed, does=does, words=f"{'adds' if is_added else 'removes'} a rule that {'denies' if is_denial else 'allows'}"
    )


def _statements(request: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Find the statements of policies, which come as JSON in a text or as plain members."""
    for name, value in request.items():
        if "olicy" not in name:
            continue
        policy = value
        if isinstance(value, str) and value.lstrip().startswith("{") and len(value) < 50_000:
            try:
                policy = json.loads(value)
            except ValueError:
                continue
        statements = policy.get("Statement", ()) if isinstance(policy, Mapping) else ()
        for statement in statements if isinstance(statements, list) else [statements]:
            if isinstance(statement, Mapping):
                yield statement


def _by_members(call: Call, deed: Deed) -> Deed:
    """Call a change neutral if all it changes is known to be harmless."""
    harmless = {name.lower() for name in call_table().harmless["members"]}
    names = {name.lower() for name in subject_members(call)}
    changed = {str(name).lower() for name in call.request} - names
    if changed and changed <= harmless:
        return replace(deed, does=Does.NEUTRAL, words=f"changes {_listed(call, changed)} only")
    if _all_fit(call.request.get("attributes"), "key", call_table().harmless["attributes"]):
        return replace(deed, does=Does.NEUTRAL, words="changes attributes that do no harm")
    if _all_fit(call.request.get("patchOperations"), "path", call_table().harmless["patches"]):
        return replace(deed, does=Does.NEUTRAL, words="changes a description only")
    return deed


def subject_members(call: Call) -> frozenset[str]:
    """Give the members of the request that say which resource it is about."""
    names = subjects_of(call)
    named = {str(k) for k, v in call.request.items() if isinstance(v, str) and reduce(v) in names}
    return frozenset(named | {"stageName", "restApiId"})


def _listed(call: Call, changed: set[str]) -> str:
    return ", ".join(sorted(str(name) for name in call.request if str(name).lower() in changed)[:3])


def _all_fit(rows: object, member: str, patterns: list[str]) -> bool:
    if not isinstance(rows, list) or not rows:
        return False
    texts = [str(row.get(member, "")) if isinstance(row, Mapping) else "" for row in rows]
    return all(any(fnmatchcase(text, pattern) for pattern in patterns) for text in texts)


def _plain(value: float) -> str:
    return f"{value:g}"

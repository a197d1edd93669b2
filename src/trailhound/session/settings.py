"""Which value a call set, read from its request, and which one an earlier call had set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_CHANGING = ("Modify", "Update", "Put", "Set", "Change", "Create", "Register", "Scale")
_KEYS = (
    "desiredCapacity",
    "desiredCount",
    "maxSize",
    "minSize",
    "memorySize",
    "timeout",
    "timeoutInMillis",
    "reservedConcurrentExecutions",
    "readCapacityUnits",
    "writeCapacityUnits",
    "targetValue",
    "scalingAdjustment",
    "instanceType",
    "dBInstanceClass",
    "allocatedStorage",
    "iops",
    "billingMode",
    "visibilityTimeout",
    "messageRetentionPeriod",
    "backupRetentionPeriod",
    "retentionInDays",
    "numCacheNodes",
    "cacheNodeType",
    "threshold",
    "ttl",
    "weight",
    "minTTL",
    "defaultTTL",
    "rateLimit",
    "burstLimit",
    "throttlingRateLimit",
    "throttlingBurstLimit",
    "runtime",
)
_BY_FOLDED = {key.casefold(): index for index, key in enumerate(_KEYS)}
_PAIRS = (("parameterName", "parameterValue"), ("optionName", "value"), ("key", "value"), ("name", "value"))
_PAIR_LISTS = frozenset({"parameters", "attributes", "optionsettings", "environment", "settings"})
_MAX_LEAVES = 400
_MAX_DEPTH = 8

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One value a request sets: where it stands in the record, what it is called there, and the value as text."""

    path: Path
    name: str
    value: str


def settings_of(document: Mapping[str, Any], call: str) -> tuple[Setting, ...]:
    """Give the settings of a record's request that people care about, the most telling first; () for any other call."""
    if not call.startswith(_CHANGING):
        return ()
    request = document.get("requestParameters")
    if not isinstance(request, Mapping):
        return ()
    found = [(rank, setting) for rank, setting in _walk(request, ("requestParameters",), 0)]
    found.sort(key=lambda ranked: (ranked[0], str(ranked[1].path)))
    return tuple(setting for _, setting in found[:_MAX_LEAVES])


def earlier_value(setting: Setting, earlier: Iterable[tuple[Mapping[str, Any], str]]) -> str | None:
    """Give the value of the same setting in earlier (record, call) pairs, newest first; None if none of them set it."""
    for document, call in earlier:
        for other in settings_of(document, call):
            if other.name == setting.name:
                return other.value
    return None


def _walk(value: Any, path: Path, depth: int) -> Iterator[tuple[int, Setting]]:  # noqa: ANN401 - any JSON
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if str(key).casefold() in _PAIR_LISTS and isinstance(inner, list):
                yield from _pairs(inner, (*path, str(key)))
            elif isinstance(inner, (Mapping, list)):
                yield from _walk(inner, (*path, str(key)), depth + 1)
            elif (rank := _BY_FOLDED.get(str(key).casefold())) is not None and inner is not None:
                yield rank + 1, Setting((*path, str(key)), str(key), _text(inner))
    elif isinstance(value, list):
        for index, inner in enumerate(value[:_MAX_LEAVES]):
            yield from _walk(inner, (*path, index), depth + 1)


def _pairs(items: list[Any], path: Path) -> Iterator[tuple[int, Setting]]:
    for index, item in enumerate(items[:_MAX_LEAVES]):
        if not isinstance(item, Mapping):
            continue
        for name_key, value_key in _PAIRS:
            name, value = item.get(name_key), item.get(value_key)
            if isinstance(name, str) and value is not None and not isinstance(value, (Mapping, list)):
                yield 0, Setting((*path, index, value_key), name, _text(value))
                break


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:200]

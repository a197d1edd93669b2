"""The shape of the configuration file. The only module that imports pydantic; it is imported when a file must be checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trailhound.config.settings import Colour, Motion, Preset
from trailhound.errors import ConfigError


class SettingError(ConfigError):
    """One setting is wrong: its path from the top of the file, and why. ``more`` counts further ones."""

    def __init__(self, path: tuple[str, ...], reason: str, more: int) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason
        self.more = more


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Key = Annotated[str, Field(min_length=1)]
Keys = Key | Annotated[list[Key], Field(min_length=1)]
Speed = Annotated[float, Field(ge=0.25, le=1000, strict=True)] | Literal["max"]
Switch = Annotated[bool, Field(strict=True)]


class KeysTable(_Table):
    """Which keys do what."""

    preset: Preset | None = None
    bind: dict[str, Keys] | None = None


class ReplayTable(_Table):
    """How a replay starts."""

    speed: Speed | None = None
    skip_quiet: Switch | None = None


class ConfigFile(_Table):
    """Everything a configuration file may hold."""

    theme: Annotated[str, Field(min_length=1)] | None = None
    colour: Colour | None = None
    ascii: Switch | None = None
    mouse: Switch | None = None
    motion: Motion | None = None
    keys: KeysTable | None = None
    replay: ReplayTable | None = None


def check(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give the settings of a parsed file as plain values that JSON can keep.

    Raises:
        SettingError: If a setting is unknown or has a value that makes no sense.
    """
    try:
        file = ConfigFile.model_validate(document)
    except ValidationError as error:
        raise _first(error) from error
    return _flat(file)


def _flat(file: ConfigFile) -> dict[str, Any]:
    top = file.model_dump(mode="json", exclude_none=True, exclude={"keys", "replay"})
    keys = file.keys or KeysTable()
    replay = file.replay or ReplayTable()
    if keys.preset is not None:
        top["preset"] = keys.preset.value
    if keys.bind:
        top["bindings"] = {action: [wanted] if isinstance(wanted, str) else wanted for action, wanted in keys.bind.items()}
    return top | replay.model_dump(mode="json", exclude_none=True)


def _first(error: ValidationError) -> SettingError:
    problems = error.errors(include_url=False)
    problem = problems[0]
    path = tuple(str(part) for part in problem["loc"])
    reasons = {
        "extra_forbidden": _unknown(path),
        "bool_type": f"must be true or false, not {problem['input']!r}",
        "string_type": f"must be text in quotes, not {problem['input']!r}",
        "string_too_short": "must not be empty",
        "enum": f"is {problem['input']!r}; it can be {_choices(problem)}",
        "model_type": "must be a table with settings of its own",
        "model_attributes_type": "must be a table with settings of its own",
    }
    known = _written(path)
    if known[:2] == ("replay", "speed"):
        return SettingError(known[:2], f'is {problem["input"]!r}; it can be a number from 0.25 to 1000, or "max"', 0)
    if known[:2] == ("keys", "bind"):
        return SettingError(known[:3], "must be a key or a list of keys, each as text in quotes", 0)
    return SettingError(path, reasons.get(problem["type"], problem["msg"]), len(problems) - 1)


def _choices(problem: Mapping[str, Any]) -> str:
    return str(problem.get("ctx", {}).get("expected", "")).replace("'", '"')


def _written(path: tuple[str, ...]) -> tuple[str, ...]:
    """Drop what pydantic appends to say which member of a union it tried."""
    return path[:3] if path[:2] == ("keys", "bind") else path[:2]


def _unknown(path: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    tables: dict[str, type[BaseModel]] = {"keys": KeysTable, "replay": ReplayTable}
    table = tables.get(path[0], ConfigFile) if len(path) > 1 else ConfigFile
    names = list(table.model_fields)
    near = get_close_matches(path[-1], names, n=1)
    return f"is not a setting; did you mean {near[0]!r}?" if near else f"is not a setting; here can stand {', '.join(names)}"

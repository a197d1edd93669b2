"""Themes: a colour for each role, read from TOML files and checked by hand (pydantic must not run before first paint)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trailhound.errors import ConfigError
from trailhound.shipped import folder
from trailhound.ui.roles import Role

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_KEYS = frozenset({"name", "is_dark", "about", "colours", "attributes", "indices"})
_ATTRIBUTES = ("bold", "dim", "reverse", "underline")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What tells roles apart where there are no colours."""

    bold: frozenset[Role] = frozenset(
        {Role.BRIGHT, Role.PRINCIPAL, Role.ALARM, Role.DESTRUCTIVE, Role.ACCENT, Role.FOCUS, Role.MATCH}
    )
    dim: frozenset[Role] = frozenset({Role.FAINT, Role.TIME, Role.READ, Role.BORDER})
    reverse: frozenset[Role] = frozenset({Role.SELECTION, Role.SELECTION_BLUR})
    underline: frozenset[Role] = frozenset({Role.MATCH})


@dataclass(frozen=True, slots=True)
class Theme:
    """A named set of colours by role, as ``#RRGGBB``; empty for a theme that uses the terminal's own two colours.

    ``indices`` fixes colours of 256-colour terminals where the nearest one is wrong; ``attributes`` holds where there
    are no colours at all.
    """

    name: str
    is_dark: bool
    colours: Mapping[Role, str]
    indices: Mapping[Role, int] = field(default_factory=dict)
    attributes: Attributes = field(default_factory=Attributes)

    @property
    def is_colourless(self) -> bool:
        """Say whether this theme has no colours of its own."""
        return not self.colours


def load_theme(name: str, own: Path | None = None) -> Theme:
    """Load a theme by name; a person's own folder goes before the shipped one. Raises ConfigError."""
    for place in _places(own):
        path = place / f"{name}.toml"
        if path.is_file():
            return read_theme(path)
    raise ConfigError(f'there is no theme "{name}"; choose one of {", ".join(theme_names(own))}')


def theme_names(own: Path | None = None) -> list[str]:
    """Give the names of all themes, nightfall first."""
    names = {path.stem for place in _places(own) for path in place.glob("*.toml")}
    return sorted(names, key=lambda name: (name != "nightfall", name))


def read_theme(path: Path) -> Theme:
    """Read a theme file. Raises ConfigError with file, line and key."""
    try:
        text = path.read_text("utf-8")
        document = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"theme {path}: can't be read: {error}") from error
    return _Reader(path, text).theme(document)


def _places(own: Path | None) -> list[Path]:
    return [place for place in (own, folder("themes")) if place is not None and place.is_dir()]


class _Reader:
    """Turns the document of one file into a theme; knows where each key stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def theme(self, document: Mapping[str, Any]) -> Theme:
        for key in document:
            if key not in _KEYS:
                raise self._wrong(key, f"is no part of a theme; use {', '.join(sorted(_KEYS))}")
        is_dark = document.get("is_dark", True)
        if not isinstance(is_dark, bool):
            raise self._wrong("is_dark", "must be true or false")
        name = document.get("name", self._path.stem)
        if not isinstance(name, str) or not name:
            raise self._wrong("name", "must be a text")
        colours = self._colours(self._table(document, "colours"))
        attributes = self._attributes(self._table(document, "attributes"))
        return Theme(name, is_dark, colours, self._indices(self._table(document, "indices")), attributes)

    def _table(self, document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        table = document.get(key, {})
        if not isinstance(table, dict):
            raise self._wrong(key, f"must be a table: [{key}]")
        return table

    def _colours(self, table: Mapping[str, Any]) -> dict[Role, str]:
        colours = {}
        for key, value in table.items():
            if not isinstance(value, str) or not _HEX.fullmatch(value):
                raise self._wrong(key, 'must be a colour such as "#F0B95B"')
            colours[self._role(key)] = value.upper()
        missing = [role.value for role in Role if role not in colours]
        if colours and missing:
            raise self._wrong("colours", f"lacks {', '.join(missing)}; every role needs a colour")
        return colours

    def _indices(self, table: Mapping[str, Any]) -> dict[Role, int]:
        for key, value in table.items():
            if not isinstance(value, int) or isinstance(value, bool) or not 16 <= value <= 255:
                raise self._wrong(key, "must be a colour number from 16 to 255")
        return {self._role(key): value for key, value in table.items()}

    def _attributes(self, table: Mapping[str, Any]) -> Attributes:
        chosen: dict[str, frozenset[Role]] = {}
        for key, roles in table.items():
            if key not in _ATTRIBUTES or not isinstance(roles, list):
                raise self._wrong(key, f"must be one of {', '.join(_ATTRIBUTES)} with a list of roles")
            chosen[key] = frozenset(self._role(str(role), key) for role in roles)
        return Attributes(**chosen)

    def _role(self, name: str, key: str | None = None) -> Role:
        try:
            return Role(name)
        except ValueError as error:
            raise self._wrong(key or name, f'"{name}" is no role; roles are {", ".join(Role)}') from error

    def _wrong(self, key: str, what: str) -> ConfigError:
        pattern = re.compile(rf"\s*(?:\[\s*)?[\"']?{re.escape(key)}[\"']?\s*(?:=|\])")
        line = next((number for number, text in enumerate(self._lines, 1) if pattern.match(text)), 1)
        return ConfigError(f"theme {self._path}, line {line}: {key} {what}")

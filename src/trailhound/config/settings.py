"""The settings as plain values, with the defaults. Nothing here needs a third-party package."""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


class Colour(enum.StrEnum):
    """How many colours to send. ``AUTO`` lets the terminal and ``NO_COLOR`` decide."""

    AUTO = "auto"
    NONE = "none"
    FIXED = "256"
    TRUE = "truecolour"


class Motion(enum.StrEnum):
    """Whether a new alarm may be drawn in reverse for two seconds."""

    FULL = "full"
    NONE = "none"


class Preset(enum.StrEnum):
    """A whole key map by name."""

    DEFAULT = "default"
    VIM = "vim"
    K9S = "k9s"
    LNAV = "lnav"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set in the configuration file.

    ``bindings`` gives actions other keys than the preset does. ``speed`` is times real time, ``math.inf`` for as fast as
    possible, None for the command's own choice.
    """

    theme: str = "nightfall"
    colour: Colour = Colour.AUTO
    ascii: bool = False
    mouse: bool = True
    motion: Motion = Motion.FULL
    preset: Preset = Preset.DEFAULT
    bindings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    speed: float | None = None
    skip_quiet: bool = False

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Settings:
        """Build settings from values that were checked before, as a snapshot keeps them; defaults fill the rest."""
        known = {entry.name for entry in fields(cls)}
        given = {name: value for name, value in values.items() if name in known}
        for name, kind in (("colour", Colour), ("motion", Motion), ("preset", Preset)):
            if name in given:
                given[name] = kind(given[name])
        if "bindings" in given:
            given["bindings"] = {action: tuple(keys) for action, keys in given["bindings"].items()}
        if given.get("speed") == "max":
            given["speed"] = math.inf
        return cls(**given)

"""How the screen looks and listens: plain values with defaults, so that a start without a config file costs nothing."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


class ColourDepth(enum.StrEnum):
    """How many colours the terminal gets. ``AUTO`` asks the environment."""

    AUTO = "auto"
    TRUECOLOUR = "truecolour"
    INDEXED = "256"
    NONE = "none"


class Motion(enum.StrEnum):
    """Whether a new alarm is drawn in reverse for two seconds; nothing else ever moves by itself."""

    FULL = "full"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class StoryHint:
    """A line for newcomers: the moment of the story it is about (aware, UTC), its words, and a key worth pressing or ""."""

    at: datetime
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class UiSettings:
    """The settings of the screen.

    ``preset`` names a key map of ``ui.keys``; ``keys`` maps an action's id to the keys that replace its own, several
    parted by commas. ``themes_folder`` holds a person's own themes. ``hints`` are lines a newcomer is shown above the
    keys, each while the playhead is near its moment. ``is_attention_on`` starts with the filter that hides what machines
    read without trouble.
    """

    theme: str = "nightfall"
    preset: str = "default"
    keys: Mapping[str, str] = field(default_factory=dict)
    is_ascii: bool = False
    is_mouse_on: bool = True
    motion: Motion = Motion.FULL
    colours: ColourDepth = ColourDepth.AUTO
    themes_folder: Path | None = None
    hints: tuple[StoryHint, ...] = ()
    is_attention_on: bool = True

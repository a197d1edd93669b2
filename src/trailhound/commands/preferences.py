"""The settings of one run: the configuration file, with the options of the command line over it."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from trailhound.config.load import folder, load
from trailhound.config.settings import Colour, Preset, Settings
from trailhound.errors import UsageError
from trailhound.ui.settings import ColourDepth, Motion, StoryHint, UiSettings


def settings_of(options: argparse.Namespace) -> Settings:
    """Give the settings in force.

    Raises:
        ConfigError: If the configuration file is wrong.
        UsageError: If an option names something that does not exist.
    """
    settings = load(options.config)
    if options.theme:
        settings = replace(settings, theme=options.theme)
    if options.keys:
        settings = replace(settings, preset=preset_of(options.keys))
    if options.ascii:
        settings = replace(settings, ascii=True)
    if options.no_colour or os.environ.get("NO_COLOR"):
        settings = replace(settings, colour=Colour.NONE)
    return settings


def preset_of(name: str) -> Preset:
    """Give the key preset of a name. Raises UsageError if there is none."""
    try:
        return Preset(name)
    except ValueError as error:
        raise UsageError(f"there is no key preset {name!r}: choose {', '.join(Preset)}") from error


def screen_settings(settings: Settings, hints: tuple[StoryHint, ...] = ()) -> UiSettings:
    """Give the part of the settings that the screen needs."""
    return UiSettings(
        theme=settings.theme,
        preset=settings.preset.value,
        keys=wishes_of(settings),
        is_ascii=settings.ascii,
        is_mouse_on=settings.mouse,
        motion=Motion(settings.motion.value),
        colours=ColourDepth(settings.colour.value),
        themes_folder=folder() / "themes",
        hints=hints,
    )


def wishes_of(settings: Settings) -> dict[str, str]:
    """Give the keys a person wants, by action, the way the screen takes them."""
    return {action: ",".join(keys) for action, keys in settings.bindings.items()}

"""Which screen shows which kind of thing, and which overlay an action opens.

Screens are named, not imported: a screen that nobody opens costs nothing at the start. Every screen is made with
``Screen(context, key)``, where ``key`` is that of the ``Open`` message; every overlay with ``Overlay(context)``.
A screen says by its property ``in_hand`` what the reader points at (see ``ui.screens.about``).

An overlay is dismissed with a text or None. The app takes the text: a theme's name from "theme", a line for
``ui.commands`` from "command", a time from "seek". "copy" posts ``Copy`` itself and "help" only shows; both give None.
While a theme is being chosen, ``Preview`` draws everything in it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

from textual.screen import Screen

from trailhound.ui.context import Context
from trailhound.ui.messages import Key, Kind

SCREENS = {
    Kind.RECORD: "record:RecordScreen",
    Kind.ALARM: "alarm:AlarmScreen",
    Kind.METRIC: "metric:MetricScreen",
    Kind.WHO: "who:WhoScreen",
    Kind.THING: "thing:ThingScreen",
    Kind.LINEAGE: "lineage:LineageScreen",
    Kind.COVERAGE: "coverage:CoverageScreen",
}
"""Module in ``trailhound.ui.screens`` and class in it, by kind."""

OVERLAYS = {
    "help": "help:HelpOverlay",
    "theme": "theme:ThemeOverlay",
    "command": "command:CommandOverlay",
    "copy": "copy:CopyOverlay",
    "seek": "seek:SeekOverlay",
}
"""Module in ``trailhound.ui.overlays`` and class in it, by action."""


def screen_for(context: Context, kind: Kind, key: Key) -> Screen[Any]:
    """Make the screen about a thing."""
    return cast(Screen[Any], _load("screens", SCREENS[kind])(context, key))


def overlay_for(context: Context, name: str) -> Screen[str | None]:
    """Make an overlay."""
    return cast(Screen[str | None], _load("overlays", OVERLAYS[name])(context))


def _load(room: str, place: str) -> Any:  # noqa: ANN401  a class that is only known by its name
    module, name = place.split(":")
    return getattr(import_module(f"trailhound.ui.{room}.{module}"), name)

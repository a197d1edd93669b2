"""Actions on how things look and are reached: themes, overlays, mouse, command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial

from textual.app import SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen

from trailhound.errors import ConfigError, TrailhoundError
from trailhound.ui.actions.core import AppCore
from trailhound.ui.inks import ThemeInks, detect_depth
from trailhound.ui.keys import Place, key_name
from trailhound.ui.messages import Preview, Updated
from trailhound.ui.routes import overlay_for
from trailhound.ui.settings import ColourDepth, UiSettings
from trailhound.ui.textual_theme import VARIABLE_DEFAULTS, WithoutColours, textual_theme
from trailhound.ui.theme import load_theme

_MOUSE_MODES = (1000, 1003, 1015, 1006)


class LookActions(AppCore):
    """Themes are loaded by name; a preview is one that is not kept."""

    settings: UiSettings = UiSettings()
    inks: ThemeInks
    _chosen_theme = ""
    _is_mouse_on = True
    _no_colours = WithoutColours()

    def inks_for(self, name: str) -> ThemeInks:
        """Make the inks of a theme for this terminal. Raises ConfigError."""
        theme = load_theme(name, self.settings.themes_folder)
        return ThemeInks(theme, detect_depth(os.environ, self.settings.colours), self.settings.is_ascii)

    def use_theme(self, name: str) -> None:
        """Draw everything in a theme from now on. Raises ConfigError."""
        self.draw_with(self.inks_for(name))

    def draw_with(self, inks: ThemeInks) -> None:
        """Draw everything with these inks from now on."""
        self.inks = inks
        registered = textual_theme(self.inks)
        self.register_theme(registered)
        self.theme = registered.name
        if self.context is not None:
            self.context.inks = self.inks
            for screen in self.screen_stack:
                screen.post_message(Updated())
                screen.refresh()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Name our own style variables."""
        return dict(VARIABLE_DEFAULTS)

    def get_line_filters(self) -> list[LineFilter]:
        """Keep colours off a terminal that wants none; otherwise change nothing that was drawn."""
        return [self._no_colours] if self.inks.depth is ColourDepth.NONE else []

    def on_preview(self, message: Preview) -> None:
        """Draw everything in a theme for now."""
        self._try_theme(message.theme or self._chosen_theme)

    def choose_theme(self, name: str) -> None:
        """Keep a theme for this session."""
        if self._try_theme(name):
            self._chosen_theme = name

    def _try_theme(self, name: str) -> bool:
        try:
            self.use_theme(name)
        except ConfigError as error:
            self.tell(str(error), is_error=True)
            return False
        return True

    def action_overlay(self, name: str) -> None:
        """Open an overlay, and take what it gives."""
        if self.context is not None:
            takers = {"theme": self.choose_theme, "command": self.run_line, "seek": self.take_seek}
            self.push_screen(overlay_for(self.context, name), partial(self._taken, takers.get(name)))

    def _taken(self, taker: object, text: str | None) -> None:
        if text is not None and callable(taker):
            taker(text)
        self.look_again()

    def take_seek(self, text: str) -> None:
        """Go to a time."""
        if self.session is not None:
            self.try_to(self.session.seek, text)

    def run_line(self, text: str) -> None:
        """Run a line of the command line."""
        from trailhound.ui.commands import run_command

        try:
            run_command(self, text)
        except TrailhoundError as error:
            self.tell(str(error), is_error=True)

    def filter_by(self, text: str) -> None:
        """Put a filter in force on the event list."""
        if self.watching is not None:
            self.watching.set_filter(text)

    def simulate_action(self, action: str) -> None:
        """Do what a key would do."""
        self.run_worker(self._run_row(action), exclusive=False)

    def action_mouse(self) -> None:
        """Give the mouse to the terminal, for its own text selection, or take it back."""
        self._is_mouse_on = not self._is_mouse_on
        driver = self._driver
        if driver is not None:
            letter = "h" if self._is_mouse_on else "l"
            driver.write("".join(f"\x1b[?{mode}{letter}" for mode in _MOUSE_MODES))
            driver.flush()
        self.tell("mouse on" if self._is_mouse_on else "mouse off: the terminal selects text now; M turns it on")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of this screen in the palette, with its key."""
        if self.context is None:
            return
        places = [Place.APP, Place.WATCH] if screen is self.watching else [Place.APP]
        for row in self.context.keys.for_places(places):
            words = row.words[:1].upper() + row.words[1:]
            run = partial(self._run_row, row.action)
            yield SystemCommand(words, f"key {key_name(row.keys.split(',')[0])}", run)

    async def _run_row(self, action: str) -> None:
        """Run an action where it lives: on the screen, or on the app."""
        name = action.split("(")[0]
        is_of_screen = hasattr(self.screen, f"action_{name}")
        await self.run_action(action, default_namespace=self.screen if is_of_screen else self)

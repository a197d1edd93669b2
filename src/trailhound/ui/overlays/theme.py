"""Choose a theme while looking at it: the picker behind ``T``."""

from __future__ import annotations

from collections.abc import Sequence

from trailhound.errors import ConfigError
from trailhound.ui.messages import Preview
from trailhound.ui.overlays.menu import Item, Overlay
from trailhound.ui.theme import load_theme, theme_names
from trailhound.ui.widgets.listing import Listing


class ThemeOverlay(Overlay):
    """Everything is drawn in the theme under the cursor; esc goes back to the one that was chosen before."""

    TITLE_WORDS = "Theme"
    RIGHT = "enter keep   esc back"
    PLACEHOLDER = "part of a name"
    NOTE_AT = 24

    def begin(self) -> None:
        """Stand on the theme in force."""
        super().begin()
        name = getattr(getattr(self.context.inks, "theme", None), "name", None)
        self.refill("", name if isinstance(name, str) else self.context.settings.theme)

    def items(self, text: str) -> Sequence[Item]:
        """Offer the themes whose name holds what is typed."""
        names = theme_names(self.context.settings.themes_folder)
        return [Item(name, value=name, note=self._about(name)) for name in names if text.strip().lower() in name]

    def _about(self, name: str) -> str:
        try:
            theme = load_theme(name, self.context.settings.themes_folder)
        except ConfigError as error:
            return str(error)
        if theme.is_colourless:
            return "no colours at all"
        return "dark" if theme.is_dark else "light"

    def on_listing_moved(self, _: Listing.Moved) -> None:
        """Draw everything in the theme under the cursor."""
        item = self.menu.chosen
        if item is not None:
            self.post_message(Preview(item.value))

    def action_leave(self) -> None:
        """Draw everything as it was."""
        self.post_message(Preview(None))
        self.dismiss(None)

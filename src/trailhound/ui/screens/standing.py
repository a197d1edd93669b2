"""What the screens of a session share: they begin, settle and look again only while their widgets are there."""

from __future__ import annotations

from textual import events
from textual.screen import Screen

from trailhound.ui.messages import Updated
from trailhound.ui.panes.footer import KeysLine


class StandingScreen(Screen[None]):
    """A screen that stands on its widgets.

    Once the app is left Textual adds no widgets to a screen that is opening, and takes them away before the last messages
    and timers come; a screen then does nothing any more. Textual calls the handlers of every base class, so subclasses
    say what happens in ``begin``, ``settle`` and ``look_again`` and have no handlers of their own for it.
    """

    @property
    def is_standing(self) -> bool:
        """Say whether the widgets are there."""
        return self.is_attached and bool(self.query(KeysLine))

    def begin(self) -> None:
        """Show what there is for the first time, and choose what has the focus."""
        raise NotImplementedError

    def settle(self) -> None:
        """Lay the widgets out for the present size."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Show what changed."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin."""
        if self.is_standing:
            self.begin()

    def on_resize(self, _: events.Resize) -> None:
        """Choose the design again; focus, selection and scroll row stay."""
        if self.is_standing:
            self.settle()

    def on_updated(self, _: Updated) -> None:
        """Look again when the session, the selection or the theme changed."""
        if self.is_standing:
            self.look_again()

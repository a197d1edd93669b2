"""Actions on the one clock: pause, step, seek, speed, zoom."""

from __future__ import annotations

from trailhound.ui.actions.core import AppCore


class ClockActions(AppCore):
    """Each calls the session and has the screen drawn again."""

    def action_pause(self) -> None:
        """Pause, or go on."""
        if self.session is not None:
            self.try_to(self.session.toggle)

    def action_step(self, events: int) -> None:
        """Move by shown events."""
        if self.session is not None:
            self.try_to(self.session.step, events)

    def action_seek(self, text: str) -> None:
        """Go to a moment in words."""
        if self.session is not None:
            self.try_to(self.session.seek, text)

    def action_speed(self, steps: int) -> None:
        """Go faster or slower."""
        if self.session is not None:
            self.try_to(self.session.change_speed, steps)

    def action_skip_quiet(self) -> None:
        """Jump over quiet time, or stop doing so."""
        if self.session is not None:
            self.try_to(self.session.skip_quiet, not self.session.status().is_quiet_skipped)

    def action_live(self) -> None:
        """Go to the end, and follow it."""
        if self.session is not None and self.try_to(self.session.to_end) and self.watching is not None:
            self.watching.event_list.follow()

    def action_zoom(self, step: int) -> None:
        """Show less or more time on the time bar."""
        if self.session is not None:
            self.try_to(self.session.zoom, step)

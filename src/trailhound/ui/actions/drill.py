"""Actions that open things, follow trails and go back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from trailhound.ui.actions.core import AppCore
from trailhound.ui.messages import Copy, Kind, Open, Tell, Trail
from trailhound.ui.routes import screen_for

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.model.event import Event


class DrillActions(AppCore):
    """The way in is remembered, so that the way back ends on the same row."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: list[Open] = []
        self._way: list[Open] = []

    @property
    def in_hand(self) -> object:
        """What the reader points at on the screen in front."""
        return getattr(self.screen, "in_hand", None)

    def _event_in_hand(self) -> Event | None:
        from trailhound.model.event import Event

        return self.in_hand if isinstance(self.in_hand, Event) else None

    def on_open(self, message: Open) -> None:
        """Put the screen about a thing on top."""
        self._ahead.clear()
        self._show(message)

    def _show(self, message: Open) -> None:
        if self.context is not None:
            self._way.append(message)
            self.push_screen(screen_for(self.context, message.kind, message.key))

    def on_trail(self, message: Trail) -> None:
        """Go back to the event list, filtered."""
        watch = self.watching
        if watch is None:
            return
        while self.screen is not watch:
            self.pop_screen()
        self._way.clear()
        watch.set_filter(message.filter_text)

    def on_copy(self, message: Copy) -> None:
        """Put a text on the clipboard, through the terminal, so that it works over SSH too."""
        self.copy_to_clipboard(message.text)
        self.tell(f"copied: {message.what}")

    def on_tell(self, message: Tell) -> None:
        """Show a line above the keys."""
        self.tell(message.text, is_error=message.is_error)

    def action_go_back(self) -> None:
        """Go back one screen; on the watch screen, take back what was set last."""
        if self.watching is None:
            return
        if self.is_watch_in_front:
            self.watching.close()
        else:
            if self._way:
                self._ahead.append(self._way.pop())
            self.pop_screen()
            self.look_again()

    def action_forward(self) -> None:
        """Open again what was just left."""
        if self._ahead:
            self._show(self._ahead.pop())
        else:
            self.tell("you have not gone back, so there is nothing to go forward to")

    def action_close_view(self) -> None:
        """Close the screen in front; at the start, quit."""
        if self.watching is None or self.is_watch_in_front:
            self.exit()
        else:
            self.action_go_back()

    def action_who(self) -> None:
        """Ask who did it."""
        from trailhound.model.answer import Subject
        from trailhound.ui.subjects import subject_in_hand

        if self.session is None or self.watching is None:
            return
        subject = self.in_hand if isinstance(self.in_hand, Subject) else None
        if subject is None:
            subject = self.watching.subject if self.is_watch_in_front else subject_in_hand(self.session)
        if subject is None:
            self.tell("nothing has moved up to now; } goes to the next alarm")
        else:
            self.on_open(Open(Kind.WHO, subject))

    def action_trail(self) -> None:
        """Show every event about the thing in hand."""
        from trailhound.ui.screens.about import trail_of

        if self.session is None:
            return
        text = trail_of(self.session, self.in_hand) if self.in_hand is not None else ""
        if text:
            self.on_trail(Trail(text))
        else:
            self.tell("select a row first: t shows every event about it")

    def action_lineage(self) -> None:
        """Show who stands behind the call in hand."""
        event = self._event_in_hand()
        if event is not None:
            self.on_open(Open(Kind.LINEAGE, event.row))
        else:
            self.tell("select a call first: L shows who stands behind it")

    def action_coverage(self) -> None:
        """Show what is loaded, and what is not."""
        self.on_open(Open(Kind.COVERAGE))

    def action_edit(self) -> None:
        """Open the record in hand in the person's editor; what is changed there changes nothing here."""
        import shlex
        import tempfile

        event, session = self._event_in_hand(), self.session
        if event is None or session is None:
            self.tell("select a call first: v opens its record in your editor")
            return
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        with tempfile.TemporaryDirectory(prefix="trailhound-") as folder:
            path = Path(folder) / f"{event.row}.json"
            path.write_text(session.record(event.row).raw, "utf-8", errors="replace")
            self._run([*command, str(path)])

    def _run(self, command: list[str]) -> None:
        import subprocess

        try:
            with self.suspend():
                subprocess.run(command, check=False)  # noqa: S603  the person's own editor
        except OSError as error:
            self.tell(f"{command[0]} can't be started: {error.strerror}; set EDITOR", is_error=True)
        self.refresh()

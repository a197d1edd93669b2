"""The app: mounts the screens, binds the keys, and forwards. Everything else happens in the session or in panes."""

from __future__ import annotations

import gc
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from rich.text import Text
from textual.screen import Screen
from textual.worker import get_current_worker

from trailhound.errors import TrailhoundError
from trailhound.ui.actions.clock import ClockActions
from trailhound.ui.actions.drill import DrillActions
from trailhound.ui.actions.look import LookActions
from trailhound.ui.attention import ATTENTION
from trailhound.ui.context import Context
from trailhound.ui.key_table import keys_in_force
from trailhound.ui.opening import Opening, OpeningScreen
from trailhound.ui.settings import StoryHint, UiSettings

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.model.observation import Progress
    from trailhound.session.contract import Session

_LOOKS_PER_SECOND = 12
_PROGRESS_PER_SECOND = 8
_HINT_LASTS = timedelta(minutes=8)
_BAD_INPUT = 2
_AFTER_PAINT_SECONDS = 0.02
"""Lets the frame reach the terminal before imports take the interpreter."""


class TrailhoundApp(ClockActions, DrillActions, LookActions):
    """Shows one session.

    Args:
        opening: Opens the session; called in a thread after the first paint, with a way to report progress and a way
            to ask whether it should give up. One of our errors ends the app with one line and exit status 2.
        settings: How it looks and listens. A theme or key that does not exist raises ConfigError here, before the
            terminal is touched.
    """

    CSS = """
    Screen { background: $background; color: $foreground; overflow: hidden; }
    FilterBar Input, FilterBar Input:focus { background: $trail-selection; background-tint: transparent; }
    """
    TITLE = "trailhound"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, opening: Opening, settings: UiSettings | None = None) -> None:
        self.settings = settings or UiSettings()
        self._keys = keys_in_force(self.settings.preset, self.settings.keys)
        self.inks = self.inks_for(self.settings.theme)
        super().__init__()
        self._opening = opening
        self._first = OpeningScreen(self.inks)
        self._progress: Progress | None = None
        self._is_leaving = threading.Event()
        self._seen = -1
        self._chosen_theme = self.settings.theme
        self._hint: StoryHint | None = None
        self.animation_level = "none"
        self.draw_with(self.inks)
        self.set_keymap(dict(self._keys.changed))

    def get_default_screen(self) -> Screen[None]:
        """Start with the frame: the library paints its first screen once, not twice."""
        return self._first

    def on_mount(self) -> None:
        """Paint the frame, then open the session behind it."""
        self.set_interval(1 / _PROGRESS_PER_SECOND, self._show_progress)
        self.call_after_refresh(self.set_timer, _AFTER_PAINT_SECONDS, self._start)

    def _start(self) -> None:
        gc.enable()
        self.run_worker(self._open, thread=True, name="opening")

    def _open(self) -> None:
        """Runs in a thread; the panes are imported here too, behind the first paint."""
        import trailhound.ui.screens.watch  # noqa: F401  loaded for the moment when the session stands

        worker = get_current_worker()
        try:
            session = self._opening(self._note_progress, self._is_leaving.is_set)
        except TrailhoundError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._give_up, error)
            return
        if not worker.is_cancelled and not self._is_leaving.is_set():
            self.call_from_thread(self._begin, session)

    def _note_progress(self, progress: Progress) -> None:
        self._progress = progress

    def _show_progress(self) -> None:
        if self.context is None and self._progress is not None:
            self._first.show(self._progress)

    def _give_up(self, error: TrailhoundError) -> None:
        self.exit(return_code=_BAD_INPUT, message=Text(f"trailhound: {error}"))

    def _begin(self, session: Session) -> None:
        from trailhound.ui.screens.watch import WatchScreen

        if not self.screen_stack:  # somebody left meanwhile
            return
        self._prefer_attention(session)
        self.context = Context(session, self.inks, self._keys, self.settings)
        self.watching = WatchScreen(self.context)
        self.push_screen(self.watching)
        self.set_interval(1 / _LOOKS_PER_SECOND, self._advance)
        gc.collect()
        gc.freeze()

    def _prefer_attention(self, session: Session) -> None:
        """Start with what needs attention, unless that leaves nothing or the session came with a filter."""
        if self.settings.is_attention_on and not session.filter_text and session.tail(ATTENTION).shown:
            session.set_filter(ATTENTION)

    def _advance(self) -> None:
        """Let the clock move; draw only what another revision changed."""
        session = self.session
        if session is None:
            return
        session.advance()
        if session.revision != self._seen:
            self._seen = session.revision
            self._show_hint(session)
            self.look_again()

    def _show_hint(self, session: Session) -> None:
        """Tell a newcomer what the playhead just passed; a hint that is told is not told again until another was."""
        if not self.settings.hints or not self.is_watch_in_front:
            return
        now = session.status().now
        hint = next((one for one in reversed(self.settings.hints) if one.at <= now < one.at + _HINT_LASTS), None)
        if hint is not None and hint is not self._hint:
            self._hint = hint
            self.tell(f"{hint.text} {hint.key}".rstrip())

    def on_unmount(self) -> None:
        """Tell the thread that opens the session to give up."""
        self._is_leaving.set()

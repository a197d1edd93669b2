"""Shows files as if they happened now, on a screen or line by line; shared by every command that watches."""

from __future__ import annotations

import gc
import math
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trailhound.commands.opening import open_paths, open_still
from trailhound.commands.preferences import screen_settings, settings_of
from trailhound.errors import UsageError

# Whatever only names types, or is needed after the first paint, is not imported before it.
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from trailhound.config.settings import Settings
    from trailhound.model.observation import Progress
    from trailhound.session.contract import Session
    from trailhound.ui.settings import StoryHint


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a command begins unless options or settings say otherwise; ``at`` is a moment in words, "" for the first event."""

    at: str = ""
    speed: float = 1.0
    hints: tuple[StoryHint, ...] = ()
    title: str = ""


def watch(paths: tuple[str, ...], options: argparse.Namespace, beginning: Beginning) -> int:
    """Run the screen, or print lines if that was asked for or nobody could see a screen.

    Raises:
        InputError: If a path is not there or may not be read.
        ConfigError: If a setting is wrong.
        FilterError: If the filter can't be parsed.
        SeekError: If the moment to begin at is not understood.
    """
    settings = settings_of(options)
    _refuse_absent(paths)
    if options.plain or not sys.stdout.isatty():
        return _tell(paths, options, settings, beginning)
    return _show(paths, options, settings, beginning)


def _refuse_absent(paths: tuple[str, ...]) -> None:
    if all(path == "-" or os.access(path, os.R_OK) for path in paths):
        return
    from trailhound.sources.files.walk import check

    check(paths)


def _tell(paths: tuple[str, ...], options: argparse.Namespace, settings: Settings, beginning: Beginning) -> int:
    from trailhound.commands.output import write_lines
    from trailhound.commands.plain import Pace, lines
    from trailhound.commands.progress import ProgressBar

    with ProgressBar() as bar:
        session = open_still(paths, bar.show)
    session.set_filter(options.filter)
    start_at = None
    where = options.at or beginning.at
    if where:
        session.seek(where)
        start_at = session.status().now
    pace = Pace(options.speed or settings.speed or math.inf)
    for line in lines(session, start_at, pace):
        write_lines([line])
        if math.isfinite(pace.speed):
            sys.stdout.flush()
    return 0


def _show(paths: tuple[str, ...], options: argparse.Namespace, settings: Settings, beginning: Beginning) -> int:
    # What imports make is there to stay: looking for garbage among it delays the first paint. The app switches it on again.
    gc.disable()
    from trailhound.ui.app import TrailhoundApp

    def opening(progress: Callable[[Progress], None], is_cancelled: Callable[[], bool]) -> Session:
        session = open_paths(paths, progress, is_cancelled, beginning.title)
        session.set_speed(options.speed or settings.speed or beginning.speed)
        session.skip_quiet(settings.skip_quiet)
        session.set_filter(options.filter)
        where = options.at or beginning.at
        if where:
            session.seek(where)
        return session

    if "-" in paths:
        _hand_over_keyboard()
    app = TrailhoundApp(opening, screen_settings(settings, beginning.hints))
    app.run()
    return app.return_code or 0


def _hand_over_keyboard() -> None:
    """Keep the data that comes through standard input, and put the terminal in its place for the keys."""
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError("standard input holds the data and there is no terminal for the keys: add --plain") from error
    sys.stdin = os.fdopen(os.dup(0))
    os.dup2(keyboard, 0)
    os.close(keyboard)

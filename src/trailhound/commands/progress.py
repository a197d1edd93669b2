"""A progress bar on standard error: a real n of m and a rate, only where somebody is looking."""

from __future__ import annotations

import shutil
import sys
import time

from trailhound.model.observation import Progress
from trailhound.model.text import inert

PATIENCE = 0.4
"""Seconds before the bar shows up: what is over by then needs none."""

STEP = 0.1
"""Seconds between two drawings."""


class ProgressBar:
    """Shows how far a source has read. Use it as a context: what it drew is wiped away at the end, error or not."""

    def __init__(self) -> None:
        self._is_on = sys.stderr.isatty()
        self._began = time.monotonic()
        self._drawn = self._began + PATIENCE - STEP
        self._is_drawn = False

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def show(self, progress: Progress) -> None:
        """Draw one step, unless the last one is too fresh."""
        now = time.monotonic()
        if not self._is_on or now - self._drawn < STEP:
            return
        self._drawn, self._is_drawn = now, True
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write("\r" + progress_line(progress, now - self._began, width) + "\x1b[K")
        sys.stderr.flush()


def progress_line(progress: Progress, seconds: float, width: int) -> str:
    """Write one step as a line: bar, megabytes read of all, rate, and the file that is being read."""
    share = min(progress.done / progress.total, 1.0) if progress.total else 0.0
    bar = ("#" * round(share * 20)).ljust(20, "-")
    rate = progress.done / 1e6 / seconds if seconds > 0 else 0.0
    left = f"reading [{bar}] {progress.done / 1e6:.1f} of {progress.total / 1e6:.1f} MB  {rate:.0f} MB/s  "
    room = max(width - len(left), 0)
    path = inert(progress.path)
    return (left + (path if len(path) <= room else "..." + path[len(path) - room + 3 :] if room > 3 else ""))[:width]

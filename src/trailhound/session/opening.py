"""Opening a watch: everything a source has is taken in, then a clock is set over it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from trailhound.model.observation import Progress
from trailhound.model.time_span import TimeSpan
from trailhound.session.boards import Boards
from trailhound.session.clock import Clock, PlaybackClock
from trailhound.session.feed import Feed, Observing
from trailhound.session.loaded import Loaded
from trailhound.session.session import Watch

ClockFactory = Callable[[TimeSpan, datetime], Clock]
"""Makes the clock of a watch from its span and the moment at which watching makes sense to begin."""


def playback(span: TimeSpan, start_at: datetime) -> Clock:
    """Make a clock that replays a span in real time from a moment on."""
    return PlaybackClock(span, time.monotonic, start_at=start_at)


def open_watch(
    source: Observing,
    clock: ClockFactory = playback,
    progress: Callable[[Progress], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    title: str = "",
) -> Watch:
    """Read a source to its end and give a watch over what it told. Runs in the caller's thread.

    Args:
        source: What to read.
        clock: Makes the clock, once the span is known.
        progress: Told how far reading has got.
        is_cancelled: Asked between two observations whether to stop.
        title: Names what is watched.

    Raises:
        Cancelled: If somebody asked to stop.
        InputError: If the source as a whole can't be read.
    """
    loaded = Loaded()
    Feed(loaded, progress, is_cancelled).run(source)
    boards = Boards(loaded)
    boards.prepare()
    return Watch(boards, clock(boards.span, boards.dense.start_at), title)

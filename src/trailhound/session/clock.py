"""The clocks: one for what is replayed, one for what happens now. A session cannot tell them apart."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from trailhound.errors import SeekError
from trailhound.model.time_span import TimeSpan
from trailhound.session.views import Mode

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 60.0, 125.0, 250.0, 500.0, 1000.0, math.inf)
"""The steps of ``faster`` and ``slower``; ``math.inf`` is max."""


class Clock(Protocol):
    """Where the playhead stands, in observed time.

    A clock promises nothing about what has been observed: it only says which moment is looked at.
    """

    @property
    def mode(self) -> Mode:
        """What the clock does, for the top line."""

    @property
    def is_running(self) -> bool:
        """Say whether the playhead moves, or will as soon as there is something ahead of it."""

    @property
    def speed(self) -> float:
        """Seconds of the session for each second that passes; ``math.inf`` is max."""

    def now(self) -> datetime:
        """The playhead. Never beyond ``latest``."""

    def latest(self) -> datetime:
        """The end of the recording, or the wall time: as far as a source can have got."""

    def play(self) -> None:
        """Let the playhead move."""

    def pause(self) -> None:
        """Freeze the playhead where it stands."""

    def seek(self, moment: datetime) -> None:
        """Put the playhead somewhere; it goes on running or stays frozen as before."""

    def set_speed(self, speed: float) -> None:
        """Set the speed. Raises SeekError outside 0.25 to 1000 (``math.inf`` is allowed)."""

    def follow(self) -> None:
        """Go to the end of the recording, or back to the wall time, and stay there."""


def check_speed(speed: float) -> float:
    """Give the speed back, or raise SeekError if no clock can run at it."""
    if math.isnan(speed) or (speed != math.inf and not SPEEDS[0] <= speed <= SPEEDS[-2]):
        raise SeekError("no such speed", f"{speed:g}", 0, "give 0.25 to 1000, or max")
    return speed


def changed_speed(speed: float, steps: int) -> float:
    """Give the speed so many steps faster or slower, held inside the table; a speed between two steps goes to the next."""
    if steps == 0:
        return speed
    if steps > 0:
        above = [candidate for candidate in SPEEDS if candidate > speed]
        return above[min(steps, len(above)) - 1] if above else SPEEDS[-1]
    below = [candidate for candidate in SPEEDS if candidate < speed]
    return below[-min(-steps, len(below))] if below else SPEEDS[0]


class PlaybackClock:
    """A playhead over a recording, driven by a steady counter of seconds.

    Args:
        span: The recording.
        seconds: Gives seconds that never go back, such as ``time.monotonic``.
        start_at: Where the playhead begins; the start of the recording if None.
        speed: Its first speed.
        is_running: Whether it runs at once.
    """

    def __init__(
        self,
        span: TimeSpan,
        seconds: Callable[[], float],
        *,
        start_at: datetime | None = None,
        speed: float = 1.0,
        is_running: bool = True,
    ) -> None:
        self._span = span
        self._seconds = seconds
        self._speed = check_speed(speed)
        self._is_running = is_running
        self._from_seconds = seconds()
        self._from_at = span.start_at
        if start_at is not None:
            self.seek(start_at)

    @property
    def mode(self) -> Mode:
        """ENDED at the end of the recording, else REPLAY or PAUSED."""
        if self.now() >= self._span.end_at:
            return Mode.ENDED
        return Mode.REPLAY if self._is_running else Mode.PAUSED

    @property
    def is_running(self) -> bool:
        """Say whether the playhead moves."""
        return self._is_running

    @property
    def speed(self) -> float:
        """Seconds of the recording for each second that passes."""
        return self._speed

    def now(self) -> datetime:
        """The playhead, held inside the recording."""
        if not self._is_running:
            return self._from_at
        passed = self._seconds() - self._from_seconds
        left = (self._span.end_at - self._from_at).total_seconds()
        ahead = left if self._speed == math.inf else passed * self._speed
        return self._span.end_at if ahead >= left else self._from_at + timedelta(seconds=max(ahead, 0.0))

    def latest(self) -> datetime:
        """The end of the recording."""
        return self._span.end_at

    def play(self) -> None:
        """Go on from where the playhead stands."""
        self._anchor(self.now())
        self._is_running = True

    def pause(self) -> None:
        """Freeze the playhead."""
        self._anchor(self.now())
        self._is_running = False

    def seek(self, moment: datetime) -> None:
        """Put the playhead somewhere inside the recording."""
        self._anchor(min(max(moment, self._span.start_at), self._span.end_at))

    def set_speed(self, speed: float) -> None:
        """Go on from here at another speed."""
        checked = check_speed(speed)
        self._anchor(self.now())
        self._speed = checked

    def follow(self) -> None:
        """Go to the end of the recording."""
        self._anchor(self._span.end_at)

    def _anchor(self, moment: datetime) -> None:
        self._from_at, self._from_seconds = moment, self._seconds()


class WallClock:
    """The time on the wall, which can be frozen, or followed from behind after a look back.

    Args:
        wall: Gives the time now, aware and in UTC.
    """

    def __init__(self, wall: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._wall = wall
        self._behind: PlaybackClock | None = None
        self._speed = 1.0

    @property
    def mode(self) -> Mode:
        """LIVE at the wall time, PAUSED when frozen, REPLAY when it runs behind."""
        if self._caught_up():
            return Mode.LIVE
        return Mode.REPLAY if self.is_running else Mode.PAUSED

    @property
    def is_running(self) -> bool:
        """Say whether the playhead moves."""
        return self._behind is None or self._behind.is_running

    @property
    def speed(self) -> float:
        """1 at the wall time; behind it, what was set."""
        return 1.0 if self._caught_up() else self._speed

    def now(self) -> datetime:
        """The wall time, or the moment that is looked at behind it."""
        return self._wall() if self._caught_up() or self._behind is None else min(self._behind.now(), self._wall())

    def latest(self) -> datetime:
        """The wall time."""
        return self._wall()

    def play(self) -> None:
        """Go on from where the playhead stands; it stays behind until ``follow`` or a speed above 1 brings it up."""
        if self._behind is not None:
            self._behind.play()

    def pause(self) -> None:
        """Freeze the playhead."""
        self._leave(self.now())
        if self._behind is not None:
            self._behind.pause()

    def seek(self, moment: datetime) -> None:
        """Look at a moment in the past; the wall time or later means to follow it."""
        if moment >= self._wall():
            self.follow()
            return
        was_running = self.is_running
        self._leave(moment)
        if self._behind is not None and not was_running:
            self._behind.pause()

    def set_speed(self, speed: float) -> None:
        """Set how fast the playhead runs while it is behind."""
        self._speed = check_speed(speed)
        if self._behind is not None:
            self._behind.set_speed(speed)

    def follow(self) -> None:
        """Go back to the wall time."""
        self._behind = None

    def _leave(self, moment: datetime) -> None:
        far = datetime.max.replace(tzinfo=UTC)
        self._behind = PlaybackClock(
            TimeSpan(datetime.min.replace(tzinfo=UTC), far), self._counted, start_at=moment, speed=self._speed
        )

    def _counted(self) -> float:
        return self._wall().timestamp()

    def _caught_up(self) -> bool:
        """Say whether the playhead is at the wall time; once it is, it stays there."""
        if self._behind is not None and self._behind.is_running and self._behind.now() > self._wall():
            self._behind = None
        return self._behind is None

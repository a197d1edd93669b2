"""Clocks: where the playhead stands, and that it stands still when frozen."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.session.story import START, Seconds, at

from trailhound.errors import SeekError
from trailhound.model.time_span import TimeSpan
from trailhound.session.clock import SPEEDS, PlaybackClock, WallClock, changed_speed, check_speed
from trailhound.session.views import Mode

SPAN = TimeSpan(START, at(60))


class Wall:
    """A wall time that a test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def test_a_recording_plays_at_its_speed() -> None:
    seconds = Seconds()
    clock = PlaybackClock(SPAN, seconds, speed=4)

    seconds.value = 30

    assert clock.now() == at(2)
    assert clock.mode is Mode.REPLAY


def test_changing_the_speed_does_not_move_the_playhead() -> None:
    seconds = Seconds()
    clock = PlaybackClock(SPAN, seconds)
    seconds.value = 60

    clock.set_speed(1000)

    assert clock.now() == at(1)


def test_a_paused_recording_stands_still_and_goes_on_from_there() -> None:
    seconds = Seconds()
    clock = PlaybackClock(SPAN, seconds)
    seconds.value = 60
    clock.pause()

    seconds.value = 600
    paused = clock.now()
    clock.play()
    seconds.value = 660

    assert (paused, clock.now()) == (at(1), at(2))


def test_a_recording_ends_and_stays_at_its_end() -> None:
    seconds = Seconds()
    clock = PlaybackClock(SPAN, seconds)

    seconds.value = 1e9

    assert (clock.now(), clock.mode, clock.latest()) == (at(60), Mode.ENDED, at(60))


def test_max_speed_is_at_the_end_at_once() -> None:
    clock = PlaybackClock(SPAN, Seconds())

    clock.set_speed(math.inf)

    assert clock.now() == at(60)


@given(st.lists(st.sampled_from(["play", "pause", "wait", "faster", "slower"]), max_size=30))
def test_the_playhead_of_a_recording_never_goes_back_by_itself(doings: list[str]) -> None:
    seconds = Seconds()
    clock = PlaybackClock(SPAN, seconds)
    last = clock.now()
    for doing in doings:
        if doing == "play":
            clock.play()
        elif doing == "pause":
            clock.pause()
        elif doing == "wait":
            seconds.value += 7
        else:
            clock.set_speed(changed_speed(clock.speed, 1 if doing == "faster" else -1))

        assert last <= clock.now() <= SPAN.end_at
        last = clock.now()


@pytest.mark.parametrize("speed", [0.1, 1001, -1, math.nan, 0])
def test_a_speed_outside_the_limits_is_refused(speed: float) -> None:
    with pytest.raises(SeekError, match=r"0\.25 to 1000"):
        check_speed(speed)


def test_the_steps_of_speed_end_at_both_ends() -> None:
    assert changed_speed(1, 100) == math.inf
    assert changed_speed(1, -100) == SPEEDS[0]
    assert changed_speed(3, 1) == 4
    assert changed_speed(3, -1) == 2
    assert changed_speed(3, 0) == 3


def test_the_wall_clock_follows_the_wall() -> None:
    wall = Wall()
    clock = WallClock(wall)

    wall.now = at(5)

    assert (clock.now(), clock.mode, clock.speed) == (at(5), Mode.LIVE, 1)


def test_pausing_live_freezes_the_playhead_while_the_wall_goes_on() -> None:
    wall = Wall()
    clock = WallClock(wall)
    clock.pause()

    wall.now = at(5)

    assert (clock.now(), clock.latest(), clock.mode) == (START, at(5), Mode.PAUSED)


def test_going_on_after_a_pause_stays_behind_the_wall() -> None:
    wall = Wall()
    clock = WallClock(wall)
    clock.pause()
    wall.now = at(5)

    clock.play()
    wall.now = at(6)

    assert (clock.now(), clock.mode) == (at(1), Mode.REPLAY)


def test_a_playhead_that_catches_up_is_live_again() -> None:
    wall = Wall()
    clock = WallClock(wall)
    wall.now = at(10)
    clock.seek(START)
    clock.set_speed(30)

    wall.now = at(11)

    assert (clock.now(), clock.mode) == (at(11), Mode.LIVE)


def test_following_goes_back_to_the_wall() -> None:
    wall = Wall()
    clock = WallClock(wall)
    clock.seek(START - timedelta(minutes=3))

    clock.follow()

    assert clock.mode is Mode.LIVE


def test_seeking_live_while_paused_stays_paused() -> None:
    wall = Wall()
    clock = WallClock(wall)
    clock.pause()

    clock.seek(START - timedelta(minutes=3))
    wall.now = at(5)

    assert clock.now() == START - timedelta(minutes=3)
    assert not clock.is_running

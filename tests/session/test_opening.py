"""Opening a watch over a source."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from tests.session.story import Seconds, Told, at, story

from trailhound.model.observation import Progress
from trailhound.model.time_span import TimeSpan
from trailhound.session.clock import Clock, PlaybackClock
from trailhound.session.feed import Cancelled
from trailhound.session.opening import open_watch, playback
from trailhound.session.session import Watch
from trailhound.sources.files.source import FileSource

SHARED = Path(os.environ.get("TRAILHOUND_SHARED", "../shared")) / "data" / "scenarios"


def _frozen(span: TimeSpan, start_at: datetime) -> Clock:
    return PlaybackClock(span, Seconds(), start_at=start_at, is_running=False)


def test_a_watch_starts_where_the_dense_part_starts() -> None:
    watch = open_watch(Told(story()), _frozen, title="orders")

    assert watch.status().now == watch.status().span.start_at == at(0)
    assert watch.status().title == "orders"


def test_progress_is_passed_on() -> None:
    told: list[Progress] = []

    open_watch(Told([Progress(1, 2, "a"), *story(), Progress(2, 2, "b")]), _frozen, told.append)

    assert [progress.path for progress in told] == ["a", "b"]


def test_reading_stops_when_somebody_asks() -> None:
    with pytest.raises(Cancelled):
        open_watch(Told(story()), _frozen, is_cancelled=lambda: True)


def test_the_clock_of_a_recording_runs_by_itself() -> None:
    clock = playback(TimeSpan(at(0), at(1)), at(0))

    assert clock.is_running
    assert at(0) <= clock.now() <= at(1)


def _scenarios() -> list[Path]:
    return sorted(SHARED.glob("*/scenario.json"))[::11] if SHARED.is_dir() else []


@pytest.mark.skipif(not _scenarios(), reason="no shared scenarios here: set TRAILHOUND_SHARED")
@pytest.mark.parametrize("path", _scenarios(), ids=lambda path: path.parent.name)
def test_a_scenario_shows_the_same_however_the_playhead_came_there(path: Path) -> None:
    source = FileSource([str(path.parent)])
    watch, other = open_watch(source, _frozen), open_watch(source, _frozen)
    watch.seek("next alarm")
    moment = watch.status().now

    other.to_end()
    _look(other)
    other.seek_to(moment)

    assert _look(watch) == _look(other)


def _look(watch: Watch) -> list[object]:
    tail = watch.tail()
    return [
        watch.status(),
        list(tail.rows(0, len(tail))),
        watch.alarms(),
        watch.metrics(60),
        watch.headline(),
        watch.subjects(),
        watch.coverage(),
    ]

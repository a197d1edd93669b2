"""The one way in."""

from __future__ import annotations

import pytest
from tests.session.story import ALARM, LATENCY, Told, at, call, changed, delivered, described, points

from trailhound.model.alarm import AlarmState
from trailhound.model.observation import (
    ConfigItem,
    LogLines,
    MetricFilterDescribed,
    NotUnderstood,
    Observation,
    Origin,
    Progress,
    Records,
)
from trailhound.session.feed import Cancelled, Feed
from trailhound.session.loaded import Loaded

HERE = Origin("x")


def test_every_kind_of_observation_finds_its_place() -> None:
    loaded = Loaded()
    told: list[Progress] = []
    observations: list[Observation] = [
        delivered(2, call(1, "A")),
        points(LATENCY, [1.0]),
        described(ALARM, AlarmState.OK, at(1)),
        changed(ALARM.name, 1, AlarmState.ALARM, AlarmState.OK),
        LogLines("group", ((at(1), "stream", "message"),), HERE),
        MetricFilterDescribed("f", "group", "{ $.x = 1 }", (("N", "M"),), HERE),
        ConfigItem("AWS::EC2::Instance", "i-1", "", "", at(1), (), HERE),
        NotUnderstood(HERE, "why"),
        Progress(1, 1, "x"),
    ]

    Feed(loaded, told.append).run(Told(observations))

    assert len(loaded.store) == len(loaded.gauges.all()) == len(loaded.alarms.all_transitions()) == 1
    assert loaded.log_lines == [(at(1), "group", "message")]
    assert len(loaded.filters) == len(loaded.items) == len(loaded.troubles) == len(told) == 1


def test_records_keep_their_place_in_the_file() -> None:
    loaded = Loaded()

    Feed(loaded).run(Told([delivered(2, call(1, "A"), call(1, "B"), path="log.gz")]))

    assert loaded.store.origin(1) == Origin("log.gz", 2)


def test_arrival_times_that_nobody_wrote_down_are_noticed() -> None:
    loaded = Loaded()

    Feed(loaded).run(Told([Records((call(1, "A"),), HERE, None)]))

    assert (loaded.inputs.has_arrivals, loaded.inputs.has_silent_arrivals) == (False, True)


def test_what_was_read_before_somebody_asked_to_stop_stays() -> None:
    loaded, asked = Loaded(), iter([False, True])

    with pytest.raises(Cancelled):
        Feed(loaded, is_cancelled=lambda: next(asked)).run(Told([delivered(2, call(1, "A")), delivered(3, call(2, "B"))]))

    assert len(loaded.store) == 1

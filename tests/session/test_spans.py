"""How far a session reaches, and which part is worth looking at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.session.story import LATENCY, at, boards_of, call, delivered, points

from trailhound.model.alarm import Alarm, AlarmKind, AlarmState
from trailhound.model.metric import Datapoint, Metric
from trailhound.model.observation import AlarmDescribed, Origin
from trailhound.model.time_span import TimeSpan
from trailhound.session.loaded import Loaded
from trailhound.session.spans import whole_span, zoomed

DAY = 24 * 60
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


def test_lone_old_records_are_left_out_of_the_dense_part() -> None:
    old = [delivered(-9 * DAY, call(-9 * DAY, "CreateOld")), delivered(-5 * DAY, call(-5 * DAY, "CreateLess"))]
    new = [delivered(minute + 1, call(minute, f"Get{minute}")) for minute in range(10)]

    boards = boards_of([*old, *new])

    assert boards.span.start_at == at(-9 * DAY)
    assert boards.dense == TimeSpan(at(0), at(10))


def test_a_session_of_several_days_is_dense_as_a_whole() -> None:
    boards = boards_of([delivered(day * DAY, call(day * DAY, f"Get{day}")) for day in range(6)])

    assert boards.dense == boards.span


def test_a_few_new_records_do_not_make_many_old_ones_lone() -> None:
    old = [delivered(minute, call(minute, f"Get{minute}")) for minute in range(10)]

    boards = boards_of([*old, delivered(9 * DAY, call(9 * DAY, "Late"))])

    assert boards.dense == boards.span


def test_metrics_alone_make_a_span() -> None:
    assert boards_of([points(LATENCY, [1.0] * 10)]).span == TimeSpan(at(0), at(10))


@given(st.integers(0, 12), st.floats(-10, 80))
def test_zooming_stays_inside_and_halves(levels: int, minutes: float) -> None:
    whole = TimeSpan(at(0), at(70))

    span = zoomed(whole, levels, at(minutes))

    assert whole.start_at <= span.start_at < span.end_at <= whole.end_at
    assert span.duration == max(whole.duration / 2**levels, timedelta(minutes=1))


def test_the_state_that_an_alarm_was_described_with_is_in_reach() -> None:
    loaded = Loaded()
    alarm = Alarm("HighCPU", AlarmKind.METRIC)
    loaded.alarms.describe(AlarmDescribed(alarm, AlarmState.ALARM, "", NOON + timedelta(minutes=6), Origin("a.json")))
    loaded.gauges.add(Metric("AWS/EC2", "CPUUtilization"), (Datapoint(NOON, 1.0, NOON + timedelta(minutes=1)),), "")
    loaded.settle()

    assert whole_span(loaded) == TimeSpan(NOON, NOON + timedelta(minutes=6))


def test_described_alarms_alone_are_a_session_of_one_moment() -> None:
    loaded = Loaded()
    loaded.alarms.describe(AlarmDescribed(Alarm("a", AlarmKind.METRIC), AlarmState.OK, "", NOON, Origin("a.json")))
    loaded.settle()

    assert whole_span(loaded) == TimeSpan(NOON, NOON)

"""Metrics at a moment: what is usual, what stepped, worst first."""

from __future__ import annotations

import dataclasses

from tests.session.story import ALARM, LATENCY, at, boards_of, described, points, story

from trailhound.model.alarm import AlarmState
from trailhound.model.metric import Metric
from trailhound.session.metric_board import measure

CPU = Metric("AWS/RDS", "CPUUtilization", (("DBInstanceIdentifier", "orders-db-1"),))


def test_a_sparkline_has_the_threshold_and_state_of_its_alarm() -> None:
    view = boards_of(story()).metric_views(at(70), 30)[0]

    assert (view.title, view.measure, view.unit) == ("orders-db-1", "ReadLatency", "Seconds")
    assert (view.alarm, view.state, view.threshold, view.is_above) == (ALARM.name, AlarmState.ALARM, 0.020, True)
    assert view.latest == 0.038
    assert view.factor is not None
    assert 9 < view.factor < 10


def test_a_sparkline_ends_at_the_playhead() -> None:
    view = boards_of(story()).metric_views(at(50), 10)[0]

    assert view.series.end_at == at(50)
    assert len(view.series.values) == 10
    assert None not in view.series.values


def test_an_unremarkable_metric_has_no_factor() -> None:
    assert boards_of(story()).metric_views(at(50), 10)[0].factor is None


def test_a_value_that_is_no_longer_fresh_has_no_factor() -> None:
    boards = boards_of(story())

    assert boards.metric_views(at(74), 10)[0].factor is not None
    assert boards.metric_views(at(90), 10)[0].factor is None


def test_metrics_in_alarm_stand_before_strange_ones_and_those_before_calm_ones() -> None:
    strange = points(CPU, [10.0] * 60 + [90.0] * 10)
    calm = points(dataclasses.replace(CPU, name="A"), [10.0] * 70)
    views = boards_of([*story(), strange, calm]).metric_views(at(70), 30)

    assert [view.metric.name for view in views] == ["ReadLatency", "CPUUtilization", "A"]


def test_the_changes_that_name_the_resource_are_ticks_and_the_culprit_is_marked() -> None:
    boards = boards_of(story())

    ticks = boards.metric_views(at(70), 30)[0].ticks

    assert [(boards.store.event(tick.row).event_id, tick.is_culprit) for tick in ticks] == [("culprit", True)]


def test_a_breaching_side_below_is_said() -> None:
    low = dataclasses.replace(ALARM, comparison="LessThanThreshold")
    view = boards_of([points(LATENCY, [1.0] * 10), described(low, AlarmState.OK, at(1))]).metric_views(at(10), 5)[0]

    assert not view.is_above


def test_the_start_of_the_data_is_no_step() -> None:
    boards = boards_of([points(CPU, [50.0, 51.0, 49.0] * 20, start=100)])

    assert boards.metrics.steps(at(170)) == []


def test_a_step_is_found_once_and_stays_found() -> None:
    boards = boards_of([points(CPU, [10.0, 11.0, 10.5] * 20 + [90.0, 91.0, 92.0] * 20)])

    early, late = boards.metrics.steps(at(90)), boards.metrics.steps(at(120))

    assert [step.change.at for step in early] == [step.change.at for step in late] == [at(60)]


def test_names_of_metrics_are_unique() -> None:
    second = dataclasses.replace(CPU, statistic="p99")
    boards = boards_of([points(CPU, [1.0]), points(second, [1.0])])
    names = [boards.metrics.name(metric) for metric in (CPU, second)]

    assert len(set(names)) == 2
    assert [boards.metrics.named(name).metric for name in names] == [CPU, second]  # type: ignore[union-attr]  # both are loaded
    assert boards.metrics.named("nosuch") is None


def test_percentiles_say_so() -> None:
    assert measure(dataclasses.replace(LATENCY, statistic="p99")) == "ReadLatency p99"
    assert measure(CPU) == "CPU"

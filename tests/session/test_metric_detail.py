"""One metric in full."""

from __future__ import annotations

from tests.session.story import ALARM, LATENCY, at, boards_of, points, story

from trailhound.model.phrase import plain
from trailhound.session.metric_detail import metric_detail
from trailhound.session.views import MetricDetail


def _detail(minutes: float = 70, periods: int = 60) -> MetricDetail:
    boards = boards_of(story())
    return metric_detail(boards, boards.loaded.gauges.all()[0], at(minutes), periods)


def test_the_sentence_says_how_it_stands_and_what_is_usual() -> None:
    assert plain(_detail().sentence) == "orders-db-1 reads take 38 ms, 9.3x usual. Usual is 4.1 ms."


def test_with_little_data_nothing_is_said_to_be_usual() -> None:
    boards = boards_of([points(LATENCY, [0.004] * 3)])

    detail = metric_detail(boards, boards.loaded.gauges.all()[0], at(3), 10)

    assert "Too little is loaded" in plain(detail.sentence)


def test_ticks_come_with_their_events() -> None:
    assert [(event.event_id, tick.is_culprit) for tick, event in _detail().ticks] == [("culprit", True)]


def test_the_changes_of_its_alarms_are_told() -> None:
    assert [(change.alarm, change.at) for change in _detail().transitions] == [(ALARM.name, at(67))]
    assert _detail(60).transitions == ()


def test_the_statistics_count_periods_without_data() -> None:
    facts = {fact.label: (plain(fact.value), fact.source) for fact in _detail(80).statistics}

    assert facts["data"] == ("50 of 60 periods have data", "83 %")
    assert facts["highest"][0] == "41 ms"
    assert facts["alarms"][0] == ALARM.name

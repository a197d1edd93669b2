"""Every view of a moment comes from the same boards."""

from __future__ import annotations

import pytest
from tests.session.story import ALARM, at, boards_of, call, changed, delivered, story

from trailhound.model.alarm import AlarmState
from trailhound.session.feed import Feed
from trailhound.session.links import Links


def test_rows_of_a_field_are_those_with_exactly_that_value() -> None:
    boards = boards_of([delivered(5, call(1, "GetX"), call(2, "GetXY"))])

    assert boards.of_field("name", "GetX", at(9)) == [0]
    assert boards.of_field("name", "GetX", at(4)) == []


def test_changes_are_those_up_to_the_moment() -> None:
    boards = boards_of(story())

    assert boards.changes(at(66)) == ()
    assert [change.alarm for change in boards.changes(at(67))] == [ALARM.name]


def test_without_records_nothing_is_complete() -> None:
    assert boards_of([]).complete_to(at(5)) is None


def test_what_comes_later_is_seen_after_forgetting() -> None:
    boards = boards_of(story())
    boards.alarms.views(at(90))

    feed = Feed(boards.loaded)
    feed.take(changed(ALARM.name, 80, AlarmState.ALARM, AlarmState.OK))
    feed.take(delivered(85, call(84, "Late")))
    feed.settle()
    boards.forget()

    assert boards.alarms.views(at(90))[0].state is AlarmState.OK
    assert boards.span.end_at == at(85)
    assert boards.arrivals.known(at(85)) == 42


def test_links_are_learned_ahead_only_where_something_can_move(monkeypatch: pytest.MonkeyPatch) -> None:
    learned: list[object] = []
    monkeypatch.setattr(Links, "learn", lambda links: learned.append(links))

    boards_of([delivered(1, call(0, "CreateQueue"))]).prepare()
    assert not learned
    boards_of(story()).prepare()

    assert learned

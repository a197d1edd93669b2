"""Moving by what happened, in the order in which it came to be known."""

from __future__ import annotations

import pytest
from tests.session.story import at, boards_of, call, changed, delivered

from trailhound.errors import SeekError
from trailhound.languages.query import parse
from trailhound.model.alarm import AlarmState
from trailhound.session.boards import Boards
from trailhound.session.seek import Landmark, Next


@pytest.fixture
def boards() -> Boards:
    return boards_of(
        [
            delivered(10, call(1, "GetA"), call(2, "PutB")),
            delivered(20, call(19, "GetC", error="AccessDenied")),
            delivered(30, call(3, "DeleteD")),
            changed("a", 15, AlarmState.OK, AlarmState.ALARM),
            changed("a", 25, AlarmState.ALARM, AlarmState.OK),
        ]
    )


def test_events_are_counted_when_they_arrive(boards: Boards) -> None:
    assert [boards.arrivals.known(at(minute)) for minute in (9, 10, 20, 30)] == [0, 2, 3, 4]


def test_the_usual_delay_is_that_of_the_slowest_few(boards: Boards) -> None:
    delays = [boards.arrivals.usual_delay(at(minute)) for minute in (5, 10, 30)]

    assert delays == [None, at(9) - at(0), at(27) - at(0)]


@pytest.mark.parametrize(
    ("start", "events", "expected"), [(0, 1, 10), (0, 3, 20), (0, 99, 30), (30, -1, 20), (20, -1, 10), (30, -2, 10), (10, 1, 20)]
)
def test_stepping_goes_from_arrival_to_arrival(boards: Boards, start: float, events: int, expected: float) -> None:
    assert boards.arrivals.stepped(at(start), events, None) == at(expected)


def test_stepping_back_from_the_first_arrival_goes_before_it(boards: Boards) -> None:
    found = boards.arrivals.stepped(at(10), -1, None)

    assert found is not None
    assert boards.arrivals.known(found) == 0


def test_there_is_no_step_beyond_the_ends(boards: Boards) -> None:
    assert boards.arrivals.stepped(at(30), 1, None) is None
    assert boards.arrivals.stepped(at(5), -1, None) is None


def test_stepping_counts_only_what_the_filter_shows(boards: Boards) -> None:
    assert boards.arrivals.stepped(at(10), 1, parse("write:yes")) == at(30)


@pytest.mark.parametrize(
    ("landmark", "step", "start", "expected"),
    [
        (Landmark.ALARM, 1, 0, 15),
        (Landmark.ALARM, -1, 30, 15),
        (Landmark.ERROR, 1, 0, 20),
        (Landmark.WRITE, 1, 10, 30),
        (Landmark.WRITE, -1, 30, 10),
        (Landmark.EVENT, 1, 20, 30),
        (Landmark.BOOKMARK, 1, 0, 20),
    ],
)
def test_landmarks_lie_where_they_came_to_be_known(
    boards: Boards, landmark: Landmark, step: int, start: float, expected: float
) -> None:
    marked = boards.store.row_of("GetC-19")
    assert marked is not None

    found = boards.arrivals.landmark(Next(landmark, step), at(start), None, boards.changes(at(99)), {marked, -5})

    assert found == at(expected)


def test_a_landmark_that_is_not_there_is_refused(boards: Boards) -> None:
    with pytest.raises(SeekError, match="no error before"):
        boards.arrivals.landmark(Next(Landmark.ERROR, -1), at(20), None, (), ())


def test_the_next_shown_thing_may_be_an_alarm(boards: Boards) -> None:
    changes = boards.changes(at(99))

    assert boards.arrivals.next_shown(at(12), None, changes) == at(15)
    assert boards.arrivals.next_shown(at(26), parse("error:*"), changes) is None

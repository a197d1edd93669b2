"""The event list: calls, alarm changes and the "complete to" line in one order."""

from __future__ import annotations

import pytest
from tests.session.story import ALARM, at, boards_of, call, changed, delivered, described, role_session, story

from trailhound.languages.query import parse
from trailhound.model.alarm import AlarmState
from trailhound.session.boards import Boards
from trailhound.session.tail import COMPLETE_KEY, EventTail
from trailhound.session.views import AlarmRow, CompleteRow, EventRow, Jump, TailRow


def _tail(boards: Boards, minutes: float, text: str = "", search: str = "", marks: frozenset[int] = frozenset()) -> EventTail:
    return boards.tail(at(minutes), parse(text) if text else None, parse(search) if search else None, marks)


def _names(rows: list[TailRow]) -> list[str]:
    return [
        row.event.event_id if isinstance(row, EventRow) else "alarm" if isinstance(row, AlarmRow) else "complete" for row in rows
    ]


@pytest.fixture
def boards() -> Boards:
    session = role_session("admin", "one", "ASIAONE")
    return boards_of(
        [
            delivered(6, call(1, "DescribeX", event_id="a"), call(5, "DeleteY", event_id="d", who=session)),
            delivered(3, call(2, "PutZ", event_id="b", who=session), call(2, "GetZ", event_id="c", error="AccessDenied")),
            described(ALARM, AlarmState.ALARM, at(3.5)),
            changed(ALARM.name, 3.5, AlarmState.OK, AlarmState.ALARM),
        ]
    )


def test_rows_stand_in_the_order_in_which_they_occurred(boards: Boards) -> None:
    tail = _tail(boards, 9)

    assert _names(list(tail.rows(0, 99))) == ["a", "b", "c", "alarm", "complete", "d"]
    assert len(tail) == 6


def test_only_what_had_arrived_is_there(boards: Boards) -> None:
    assert _names(list(_tail(boards, 5).rows(0, 99))) == ["b", "c", "alarm", "complete"]


def test_a_stretch_is_the_same_as_a_piece_of_the_whole(boards: Boards) -> None:
    tail = _tail(boards, 9)
    whole = list(tail.rows(0, 99))

    for start in range(-1, 7):
        for stop in range(start, 8):
            assert list(tail.rows(start, stop)) == whole[max(start, 0) : max(stop, 0)]


def test_the_filter_hides_calls_but_never_an_alarm(boards: Boards) -> None:
    tail = _tail(boards, 9, "write:yes")

    assert _names(list(tail.rows(0, 99))) == ["b", "alarm", "complete", "d"]
    assert (tail.shown, tail.total) == (2, 4)


def test_every_row_is_found_by_its_key(boards: Boards) -> None:
    tail = _tail(boards, 9)

    for index, row in enumerate(tail.rows(0, 99)):
        assert tail.index_of(row.key) == index
    assert tail.index_of(-999) is None
    assert tail.index_of(999) is None


def test_keys_of_alarm_changes_are_negative_and_stay(boards: Boards) -> None:
    early, late = _tail(boards, 5).rows(0, 99), _tail(boards, 9).rows(0, 99)
    keys = [[row.key for row in rows if isinstance(row, AlarmRow)] for rows in (early, late)]

    assert keys[0] == keys[1]
    assert keys[0][0] < COMPLETE_KEY


def test_the_nearest_row_is_the_last_at_or_before_a_moment(boards: Boards) -> None:
    tail = _tail(boards, 9)

    assert [tail.nearest(at(minute)) for minute in (0, 1, 2, 4, 4.99, 8)] == [0, 0, 2, 4, 4, 5]


@pytest.mark.parametrize(
    ("what", "start", "step", "expected"),
    [
        (Jump.WRITE, 0, 1, 1),
        (Jump.WRITE, 3, 1, 5),
        (Jump.WRITE, 3, -1, 1),
        (Jump.WRITE, 5, -1, 1),
        (Jump.WRITE, 5, 1, None),
        (Jump.ERROR, 0, 1, 2),
        (Jump.ERROR, 2, -1, None),
        (Jump.ALARM, 0, 1, 3),
        (Jump.ALARM, 3, 1, None),
        (Jump.ALARM, 5, -1, 3),
        (Jump.SAME_SESSION, 1, 1, 5),
        (Jump.SAME_SESSION, 5, -1, 1),
        (Jump.SAME_SESSION, 3, 1, None),
        (Jump.HIT, 0, 1, None),
    ],
)
def test_jumps_find_the_next_row_of_a_kind(boards: Boards, what: Jump, start: int, step: int, expected: int | None) -> None:
    assert _tail(boards, 9).jump(start, step, what) == expected


def test_jumps_go_from_hit_to_hit(boards: Boards) -> None:
    tail = _tail(boards, 9, search="name:*Z")

    assert [tail.jump(0, 1, Jump.HIT), tail.jump(1, 1, Jump.HIT), tail.jump(5, -1, Jump.HIT)] == [1, 2, 2]


def test_jumps_go_to_bookmarks_on_calls_and_on_alarm_changes(boards: Boards) -> None:
    plain = list(_tail(boards, 9).rows(0, 99))
    tail = _tail(boards, 9, marks=frozenset({plain[3].key, plain[5].key}))

    assert [tail.jump(0, 1, Jump.BOOKMARK), tail.jump(3, 1, Jump.BOOKMARK), tail.jump(5, -1, Jump.BOOKMARK)] == [3, 5, 3]


def test_without_arrival_times_nothing_is_said_about_completeness() -> None:
    records = delivered(3, call(1, "A"))
    boards = boards_of([type(records)(records.records, records.origin, None)])

    rows = _tail(boards, 9).rows(0, 99)

    assert not any(isinstance(row, CompleteRow) for row in rows)


def test_a_copy_is_counted_only_once_it_has_come() -> None:
    record = call(1, "A", event_id="twice")
    boards = boards_of([delivered(2, record, path="one"), delivered(8, record, path="two")])

    copies = [[row.event.copies for row in _tail(boards, minute).rows(0, 9) if isinstance(row, EventRow)] for minute in (5, 8)]

    assert copies == [[1], [2]]


def test_a_list_of_the_whole_story_opens_any_of_its_rows() -> None:
    tail = _tail(boards_of(story()), 70)

    assert len(list(tail.rows(0, len(tail)))) == len(tail)

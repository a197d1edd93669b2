"""From a person down to what a session did."""

from __future__ import annotations

from tests.session.story import at, boards_of, call, delivered, role_session, user

from trailhound.cloudtrail.envelope import open_record
from trailhound.cloudtrail.identity import read_identity
from trailhound.model.phrase import Tone, plain
from trailhound.session.boards import Boards
from trailhound.session.lineage import MOST_CALLS, Lineage, lineage, session_events

ROLE = role_session("admin", "s1", "ASIAONE0000000000001")


def _lineage(boards: Boards, event_id: str) -> Lineage:
    row = boards.store.row_of(event_id)
    assert row is not None
    identity = read_identity(open_record(boards.store.raw(row)))
    return lineage(boards, boards.event(row, at(90)), identity, at(90))


def test_repeated_calls_are_folded_and_the_call_itself_stands_out() -> None:
    records = [call(minute, "DescribeX", who=ROLE, event_id=f"d{minute}") for minute in (1, 2, 3)]
    boards = boards_of([delivered(9, *records, call(4, "DeleteX", who=ROLE, event_id="deed"))])

    lines = _lineage(boards, "deed")

    assert [plain(words) for _, words, _ in lines[-2:]] == ["DescribeX x3", "DeleteX"]
    assert lines[-1][1][0].tone is Tone.TRAIL


def test_a_long_session_shows_the_stretch_around_the_call() -> None:
    records = [call(minute, f"Get{minute}", who=ROLE, event_id=f"e{minute}") for minute in range(40)]
    boards = boards_of([delivered(50, *records)])

    words = [plain(words) for _, words, _ in _lineage(boards, "e20")]

    assert "Get20" in words
    assert words[-1] == f"and {40 - MOST_CALLS} more"


def test_a_user_without_session_is_the_person_and_the_calls() -> None:
    boards = boards_of([delivered(2, call(1, "DeleteX", who=user("m.rivera"), event_id="deed"))])

    lines = _lineage(boards, "deed")

    assert [(depth, plain(words)) for depth, words, _ in lines] == [(0, "m.rivera"), (1, "DeleteX")]
    assert lines[0][2] == "person"


def test_only_calls_that_had_arrived_belong_to_the_session() -> None:
    boards = boards_of([delivered(2, call(1, "A", who=ROLE)), delivered(9, call(3, "B", who=ROLE))])
    event = boards.event(0, at(5))

    assert [found.name for found in session_events(boards, event, at(5))] == ["A"]
    assert [found.name for found in session_events(boards, event, at(9))] == ["A", "B"]


def test_a_record_without_credentials_stands_alone() -> None:
    boards = boards_of([delivered(2, call(1, "A", who={"type": "Unknown"}), call(1, "B", who={"type": "Unknown"}))])

    assert len(session_events(boards, boards.event(0, at(5)), at(5))) == 1

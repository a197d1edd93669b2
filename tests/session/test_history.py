"""What callers had done before."""

from __future__ import annotations

from tests.session.story import at, boards_of, call, delivered, user

from trailhound.engine.correlation.call import Call
from trailhound.session.boards import Boards
from trailhound.session.history import History


def _calls(boards: Boards) -> list[Call]:
    return [Call(row, boards.event(row, at(99)), {}) for row in range(len(boards.store))]


def _boards() -> Boards:
    return boards_of(
        [
            delivered(5, call(1, "GetX", event_id="1"), call(2, "GetX", event_id="2", address="198.51.100.1")),
            delivered(50, call(40, "GetX", event_id="3"), call(41, "PutY", who=user("m.rivera"), event_id="4")),
            delivered(60, call(3, "GetX", event_id="late", address="192.0.2.1")),
        ]
    )


def test_earlier_calls_of_the_same_kind_are_counted() -> None:
    boards = _boards()

    assert History(boards.store, at(30)).counts(_calls(boards)) == {("k.tanaka", "GetX"): 2, ("m.rivera", "PutY"): 0}


def test_earlier_addresses_are_those_that_were_known() -> None:
    boards = _boards()

    assert History(boards.store, at(30)).addresses(_calls(boards)) == {
        "k.tanaka": frozenset({"203.0.113.24", "198.51.100.1"}),
        "m.rivera": frozenset(),
    }

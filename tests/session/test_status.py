"""The top line never lies."""

from __future__ import annotations

from tests.session.story import Seconds, at, boards_of, call, delivered, story

from trailhound.model.alarm import AlarmState
from trailhound.session.boards import Boards
from trailhound.session.clock import PlaybackClock
from trailhound.session.status import status
from trailhound.session.views import Mode, Status


def _status(boards: Boards, minutes: float, *, is_running: bool = False) -> Status:
    clock = PlaybackClock(boards.span, Seconds(), start_at=at(minutes), is_running=is_running)
    return status(boards, clock, clock.now(), False, "title")


def test_it_counts_what_was_known() -> None:
    found = _status(boards_of(story()), 30)

    assert (found.events, found.duplicates, found.not_understood) == (16, 0, 1)
    assert found.newest_at == at(26)
    assert found.alarms == {AlarmState.OK: 1}


def test_it_names_accounts_and_regions() -> None:
    found = _status(boards_of(story()), 30)

    assert (found.accounts, found.regions) == (("444455556666",), ("eu-west-1",))


def test_it_says_up_to_when_records_have_arrived() -> None:
    assert _status(boards_of(story()), 30).complete_to == at(26)


def test_only_a_paused_clock_lets_things_wait() -> None:
    boards = boards_of(story())

    assert (_status(boards, 60, is_running=True).mode, _status(boards, 60, is_running=True).waiting) == (Mode.REPLAY, 0)
    assert _status(boards, 60).waiting == 10
    assert _status(boards, 60).waiting_alarms == 1


def test_a_copy_is_counted_when_it_arrives() -> None:
    record = call(1, "A", event_id="twice")
    boards = boards_of([delivered(2, record, path="a"), delivered(8, record, path="b"), delivered(9, call(8, "B"))])

    assert [_status(boards, minutes).duplicates for minutes in (5, 8)] == [0, 1]

"""What moved after a call."""

from __future__ import annotations

import dataclasses

import pytest
from tests.session.story import LATENCY, at, boards_of, points, story

from trailhound.session.aftermath import moved_after


def _moved(event_id: str, minutes: float = 75) -> list[str]:
    boards = boards_of([*story(), points(dataclasses.replace(LATENCY, name="Calm"), [1.0, 1.1, 0.9] * 25)])
    row = boards.store.row_of(event_id)
    assert row is not None
    return [view.metric.name for view in moved_after(boards, boards.event(row, at(minutes)), at(minutes))]


def test_a_metric_on_a_linked_resource_that_stepped_is_found() -> None:
    assert _moved("culprit") == ["ReadLatency"]


@pytest.mark.parametrize("event_id", ["first", "look", "no", "assume"])
def test_early_changes_reads_and_refused_calls_moved_nothing(event_id: str) -> None:
    assert _moved(event_id) == []


def test_what_moves_later_is_not_known_yet() -> None:
    assert _moved("culprit", 64) == []

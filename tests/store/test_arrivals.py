"""The times of records that come in together."""

from __future__ import annotations

import pytest
from tests.store.worlds import a_row

from trailhound.store.arrivals import Arrival, arrivals_of


@pytest.mark.parametrize(
    ("occurred", "observed", "expected"),
    [
        ([5], None, [Arrival(5, 5, True, True)]),
        ([5], 9, [Arrival(5, 9, True, True)]),
        ([5], 3, [Arrival(5, 5, True, True)]),
        ([None], 9, [Arrival(9, 9, False, True)]),
        ([None], None, [Arrival(0, 0, False, False)]),
        ([5, None, 7], None, [Arrival(5, 5, True, True), Arrival(5, 5, False, True), Arrival(7, 7, True, True)]),
        ([None, 7], None, [Arrival(7, 7, False, True), Arrival(7, 7, True, True)]),
        ([5, None], [None, 9], [Arrival(5, 5, True, True), Arrival(9, 9, False, True)]),
        ([], None, []),
    ],
)
def test_each_record_gets_its_times(
    occurred: list[int | None], observed: list[int | None] | int | None, expected: list[Arrival]
) -> None:
    assert arrivals_of([a_row(occurred_us=time) for time in occurred], observed) == expected

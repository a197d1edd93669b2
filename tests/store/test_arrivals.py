"""The times of records that come in together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    found = arrivals_of(occurred, observed)

    assert [found.at(place) for place in range(len(occurred))] == expected


times = st.none() | st.integers(0, 9)


@settings(max_examples=60, deadline=None)
@given(st.lists(times, max_size=6), times)
def test_one_observed_time_for_all_says_the_same_as_one_for_each(occurred: list[int | None], observed: int | None) -> None:
    together = arrivals_of(occurred, observed)
    each = arrivals_of(occurred, [observed] * len(occurred))

    assert [column.tolist() for column in together] == [column.tolist() for column in each]


def test_some_of_the_arrivals_can_be_picked() -> None:
    found = arrivals_of([5, None, 7], 9)

    assert [found.only([2, 1]).at(place) for place in (0, 1)] == [found.at(2), found.at(1)]

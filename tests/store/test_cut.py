"""A cut: the rows of one moment in order, found by place, by row and by time."""

from __future__ import annotations

import numpy as np
import pytest
from tests.store.conftest import World
from tests.store.worlds import SECOND, T0, a_row, a_store, passes

from trailhound.languages.query import parse
from trailhound.store import Store


@pytest.mark.parametrize("text", ["", "error:*", "! user12"])
@pytest.mark.parametrize("second", [-5, 0, 700, 1500, 9000])
def test_a_cut_is_what_was_known_and_passes_in_order_of_occurrence(world: World, text: str, second: int) -> None:
    made, store = world
    as_of, query = T0 + second * SECOND, parse(text)

    cut = store.cut(as_of, query)

    known = [(row.occurred_us, row.event_id, place) for place, (row, _, seen) in enumerate(made) if seen <= as_of]
    assert cut.total == len(known)
    assert cut.ordered.tolist() == [place for *_, place in sorted(known) if passes(query, *made[place])]


def test_moving_the_playhead_back_and_forth_gives_what_a_fresh_look_gives(world: World) -> None:
    made, _ = world
    rows, _, observed = zip(*made[:2000], strict=True)
    fresh = a_store(*rows, observed_us=observed)
    moved = a_store(*rows, observed_us=observed)

    for second in (10, 11, 300, 50, 50, 0, 299):
        there = moved.cut(T0 + second * SECOND, parse("error:*"))

    assert there.ordered.tolist() == fresh.cut(T0 + 299 * SECOND, parse("error:*")).ordered.tolist()


def four() -> Store:
    """Four rows, ten seconds apart; row 2 is the oldest."""
    return a_store(*(a_row(f"e-{place}", T0 + place % 4 * 10 * SECOND, who=f"p{place}") for place in (1, 2, 4, 3)))


def test_rows_are_given_by_stretch_and_short_at_the_ends() -> None:
    cut = four().cut(T0 + 99 * SECOND)

    assert cut.rows(0, 2).tolist() == [2, 0]
    assert cut.rows(3, 50).tolist() == [3]
    assert cut.rows(-3, 1).tolist() == [2]
    assert cut.rows(9, 12).tolist() == []


def test_a_row_knows_its_position_or_that_it_is_hidden() -> None:
    store = four()
    cut = store.cut(T0 + 99 * SECOND, parse("!user:p1"))

    assert [cut.position_of(row) for row in (0, 1, 2, 3, 4, -1)] == [None, 1, 0, 2, None, None]


def test_the_nearest_row_is_the_last_at_or_before_a_moment() -> None:
    cut = four().cut(T0 + 99 * SECOND)

    assert [cut.nearest(T0 + second * SECOND) for second in (-5, 0, 9, 10, 11, 999)] == [0, 0, 0, 1, 1, 3]
    assert cut.count_before(T0 + 20 * SECOND) == 2
    assert cut.occurred(1) == T0 + 10 * SECOND


def test_an_empty_cut_answers_everything() -> None:
    cut = Store().cut(T0)

    assert len(cut) == cut.total == cut.nearest(T0) == 0
    assert cut.rows(0, 5).tolist() == []
    assert cut.position_of(0) is None
    assert cut.next_where(0, 1, np.zeros(0, np.bool_)) is None
    assert cut.counts(T0, T0 + 10, 2) == [0, 0]


def test_the_next_wanted_row_is_found_in_both_directions() -> None:
    cut = four().cut(T0 + 99 * SECOND)
    wanted = np.array([False, False, True, True])

    assert cut.next_where(0, 1, wanted) == 3
    assert cut.next_where(3, 1, wanted) is None
    assert cut.next_where(3, -1, wanted) == 0
    assert cut.next_where(0, -1, wanted) is None
    assert cut.next_where(-1, 1, wanted) == 0
    assert cut.next_where(0, 1, wanted[:3]) is None


def test_a_wanted_row_far_away_is_found(world: World) -> None:
    _, store = world
    cut = store.cut(T0 + 9000 * SECOND)
    wanted = np.zeros(len(store), np.bool_)
    wanted[cut.ordered[[5, 15_000]]] = True

    assert cut.next_where(5, 1, wanted) == 15_000
    assert cut.next_where(15_000, -1, wanted) == 5


def test_a_cut_stays_as_it_was_when_the_store_grows() -> None:
    store = four()
    cut = store.cut(T0 + 99 * SECOND)

    store.append([a_row("e-9", T0 - SECOND)], [b"{}"], None, store.origin(0))

    assert len(cut) == 4
    assert cut.position_of(2) == 0
    assert store.cut(T0 + 99 * SECOND).position_of(2) == 1


def test_counts_leave_out_the_end_of_the_span() -> None:
    cut = four().cut(T0 + 99 * SECOND)

    assert cut.counts(T0, T0 + 30 * SECOND, 3) == [1, 1, 1]

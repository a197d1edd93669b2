"""A column of pairs of codes."""

from __future__ import annotations

import numpy as np

from trailhound.store.pair_column import PairColumn


def test_equal_pairs_share_a_code_and_the_sides_do_not_mix() -> None:
    column = PairColumn()

    column.extend(np.array([1, 2, 1, 0], np.int32), np.array([2, 1, 2, 3], np.int32))

    assert column.codes.tolist() == [0, 1, 0, 2]
    assert (column.code_of(1, 2), column.code_of(2, 1)) == (0, 1)


def test_a_pair_that_no_row_has_gets_no_code_by_asking() -> None:
    column = PairColumn()
    column.extend(np.array([1], np.int32), np.array([2], np.int32))

    assert (column.code_of(3, 3), column.code_of(None, 2), column.code_of(1, None)) == (None, None, None)

    column.replace(0, 3, 3)
    assert column.codes.tolist() == [column.code_of(3, 3)] == [1]

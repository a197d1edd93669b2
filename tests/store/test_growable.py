"""An array that grows."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.store.growable import Growable


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(-1000, 1000), max_size=150), max_size=6))
def test_it_holds_everything_that_was_added_in_order(batches: list[list[int]]) -> None:
    array = Growable(np.int32)

    for batch in batches:
        array.extend(batch)

    assert array.view.tolist() == [value for batch in batches for value in batch]
    assert len(array) == sum(map(len, batches))


def test_writing_to_the_view_changes_the_array() -> None:
    array = Growable(np.int64)
    array.extend([1, 2, 3])

    array.view[1] = 9

    assert array.view.tolist() == [1, 9, 3]
    assert type(array.item(1)) is int
    assert array.item(1) == 9

"""Records that were delivered more than once."""

from __future__ import annotations

from trailhound.store.copies import Copies


def test_copies_are_counted_by_row_and_by_moment() -> None:
    copies = Copies()
    for row, observed in ((1, 50), (1, 20), (4, 30)):
        copies.add(row, observed)

    assert [copies.of(1, moment) for moment in (19, 20, 49, 50, None)] == [1, 2, 2, 3, 3]
    assert copies.of(0, None) == 1
    assert [copies.by(moment) for moment in (10, 20, 30, 99)] == [0, 1, 2, 3]
    assert len(copies) == 3

"""The three designs: everything has its place, nothing lies over something else."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Region

from trailhound.ui.widgets.board import Design, Wish, design_of, regions


@pytest.mark.parametrize(
    ("size", "design"),
    [
        ((80, 24), Design.NARROW),
        ((109, 40), Design.NARROW),
        ((110, 40), Design.MIDDLE),
        ((179, 60), Design.MIDDLE),
        ((180, 60), Design.WIDE),
        ((200, 40), Design.MIDDLE),
        ((79, 24), Design.TINY),
        ((80, 23), Design.TINY),
    ],
)
def test_the_size_chooses_the_design(size: tuple[int, int], design: Design) -> None:
    assert design_of(*size) is design


def test_the_middle_design_is_that_of_the_picture() -> None:
    found = regions(120, 40, Wish(alarms=7))

    assert found["events"] == Region(0, 3, 74, 25)
    assert found["alarms"] == Region(77, 3, 42, 8)
    assert found["metrics"] == Region(77, 12, 42, 16)
    assert found["selected"] == Region(0, 29, 74, 6)
    assert found["before"] == Region(77, 29, 42, 6)
    assert found["timebar"] == Region(0, 36, 120, 3)


def test_the_wide_design_is_that_of_the_picture() -> None:
    found = regions(200, 60, Wish(alarms=7))

    assert found["events"].size == (105, 46)
    assert (found["metrics"].x, found["metrics"].width) == (108, 45)
    assert (found["alarms"].x, found["alarms"].width) == (156, 43)
    assert set(found) >= {"before", "lineage", "coverage", "incident"}


def test_the_narrow_design_has_sixteen_rows_of_events() -> None:
    assert regions(80, 24, Wish())["events"] == Region(0, 4, 80, 17)


def test_below_the_least_size_the_tail_and_a_status_line_stay() -> None:
    assert set(regions(40, 10, Wish())) == {"top", "events"}


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 300),
    st.integers(2, 120),
    st.integers(0, 60),
    st.booleans(),
    st.sampled_from(["", "metrics", "alarms", "before", "coverage"]),
)
def test_panes_lie_inside_and_never_over_each_other(width: int, height: int, alarms: int, has_note: bool, full: str) -> None:
    found = regions(width, height, Wish(full=full, alarms=alarms, has_note=has_note))

    screen = Region(0, 0, width, height)
    assert all(screen.contains_region(region) for name, region in found.items() if name != "note" or height > 3)
    if height > 6:
        assert not [pair for pair in combinations(found, 2) if found[pair[0]].overlaps(found[pair[1]]) and found[pair[0]].area]


def test_a_note_takes_the_line_above_the_keys() -> None:
    found = regions(120, 40, Wish(has_note=True))

    assert found["note"] == Region(0, 38, 120, 1)
    assert found["timebar"].bottom == 38


def test_the_filter_bar_lies_under_the_title_of_the_events() -> None:
    found = regions(120, 40, Wish(has_bar=True, suggestions=3))

    assert found["filter"] == Region(0, 4, 74, 1)
    assert found["suggestions"].height == 3

"""Where the sections of a drill screen stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.ui.widgets.placement import Box, Breadth, Column, Want, breadth_of, place

COLUMNS = (Column(("a", "b"), stretch=("a",), sinks=("b",)), Column(("c", "d"), 50))


def test_the_design_changes_at_110_and_180_columns() -> None:
    assert [breadth_of(width) for width in (80, 109, 110, 179, 180, 400)] == [
        Breadth.NARROW, Breadth.NARROW, Breadth.MEDIUM, Breadth.MEDIUM, Breadth.WIDE, Breadth.WIDE,
    ]  # fmt: skip


def test_a_loose_column_takes_what_the_fixed_one_leaves() -> None:
    boxes = place(COLUMNS, {"a": Want(5), "b": Want(3), "c": Want(4), "d": Want(4)}, 119, 30)

    assert boxes["a"] == Box(0, 0, 66, 26)
    assert boxes["b"] == Box(0, 27, 66, 3)
    assert boxes["c"] == Box(69, 0, 50, 4)
    assert boxes["d"] == Box(69, 5, 50, 4)


def test_the_last_sections_shrink_first_and_then_go() -> None:
    wants = {"c": Want(10, least=4), "d": Want(10, least=3)}

    assert {name: box.height for name, box in place(COLUMNS, wants, 119, 15).items()} == {"c": 10, "d": 4}
    assert {name: box.height for name, box in place(COLUMNS, wants, 119, 6).items()} == {"c": 6}


def test_a_section_grows_no_further_than_its_most() -> None:
    boxes = place(COLUMNS, {"a": Want(5, most=9)}, 119, 30)

    assert boxes["a"].height == 9


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), min_size=4, max_size=4),
    st.integers(5, 60),
)
def test_sections_never_overlap_nor_leave_the_screen(sizes: list[tuple[int, int]], height: int) -> None:
    wants = {name: Want(lines, least) for name, (lines, least) in zip("abcd", sizes, strict=True)}

    boxes = place(COLUMNS, wants, 119, height)

    taken: set[tuple[int, int]] = set()
    for box in boxes.values():
        assert box.y >= 0
        assert box.y + box.height <= height
        assert box.x + box.width <= 119
        cells = {(box.x, y) for y in range(box.y, box.y + box.height)}
        assert not cells & taken
        taken |= cells

"""Graphs of blocks: heights, thresholds, gaps, ticks and axes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ui.driving import inks

from trailhound.model.time_span import TimeSpan
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.raster import (
    AxisMark,
    Cell,
    Cells,
    axis,
    column_of,
    density,
    graph,
    is_breaching,
    paint,
    resample,
    sparkline,
    threshold_row,
    tick_line,
    write,
)

AT = datetime(2026, 11, 18, 14, tzinfo=UTC)
VALUES = st.lists(st.none() | st.floats(-1e6, 1e6, allow_nan=False), max_size=60)


def glyphs(cells: Cells) -> str:
    return "".join(cell.glyph for cell in cells)


def test_too_few_values_stand_at_the_right() -> None:
    assert resample([1, 2], 4) == [None, None, 1, 2]


def test_too_many_values_keep_their_peaks() -> None:
    assert resample([1, 9, 2, 3], 2) == [9, 3]


def test_counts_are_added_up() -> None:
    assert resample([1, 9, 2, None], 2, is_count=True) == [10, 2]


def test_a_column_is_a_gap_only_if_all_its_periods_are() -> None:
    assert resample([None, None, None, 4], 2) == [None, 4]


def test_a_gap_is_blank_and_a_zero_is_not() -> None:
    assert glyphs(sparkline([0, None, 8])) == "▁ █"


def test_heights_are_proportional_over_several_rows() -> None:
    rows = graph([8, 4, 2], 2)

    assert [glyphs(row) for row in rows] == ["█  ", "██▄"]


def test_only_what_reaches_beyond_the_threshold_is_red() -> None:
    rows = graph([1, 4], 4, threshold=2)

    assert [row[1].role for row in rows] == [Role.BREACH, Role.BREACH, Role.SERIES, Role.SERIES]
    assert all(row[0].role is not Role.BREACH for row in rows)


def test_below_a_lower_threshold_the_whole_column_is_red() -> None:
    rows = graph([1, 4], 4, threshold=2, is_above=False)

    assert rows[3][0].role is Role.BREACH
    assert rows[3][1].role is Role.SERIES


def test_the_threshold_line_is_drawn_where_nothing_else_is() -> None:
    row = threshold_row([1, 4], 4, 2)

    assert row == 2
    assert graph([1, 4], 4, threshold=2)[row][0] == Cell("╌", Role.THRESHOLD)


def test_a_threshold_far_above_the_values_does_not_press_them_flat() -> None:
    assert threshold_row([1, 2], 4, 1000) is None
    assert glyphs(graph([1, 2], 4, threshold=1000)[0]) == " █"


def test_the_line_of_a_call_ends_on_the_bar() -> None:
    rows = graph([1, 8], 4)
    tick_line(rows, 0)

    assert [row[0].glyph for row in rows] == ["┊", "┊", "┊", "▄"]


def test_a_breach_depends_on_the_side() -> None:
    assert is_breaching(3, 2, is_above=True)
    assert not is_breaching(3, 2, is_above=False)
    assert not is_breaching(None, 2, is_above=True)
    assert not is_breaching(3, None, is_above=True)


def test_marks_win_over_labels_and_labels_keep_a_blank_around() -> None:
    cells = axis(20, [AxisMark(18, Cell("◇", Role.TICK), "14:01:52")], [(0, "13:30"), (8, "13:50")])

    assert glyphs(cells) == "13:30 ── 14:01:52 ◇─"


def test_a_moment_outside_the_span_has_no_column() -> None:
    span = TimeSpan(AT, AT + timedelta(minutes=10))

    assert column_of(AT, span, 10) == 0
    assert column_of(AT + timedelta(minutes=10), span, 10) == 9
    assert column_of(AT - timedelta(minutes=1), span, 10) is None
    assert column_of(AT, TimeSpan(AT, AT), 10) is None


def test_what_is_not_complete_yet_is_drawn_weaker() -> None:
    row = density([4, 4, 4], 1, sure=2)[0]

    assert [cell.role for cell in row] == [Role.BORDER_STRONG, Role.BORDER_STRONG, Role.BORDER]


def test_no_events_are_blank_and_one_event_is_not() -> None:
    assert glyphs(density([0, 1, 1000], 1)[0]) == " ▁█"


def test_a_text_is_written_only_over_blanks() -> None:
    row = [Cell(" ", Role.TEXT)] * 4 + [Cell("█", Role.SERIES)]
    write(row, 0, "20", Role.THRESHOLD)
    write(row, 3, "20", Role.THRESHOLD)

    assert glyphs(row) == "20  █"


def test_cells_are_painted_in_ascii_where_asked() -> None:
    made = inks(is_ascii=True)

    assert paint(Line(made, 4), sparkline([1, None, 8]), made, at=1).strip().text == " _ #"


@settings(max_examples=60, deadline=None)
@given(VALUES, st.integers(1, 40), st.integers(1, 8), st.none() | st.floats(-1e6, 1e6), st.booleans())
def test_a_graph_always_has_its_size(
    values: list[float | None], width: int, height: int, line: float | None, above: bool
) -> None:
    shown = resample(values, width)

    rows = graph(shown, height, threshold=line, is_above=above)

    assert [len(row) for row in rows] == [width] * height
    for column, value in enumerate(shown):
        drawn = "".join(row[column].glyph for row in rows).strip(" ╌")
        assert bool(drawn) is (value is not None)


def test_what_a_filter_hides_is_drawn_weakly_on_top_of_what_it_shows() -> None:
    top, bottom = density([4, 4, 0], 2, shown=[2, 0, 0])

    assert [cell.role for cell in bottom[:2]] == [Role.BORDER_STRONG, Role.BORDER]
    assert top[0].role is Role.BORDER

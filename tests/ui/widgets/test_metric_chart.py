"""A metric as a graph or as a line."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.driving import inks
from tests.ui.picture_session import at, metric_views

from trailhound.model.metric import Series
from trailhound.ui.roles import Role
from trailhound.ui.widgets.metric_chart import (
    chart_axis,
    chart_heading,
    chart_lines,
    chart_rows,
    columns,
    metric_line,
    period_text,
    since_text,
    threshold_text,
    value_text,
)

INKS = inks()
VIEWS = metric_views(42)


def test_a_line_has_state_name_sparkline_factor_and_value() -> None:
    text = metric_line(INKS, VIEWS[1], 42).strip().text

    assert text.startswith("▲ edge 5xx count")
    assert text.endswith("31x   412/m")
    assert len(text) == 42


def test_a_graph_has_label_threshold_tick_and_axis() -> None:
    lines = [line.strip().text for line in chart_lines(INKS, VIEWS[0], 42, 5, alarm_at=at("14:07"))]

    assert lines[2].startswith("alarm above 20 ms")
    assert lines[3].startswith("╌╌╌╌")
    assert sum("┊" in line for line in lines) == 4
    assert "14:01:52 ◇" in lines[-1]
    assert lines[-1].count("▲") == 1


def test_the_breach_is_red_above_the_threshold_only() -> None:
    rows = chart_rows(VIEWS[0], 42, 5)

    assert rows[2][-1].role is Role.BREACH
    assert rows[4][-1].role is Role.SERIES


def test_the_heading_of_a_calm_metric_has_no_glyph() -> None:
    assert chart_heading(INKS, VIEWS[7], 42).strip().text.startswith("  edge requests")


def test_the_axis_is_that_of_the_columns_shown() -> None:
    assert "◇" not in "".join(cell.glyph for cell in chart_axis(metric_views(4)[0], 4))


def test_a_short_series_ends_at_the_right() -> None:
    view = replace(VIEWS[0], series=Series(VIEWS[0].metric, at("14:08"), (5.0,)))

    values, span = columns(view, 3)

    assert values == [None, None, 5.0]
    assert (span.start_at, span.end_at) == (at("14:06"), at("14:09"))


def test_values_carry_their_units() -> None:
    assert value_text(VIEWS[0], 38) == "38 ms"
    assert value_text(VIEWS[1], 412) == "412/m"
    assert value_text(VIEWS[0], None) == "no data"
    assert threshold_text(replace(VIEWS[0], is_above=False)) == "alarm below 20 ms"


def test_the_title_says_which_time_and_which_period() -> None:
    assert since_text(VIEWS, 42) == "13:27 to now"
    assert period_text(VIEWS) == "1 min"
    assert since_text((), 42) == period_text(()) == ""

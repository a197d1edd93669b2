"""The chart of a drill screen."""

from __future__ import annotations

from datetime import timedelta

from tests.ui.driving import inks
from tests.ui.picture_session import CULPRIT, READ_LATENCY, TRANSITIONS, at, metric_views

from trailhound.model.alarm import AlarmState
from trailhound.model.event import CallKind
from trailhound.model.metric import Series
from trailhound.model.time_span import TimeSpan
from trailhound.session.views import Tick
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.chart import Chart, alarm_bands, chart_rows, cropped, state_at, state_cells, stretch

TICK = Tick(at("14:01:52"), CULPRIT, CallKind.WRITE, is_culprit=True)


def drawn(chart: Chart, width: int, height: int, *, is_ascii: bool = False) -> list[str]:
    colours = inks(is_ascii=is_ascii)
    texts = []
    for row in chart_rows(chart, width, height):
        line = Line(colours, width)
        row.paint(line, False)
        texts.append(line.strip().text)
    return texts


def test_the_call_is_a_line_through_the_graph_with_its_time_at_the_axis() -> None:
    lines = drawn(Chart(metric_views(60)[0], followed=TICK), 60, 9)

    column = lines[-1].index("◇")
    assert "14:01:52" in lines[-1]
    assert lines[0][column] == "┊"
    assert any("alarm above 20 ms" in line for line in lines)


def test_a_gap_stays_a_gap() -> None:
    series = Series(READ_LATENCY, at("14:00"), (5.0, None, None, 5.0))
    view = metric_views(4)[0]
    chart = Chart(type(view)(view.metric, view.title, view.measure, series))

    lines = drawn(chart, 4, 3)

    assert " " not in (lines[1][0], lines[1][3])
    assert lines[1][1:3] == "  "


def test_ascii_has_no_other_glyph() -> None:
    chart = Chart(metric_views(60)[0], followed=TICK, transitions=TRANSITIONS)

    assert all(line.isascii() for line in drawn(chart, 60, 9, is_ascii=True))


def test_a_band_is_the_ground_of_its_columns() -> None:
    view = metric_views(60)[0]
    end_at = view.series.end_at
    chart = Chart(view, bands=(TimeSpan(end_at - timedelta(minutes=5), end_at),))
    colours = inks()
    line = Line(colours, 60)

    chart_rows(chart, 60, 9)[0].paint(line, False)

    tinted = [segment for segment in line.strip() if segment.style and segment.style.bgcolor == colours.colour(Role.BAND)]
    assert sum(segment.cell_length for segment in tinted) == 5


def test_the_newest_periods_stay_unless_the_call_would_be_lost() -> None:
    series = metric_views(120)[0].series

    assert len(cropped(series, 50).values) == 50
    assert len(cropped(series, 50, at("12:30")).values) == 120


def test_states_follow_the_transitions() -> None:
    span = TimeSpan(at("14:00"), at("14:10"))

    cells = state_cells(TRANSITIONS[:1], AlarmState.ALARM, span, 10)

    assert [cell.role for cell in cells] == [Role.OK] * 7 + [Role.ALARM] * 3
    assert alarm_bands(TRANSITIONS[:1], AlarmState.ALARM, span) == (TimeSpan(at("14:07"), at("14:10")),)
    assert state_at((), None, at("14:00")) is None
    assert stretch(metric_views(60)[0].series, 70)[1].duration == timedelta(minutes=70)


def test_a_label_makes_way_for_the_marks_beside_it() -> None:
    beside = tuple(Tick(TICK.at + timedelta(minutes=step), step, CallKind.READ) for step in (-3, -2, -1, 1))
    chart = Chart(metric_views(60)[0], followed=TICK, label="14:01:52 somebody", ticks=beside)

    axis = drawn(chart, 60, 9)[-1]

    assert "14:01:52 somebody" in axis
    assert axis.count("·") == 4

"""One metric drawn: as a graph of several rows with threshold, calls and axis, or as one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from trailhound.model.alarm import AlarmState
from trailhound.model.event import CallKind
from trailhound.model.text import inert
from trailhound.model.time_span import TimeSpan
from trailhound.session.views import MetricView
from trailhound.session.words import clock_time, factor, quantity
from trailhound.ui.glyphs import ALARM, BAR, DESTRUCTIVE, INSUFFICIENT, WRITE
from trailhound.ui.paint import Inks, Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.listing import Look
from trailhound.ui.widgets.raster import (
    AxisMark,
    Cell,
    Cells,
    axis,
    column_of,
    graph,
    paint,
    resample,
    sparkline,
    threshold_row,
    tick_line,
    write,
)

_COUNTS = frozenset({"Sum", "SampleCount"})
_VALUE_ROOM = 8
_FACTOR_ROOM = 4
_TICK_ROLES = {CallKind.READ: Role.READ, CallKind.WRITE: Role.WRITE, CallKind.DESTRUCTIVE: Role.DESTRUCTIVE}


def value_text(view: MetricView, value: float | None) -> str:
    """Write a value of a metric with its unit; counts say per which period."""
    if value is None:
        return "no data"
    is_count = view.series.metric.statistic in _COUNTS and view.unit in {"", "Count", "None"}
    return quantity(value, "" if view.unit in {"Count", "None"} else view.unit, view.metric.period if is_count else None)


def threshold_text(view: MetricView) -> str:
    """Say when the alarm of a metric fires."""
    side = "above" if view.is_above else "below"
    return f"alarm {side} {value_text(view, view.threshold)}"


def columns(view: MetricView, width: int) -> tuple[list[float | None], TimeSpan]:
    """Bring a series to columns, and say which time they span; the newest value is in the last column."""
    series = view.series
    values = resample(series.values, width, series.metric.statistic in _COUNTS)
    padding = max(width - len(series.values), 0)
    return values, TimeSpan(series.start_at - series.metric.period * padding, series.end_at)


def _put_numbers(line: Line, view: MetricView, *, is_loud: bool, is_selected: bool) -> int:
    """Write factor and value at the right end; give the column in which they begin."""
    is_alarm = view.state is AlarmState.ALARM
    value = value_text(view, view.latest)
    is_bold = (is_alarm and is_loud) or is_selected
    role = Role.ALARM if is_alarm and is_loud else Role.BRIGHT if is_alarm else Role.TEXT
    line.put(value, role, at=line.width - len(value), bold=is_bold)
    stop = line.width - _VALUE_ROOM if len(value) < _VALUE_ROOM else line.width - len(value) - 1
    if view.factor is None:
        return stop - _FACTOR_ROOM
    text = factor(view.factor)
    line.put(text, Role.ALARM if is_alarm else Role.MUTED, at=stop - len(text), bold=is_alarm and is_loud)
    return stop - max(len(text), _FACTOR_ROOM)


def _put_state(line: Line, view: MetricView, look: Look) -> None:
    if look is Look.SELECTED:
        line.put(line.inks.glyph(BAR), Role.FOCUS, at=0)
    elif view.state is AlarmState.ALARM:
        line.put(line.inks.glyph(ALARM), Role.ALARM, at=0, bold=True)
    elif view.state is AlarmState.INSUFFICIENT_DATA:
        line.put(INSUFFICIENT, Role.INSUFFICIENT, at=0)


def _put_name(line: Line, view: MetricView, stop: int, look: Look, *, is_quiet: bool) -> None:
    is_alarm = view.state is AlarmState.ALARM
    title = Role.BRIGHT if is_alarm or look.is_selected else Role.MUTED if is_quiet else Role.TEXT
    room = max(stop - 2, 1)
    shown = inert(view.title)
    is_hover = look is Look.HOVER
    line.put(
        shown, title, at=2, width=min(len(shown), room), bold=(is_alarm and not is_quiet) or look.is_selected, underline=is_hover
    )
    rest = stop - line.column - 1
    if view.measure and rest > 2:
        shown = inert(view.measure)
        line.put(" ").put(shown, Role.FAINT if is_quiet and not is_alarm else Role.MUTED, width=min(len(shown), rest))


def metric_line(inks: Inks, view: MetricView, width: int, look: Look = Look.PLAIN, *, spark: int = 11) -> Line:
    """Draw one metric on one line: state, name, sparkline of its last periods, factor, value."""
    line = Line(inks, width, look.ground)
    _put_state(line, view, look)
    numbers = _put_numbers(line, view, is_loud=False, is_selected=look.is_selected)
    start = max(numbers - spark, 2)
    _put_name(line, view, start - 1, look, is_quiet=True)
    values = resample(view.series.values[-spark:], min(spark, numbers - start))
    return paint(line, sparkline(values, threshold=view.threshold, is_above=view.is_above), inks, at=start)


def chart_heading(inks: Inks, view: MetricView, width: int, look: Look = Look.PLAIN) -> Line:
    """Draw the line above a graph: state, name, factor, value."""
    line = Line(inks, width, look.ground)
    _put_state(line, view, look)
    numbers = _put_numbers(line, view, is_loud=True, is_selected=look.is_selected)
    _put_name(line, view, numbers, look, is_quiet=view.state is not AlarmState.ALARM)
    return line


def chart_rows(view: MetricView, width: int, height: int) -> list[Cells]:
    """Draw the graph: columns, threshold with its label, and the line of the call that is followed."""
    values, span = columns(view, width)
    rows = graph(values, height, threshold=view.threshold, is_above=view.is_above)
    for tick in view.ticks:
        column = column_of(tick.at, span, width) if tick.is_culprit else None
        if column is not None:
            tick_line(rows, column)
    row = threshold_row(values, height, view.threshold)
    if row is not None and row > 0 and height >= 4:
        write(rows[row - 1], 0, threshold_text(view), Role.THRESHOLD)
    return rows


def chart_axis(view: MetricView, width: int, alarm_at: datetime | None = None, labels: Sequence[tuple[int, str]] = ()) -> Cells:
    """Draw the time axis under a graph: calls, the one that is followed with its time, and when the alarm fired."""
    _, span = columns(view, width)
    marks = []
    for tick in sorted(view.ticks, key=lambda tick: tick.is_culprit):
        column = column_of(tick.at, span, width)
        if column is None:
            continue
        glyph = DESTRUCTIVE if tick.kind is CallKind.DESTRUCTIVE else WRITE
        role = Role.TICK if tick.is_culprit else _TICK_ROLES[tick.kind]
        marks.append(AxisMark(column, Cell(glyph, role), clock_time(tick.at) if tick.is_culprit else ""))
    fired = column_of(alarm_at, span, width) if alarm_at is not None else None
    if fired is not None:
        marks.append(AxisMark(fired, Cell(ALARM, Role.ALARM)))
    return axis(width, marks, labels)


def chart_lines(
    inks: Inks, view: MetricView, width: int, height: int, *, alarm_at: datetime | None = None, has_axis: bool = True
) -> list[Line]:
    """Draw graph and axis as lines. ``height`` counts the rows of the graph alone."""
    cells = chart_rows(view, width, height)
    if has_axis:
        cells.append(chart_axis(view, width, alarm_at))
    return [paint(Line(inks, width), row, inks) for row in cells]


def since_text(views: Sequence[MetricView], width: int) -> str:
    """Say from when on the graphs of some metrics are drawn."""
    if not views:
        return ""
    return f"{columns(views[0], width)[1].start_at:%H:%M} to now"


def period_text(views: Sequence[MetricView]) -> str:
    """Say how long one column is."""
    if not views:
        return ""
    period = views[0].metric.period
    minute = timedelta(minutes=1)
    return f"{round(period / minute)} min" if period >= minute else f"{round(period.total_seconds())} s"

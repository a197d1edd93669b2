"""The chart of a drill screen: block columns over a clock axis, with threshold, calls as ticks and alarm states as bands.

Drawn with our own raster: ``docs/decisions/0002-full-chart.md`` says what a plotting library could not do here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise

from rich.cells import cell_len

from trailhound.model.alarm import AlarmState, AlarmTransition
from trailhound.model.event import CallKind
from trailhound.model.metric import Series
from trailhound.model.text import inert
from trailhound.model.time_span import TimeSpan
from trailhound.session.sentences import reading
from trailhound.session.views import MetricView, Tick
from trailhound.session.words import clock_time
from trailhound.ui import glyphs
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.raster import (
    BLANK,
    AxisMark,
    Cell,
    Cells,
    axis,
    column_of,
    graph,
    is_breaching,
    paint,
    resample,
    threshold_row,
    tick_line,
    write,
)
from trailhound.ui.widgets.section import Row

_TICKS = {
    CallKind.READ: (glyphs.READ, Role.READ),
    CallKind.WRITE: (glyphs.WRITE, Role.WRITE),
    CallKind.DESTRUCTIVE: (glyphs.DESTRUCTIVE, Role.DESTRUCTIVE),
}
_STATES = {
    AlarmState.ALARM: ("█", Role.ALARM),
    AlarmState.OK: ("▁", Role.OK),
    AlarmState.INSUFFICIENT_DATA: ("·", Role.INSUFFICIENT),
}


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows. ``followed`` is the call whose line is drawn through the graph, with ``label`` at its tick.

    ``bands`` are stretches with a tinted ground: the evaluation window, or the time an alarm fired. ``transitions`` put
    a mark on the axis where an alarm began to fire.
    """

    view: MetricView
    followed: Tick | None = None
    label: str = ""
    ticks: tuple[Tick, ...] = ()
    bands: tuple[TimeSpan, ...] = ()
    transitions: tuple[AlarmTransition, ...] = ()
    has_peak: bool = False


def stretch(series: Series, width: int) -> tuple[list[float | None], TimeSpan]:
    """Bring a series to a number of columns, and say which time they span. Fewer periods than columns stand at the right."""
    end_at = series.end_at
    periods = max(len(series.values), width)
    return resample(series.values, width), TimeSpan(end_at - series.metric.period * periods, end_at)


def cropped(series: Series, width: int, keep: datetime | None = None) -> Series:
    """Keep the newest periods, one for each column, if a moment of interest is still among them; else keep all."""
    extra = len(series.values) - width
    if extra <= 0 or (keep is not None and keep < series.at(extra)):
        return series
    return Series(series.metric, series.at(extra), series.values[extra:])


def chart_rows(chart: Chart, width: int, height: int) -> list[Row]:
    """Draw a chart on a number of lines; the last one is the time axis."""
    view = chart.view
    values, span = stretch(view.series, width)
    rows = graph(values, max(height - 1, 1), threshold=view.threshold, is_above=view.is_above)
    if chart.followed is not None:
        column = column_of(chart.followed.at, span, width)
        if column is not None:
            tick_line(rows, column)
    _label(rows, chart, values)
    grounds = _grounds(chart.bands, span, width)
    lines = [_row(cells, grounds) for cells in rows]
    return [*lines, _row(time_axis(chart, span, width), ())]


def _label(rows: list[Cells], chart: Chart, values: Sequence[float | None]) -> None:
    view = chart.view
    known = [value for value in values if value is not None]
    value = max(known, default=None) if chart.has_peak else view.latest
    bad = is_breaching(value, view.threshold, view.is_above) and not chart.has_peak
    if value is not None:
        write(rows[0], 0, reading(view.metric, value, view.unit), Role.BREACH if bad else Role.MUTED)
    row = threshold_row(values, len(rows), view.threshold)
    if row and view.threshold is not None and len(rows) > 3:
        side = "above" if view.is_above else "below"
        words = reading(view.metric, view.threshold, view.unit)
        _write_left_or_right(rows[row - 1], words if chart.has_peak else f"alarm {side} {words}", Role.THRESHOLD)


def _write_left_or_right(cells: Cells, text: str, role: Role) -> None:
    """Write a label at the left; at the right if a graph or a tick stands there."""
    is_free = len(text) <= len(cells) and all(cell.glyph == " " for cell in cells[: len(text)])
    write(cells, 0 if is_free else max(len(cells) - len(text), 0), text, role)


def time_axis(chart: Chart, span: TimeSpan, width: int) -> Cells:
    """Draw the axis: when it starts, the calls, and where an alarm began to fire."""
    marks = _marks(chart, span, width)
    clock = _clock_labels(span, width)
    here = column_of(chart.followed.at, span, width) if chart.followed is not None else None
    if chart.followed is None or here is None:
        return axis(width, marks, clock)
    taken_by_marks = {mark.column for mark in marks}
    label, start = "", None
    for label in (inert(chart.label), clock_time(chart.followed.at)):
        start = _free_place(label, here, taken_by_marks, width) if label and cell_len(label) == len(label) else None
        if start is not None:
            break
    if start is None:
        return axis(width, marks, clock)
    taken = range(start - 1, start + len(label) + 1)
    cells = axis(width, marks, [(at, text) for at, text in clock if at not in taken and at + len(text) not in taken])
    for column in taken:
        if 0 <= column < width and not any(mark.column == column for mark in marks):
            cells[column] = BLANK
    cells[start : start + len(label)] = [Cell(character, Role.TICK) for character in label]
    return cells


def _marks(chart: Chart, span: TimeSpan, width: int) -> list[AxisMark]:
    """The glyphs on the axis; the call that is followed comes last, so that none hides it."""
    found = [(tick.at, Cell(*_TICKS[tick.kind])) for tick in chart.ticks if tick != chart.followed]
    found += [(one.at, Cell(glyphs.ALARM, Role.ALARM)) for one in chart.transitions if one.to_state is AlarmState.ALARM]
    if chart.followed is not None:
        found.append((chart.followed.at, Cell(_TICKS[chart.followed.kind][0], Role.TICK)))
    placed = [(column_of(at, span, width), cell) for at, cell in found]
    return [AxisMark(column, cell) for column, cell in placed if column is not None]


def _free_place(label: str, here: int, taken: Collection[int], width: int) -> int | None:
    """Find where a label has room: left of its mark and of the marks beside it, else right of them."""
    starts = [*range(here - len(label) - 1, -1, -1), *range(here + 2, width - len(label) + 1)]
    return next((start for start in starts if not any(start <= at < start + len(label) for at in taken)), None)


def _clock_labels(span: TimeSpan, width: int) -> list[tuple[int, str]]:
    """The start, and round times between, at least 20 cells apart."""
    labels = [(0, _axis_time(span.start_at, span))]
    seconds = span.duration.total_seconds()
    steps = (60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 604_800)
    step = next((step for step in steps if seconds / step * 20 <= width), None)
    if step is None or width < 60:
        return labels
    first = int(span.start_at.timestamp()) // step * step + step
    for stamp in range(first, int(span.end_at.timestamp()) + 1, step):
        moment = datetime.fromtimestamp(stamp, tz=span.start_at.tzinfo)
        column = column_of(moment, span, width)
        if column is not None and column > 8:
            labels.append((column, _axis_time(moment, span)))
    return labels


def _axis_time(moment: datetime, span: TimeSpan) -> str:
    if span.duration.days >= 2:
        return f"{moment.day} {moment:%b %H:%M}"
    return f"{moment:%H:%M}"


def _grounds(bands: Sequence[TimeSpan], span: TimeSpan, width: int) -> frozenset[int]:
    if span.duration.total_seconds() <= 0:
        return frozenset()
    per_cell = span.duration / width
    return frozenset(
        column
        for column in range(width)
        if any(
            band.start_at < span.start_at + per_cell * (column + 1) and span.start_at + per_cell * column < band.end_at
            for band in bands
        )
    )


def _row(cells: Cells, tinted: Collection[int]) -> Row:
    def draw(line: Line, _is_selected: bool) -> None:
        line.column = 0
        for is_tinted, run in groupby(enumerate(cells), key=lambda item: item[0] in tinted):
            paint(line, [cell for _, cell in run], line.inks, ground=Role.BAND if is_tinted else None)

    return Row(draw)


def state_cells(transitions: Sequence[AlarmTransition], now_state: AlarmState | None, span: TimeSpan, width: int) -> Cells:
    """Draw an alarm's states over a span, one cell each; blank where the state is not known."""
    if span.duration.total_seconds() <= 0:
        return [BLANK] * width
    per_cell = span.duration / width
    ends = [span.start_at + per_cell * (column + 1) for column in range(width)]
    states = [state_at(transitions, now_state, end_at) for end_at in ends]
    return [BLANK if state is None else Cell(*_STATES[state]) for state in states]


def state_at(transitions: Sequence[AlarmTransition], now_state: AlarmState | None, moment: datetime) -> AlarmState | None:
    """Give an alarm's state just before a moment; None if nothing tells."""
    before = [transition for transition in transitions if transition.at < moment]
    if before:
        return max(before, key=lambda transition: transition.at).to_state
    if transitions:
        return min(transitions, key=lambda transition: transition.at).from_state
    return now_state


def alarm_bands(transitions: Sequence[AlarmTransition], now_state: AlarmState | None, span: TimeSpan) -> tuple[TimeSpan, ...]:
    """The stretches of a span in which an alarm was in ALARM."""
    moments = [span.start_at, *sorted(t.at for t in transitions if span.start_at < t.at < span.end_at), span.end_at]
    return tuple(
        TimeSpan(start_at, end_at)
        for start_at, end_at in pairwise(moments)
        if start_at < end_at and state_at(transitions, now_state, end_at) is AlarmState.ALARM
    )

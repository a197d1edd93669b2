"""One time bar over the whole session: event density, marks, and the playhead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual import events
from textual.strip import Strip

from trailhound.model.phrase import Tone
from trailhound.model.time_span import TimeSpan
from trailhound.session.views import TimeBar
from trailhound.ui.attention import ATTENTION
from trailhound.ui.context import Context
from trailhound.ui.glyphs import PLAYHEAD, RULE
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Pane
from trailhound.ui.widgets.raster import BLANK, AxisMark, Cell, Cells, axis, column_of, density, paint, tick_line

_STEPS = (
    *(timedelta(seconds=seconds) for seconds in (1, 5, 10, 30)),
    *(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 30)),
    *(timedelta(hours=hours) for hours in (1, 2, 3, 6, 12)),
    *(timedelta(days=days) for days in (1, 2, 7, 14, 30, 90, 365)),
)
_LABEL_ROOM = 13
_EDGE = 2


class TimeBarPane(Pane):
    """A click goes to that moment."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._bar: TimeBar | None = None

    def reload(self) -> None:
        """Ask for as many counts as there are columns."""
        self._bar = self.context.session.time_bar(self._columns)

    @property
    def _columns(self) -> int:
        return max(self.size.width - 1 - _EDGE, 1)

    def on_resize(self) -> None:
        """Another width has other columns."""
        self.look_again()

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw density and axis with the playhead through both."""
        bar = self._bar
        if bar is None or len(bar.counts) != self._columns:
            return []
        count = len(bar.counts)
        playhead = column_of(bar.playhead_at, bar.span, count)
        sure_at = min(bar.complete_to or bar.playhead_at, bar.playhead_at)
        sure = column_of(sure_at, bar.span, count) if sure_at < bar.span.end_at else None
        sure = sure if sure is not None else _none_or_all(sure_at, bar.span, count)
        is_asked = self.context.session.filter_text not in ("", ATTENTION)
        shown = bar.shown if is_asked and bar.shown else None
        rows = density(bar.counts, max(height - 1, 1), sure, shown)
        marks = _marks(bar, count)
        for mark in marks:
            if mark.cell.role is Role.ACCENT:
                _clear(rows, mark.column)
                tick_line(rows, mark.column)
        if height > 1:
            rows.append(axis(count, marks, axis_labels(bar.span, count)))
        inks = self.context.inks
        strips = []
        for cells in rows:
            if playhead is not None:
                cells = _with_playhead(cells, playhead, count)  # noqa: PLW2901  the same row, marked
            line = self.line(width)
            strips.append(paint(line, cells, inks, at=1).strip())
        return strips

    def on_click(self, event: events.Click) -> None:
        """Go to the moment under the mouse."""
        bar = self._bar
        if bar is not None and 1 <= event.x <= len(bar.counts):
            self.context.session.seek_to(bar.span.start_at + bar.span.duration * ((event.x - 1) / len(bar.counts)))


def _none_or_all(sure_at: datetime, span: TimeSpan, count: int) -> int | None:
    return None if sure_at >= span.end_at else 0 if sure_at < span.start_at else count


def _clear(rows: list[Cells], column: int) -> None:
    for row in rows:
        row[column] = BLANK


def _with_playhead(cells: Cells, column: int, count: int) -> Cells:
    at_end = column >= count - 1
    marked = [*cells, Cell(" ", Role.TEXT)] if at_end else list(cells)
    marked[count if at_end else column] = Cell(PLAYHEAD, Role.ACCENT, True)
    return marked


def _marks(bar: TimeBar, count: int) -> list[AxisMark]:
    """The marks in the order in which they win a column: ordinary ones first, then alarms, then the trail."""
    order = {Tone.TRAIL: 3, Tone.ALARM: 2, Tone.DENIED: 1}
    marks = []
    for mark in sorted(bar.marks, key=lambda mark: order.get(mark.tone, 0)):
        column = column_of(mark.at, bar.span, count)
        if column is not None:
            marks.append(AxisMark(column, Cell(mark.glyph[:1] or RULE, Role(mark.tone.value))))
    return marks


def axis_labels(span: TimeSpan, count: int) -> list[tuple[int, str]]:
    """Choose round times that have room; over a day the date is shown instead."""
    if count < _LABEL_ROOM or span.duration <= timedelta(0):
        return []
    least = span.duration * (_LABEL_ROOM / count)
    step = next((step for step in _STEPS if step >= least), _STEPS[-1])
    pattern = "%H:%M:%S" if step < timedelta(minutes=1) else "%H:%M" if step < timedelta(days=1) else "%d %b"
    midnight = span.start_at.replace(hour=0, minute=0, second=0, microsecond=0)
    moment = midnight + step * -((midnight - span.start_at) // step)
    labels = [(0, span.start_at.strftime(pattern))]
    while moment <= span.end_at:
        column = column_of(moment, span, count)
        if column is not None and column > len(labels[0][1]) + 1:
            text = moment.strftime(pattern)
            if pattern == "%H:%M" and moment.hour == 0 and moment.minute == 0:
                text = moment.strftime("%d %b")
            labels.append((column - len(text) // 2, text))
        moment += step
    return labels

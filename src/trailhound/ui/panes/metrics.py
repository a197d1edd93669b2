"""The metrics, worst first: graphs where there is room, one line each for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.strip import Strip

from trailhound.model.alarm import AlarmState
from trailhound.session.views import MetricView
from trailhound.ui.context import Context
from trailhound.ui.messages import Kind, Open
from trailhound.ui.roles import Role
from trailhound.ui.widgets.listing import Listing, Look
from trailhound.ui.widgets.metric_chart import chart_heading, chart_lines, metric_line, period_text, since_text
from trailhound.ui.widgets.pane import Heading, Pane

_GRAPHS_OF_A_WALL = (11, 4, 4, 2, 2, 2)
_WALL_FROM_HEIGHT = 40
_LEAST_GRAPH, _GOOD_GRAPH, _MOST_GRAPH = 3, 6, 9


def graph_heights(count: int, height: int) -> list[int]:
    """Say how many rows the graph of each metric gets, 0 for one line; what is too much for the height is left out."""
    if height >= _WALL_FROM_HEIGHT:
        heights = [*_GRAPHS_OF_A_WALL, *([0] * count)][:count]
        spare = height - sum(lines_of(rows) for rows in heights)
        if heights and spare > 0:
            heights[0] += min(spare, 8)
        return heights
    least = _GOOD_GRAPH if height >= _GOOD_GRAPH * 2 else _LEAST_GRAPH
    first = min(max(height - 2 - max(count - 1, 0), least), _MOST_GRAPH)
    return [first if height >= _LEAST_GRAPH + 2 else 0, *([0] * (count - 1))][:count]


def lines_of(rows: int) -> int:
    """How many lines a metric takes: heading and graph, then an axis for the first, a blank for the others."""
    return 1 if rows == 0 else rows + 2


class MetricsPane(Listing):
    """Graphs with threshold, calls and alarms; the cursor walks from metric to metric."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self.views: Sequence[MetricView] = ()
        self._fired: dict[str, datetime] = {}
        self._owners: list[int] = []

    def reload(self) -> None:
        """Ask for as many periods as there are columns; the cursor stays on its metric."""
        session = self.context.session
        self.views = session.metrics(max(self.size.width, 1))
        self._fired = {
            view.alarm.name: view.since_at
            for view in session.alarms()
            if view.state is AlarmState.ALARM and view.since_at is not None
        }
        chosen = session.selection.metric
        if chosen is not None:
            self.cursor = next((index for index, view in enumerate(self.views) if view.metric == chosen), self.cursor)

    def heading(self) -> Heading:
        """Say which time the graphs span."""
        return Heading("Metrics", since_text(self.views, self.size.width), period_text(self.views), 2)

    def on_resize(self) -> None:
        """Another width shows other periods."""
        self.look_again()

    def count(self) -> int:
        """How many metrics there are."""
        return len(self.views)

    @property
    def selected(self) -> MetricView | None:
        """The metric under the cursor."""
        return self.views[self.cursor] if self.cursor < len(self.views) else None

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw from the metric at the top on, as many as fit."""
        self._owners = []
        if not self.views:
            return [
                self.line(width).strip(),
                self.line(width).put("No metric is among what was loaded.", at=1).strip(),
                self.line(width).put("get-metric-data output is read too", Role.MUTED, at=1).strip(),
            ]
        self._hold(len(self.views), 1)
        heights = graph_heights(len(self.views), height)
        self.top = self._top_for(heights, height)
        strips: list[Strip] = []
        for index in range(self.top, len(self.views)):
            block = self._block(index, width, heights[index - self.top])
            if len(strips) + len(block) > height and strips:
                break
            strips.extend(block)
            self._owners.extend([index] * len(block))
        return strips

    def _top_for(self, heights: Sequence[int], height: int) -> int:
        """The least scrolling that has the cursor's metric in sight."""
        top = min(self.top, self.cursor)
        while top < self.cursor:
            taken = sum(lines_of(heights[place]) for place in range(self.cursor - top + 1))
            if taken <= height:
                break
            top += 1
        return top

    def _block(self, index: int, width: int, rows: int) -> list[Strip]:
        view, inks = self.views[index], self.context.inks
        look = self._look_of(index)
        if rows == 0:
            return [metric_line(inks, view, width, look, spark=11 if width < 60 else width - 42).strip()]
        is_first = index == self.top
        lines = [chart_heading(inks, view, width, look)]
        lines += chart_lines(inks, view, width, rows, alarm_at=self._fired.get(view.alarm), has_axis=is_first)
        if not is_first:
            lines.append(self.line(width))
        return [line.strip() for line in lines]

    def _look_of(self, index: int) -> Look:
        if index == self.cursor and self.has_focus:
            return Look.SELECTED
        return Look.HOVER if index == self._hover else Look.PLAIN

    def row_at(self, y: int) -> int | None:
        """Give the metric drawn at a line."""
        return self._owners[y - 1] if 1 <= y <= len(self._owners) else None

    def _bring_into_sight(self) -> None:
        """Done while drawing, when the heights are known."""

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Open the full chart."""
        event.stop()
        self.post_message(Open(Kind.METRIC, self.views[event.index].metric))


class WorstMetrics(Pane):
    """The two worst metrics on a line each, for the narrow design."""

    DEFAULT_CSS = "WorstMetrics { height: 2; }"

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._views: Sequence[MetricView] = ()

    def reload(self) -> None:
        """Ask for the worst."""
        self._views = self.context.session.metrics(max(self.size.width - 42, 1))[:2]

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw them a column in, as everything on narrow screens."""
        inks, strips = self.context.inks, []
        for view in self._views:
            inner = metric_line(inks, view, width - 2, spark=max(width - 42, 8)).strip()
            edge = self.line(1).strip()
            strips.append(Strip.join([edge, inner, edge]))
        return strips

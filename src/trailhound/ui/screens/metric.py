"""One metric in full: threshold, alarm states as bands, and the calls as ticks that can be walked along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from trailhound.model.event import Event
from trailhound.model.metric import Metric
from trailhound.model.phrase import Tone, Word
from trailhound.session.views import MetricDetail, Tick
from trailhound.session.words import clock_time, duration
from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Key, Open, Tell
from trailhound.ui.paint import Line
from trailhound.ui.screens.about import opening
from trailhound.ui.screens.drill import DrillScreen, Page
from trailhound.ui.screens.lines import call_row, fact_rows, transition_row
from trailhound.ui.widgets.chart import Chart, alarm_bands, chart_rows, state_cells, stretch
from trailhound.ui.widgets.listing import Listing
from trailhound.ui.widgets.placement import Breadth, Column
from trailhound.ui.widgets.raster import paint as paint_cells
from trailhound.ui.widgets.section import NOTHING, Content, Row, Section, blank, listing
from trailhound.ui.widgets.sentence import Sentence

_ZOOMS = (15, 30, 60, 120, 240, 480, 1440, 4320, 10_080)
"""How many periods the chart can span."""


class MetricScreen(DrillScreen):
    """One metric. Its key is the metric; left and right walk from call to call, + and _ change how much time is shown."""

    NAMES = ("chart", "calls", "figures", "history")
    FOOTER = "metric"
    BELOW: ClassVar = {"figures": "history"}
    PLAN: ClassVar = {
        Breadth.MEDIUM: (Column(("chart", "calls"), stretch=("chart",)), Column(("figures", "history"), 40)),
        Breadth.WIDE: (Column(("chart", "calls"), stretch=("chart",)), Column(("figures", "history"), 50)),
    }
    BINDINGS = bindings(Place.DRILL, Place.METRIC)

    def __init__(self, context: Context, key: Key = None) -> None:
        super().__init__(context, key)
        self._zoom = _ZOOMS.index(120)
        self._detail: MetricDetail | None = None
        self._tick: Tick | None = None

    def load(self) -> Page:
        """Ask for as many periods as the zoom says."""
        assert isinstance(self.key, Metric)
        detail = self.context.session.metric(self.key, _ZOOMS[self._zoom])
        is_first = self._detail is None
        self._detail = detail
        if self._tick not in [tick for tick, _ in detail.ticks]:
            culprit = next((tick for tick, _ in detail.ticks if tick.is_culprit), None)
            self._tick = culprit or (detail.ticks[-1][0] if detail.ticks and is_first else None)
        now = self.context.session.status().now
        here = self._tick.row if self._tick else None
        calls = [call_row(event, now, is_here=event.row == here) for _, event in detail.ticks]
        series = detail.view.series
        sections = {
            "chart": self._chart(),
            "calls": listing("Calls", calls, note="n N walk along", right=f"{len(calls)} in sight", least=3),
            "figures": listing("Figures", fact_rows(detail.statistics)),
            "history": listing("Alarm", [transition_row(one, now) for one in reversed(detail.transitions)]),
        }
        name = f"{detail.view.title} {detail.view.measure}".strip()
        return Page((name,), self._sentence(detail), sections, self.key, "metrics") if series.values else self._silent(name)

    def _silent(self, name: str) -> Page:
        said = self._detail.sentence if self._detail else ()
        return Page((name,), Sentence(((said, ""),)), {"figures": listing("Figures", [blank()])}, self.key, "metrics")

    def _sentence(self, detail: MetricDetail) -> Sentence:
        metric = detail.view.metric
        words = [metric.namespace, metric.statistic, f"one point each {duration(metric.period)}", metric.region]
        second = (Word("  ".join(word for word in words if word), Tone.MUTED),)
        return Sentence(((detail.sentence, ""), (second, "")))

    def _chart(self) -> Content:
        detail = self._detail
        if detail is None or not detail.view.series.values:
            return NOTHING
        view = detail.view

        def build(width: int, height: int) -> Sequence[Row]:
            _, span = stretch(view.series, width)
            bands = alarm_bands(detail.transitions, view.state, span)
            chart = Chart(view, self._tick, self._label(), tuple(tick for tick, _ in detail.ticks), bands, detail.transitions)
            rows = chart_rows(chart, width, height - 1)

            def states(line: Line, _is_selected: bool) -> None:
                paint_cells(line, state_cells(detail.transitions, view.state, span, line.width), line.inks)

            return [*rows, Row(states) if detail.transitions or view.state is not None else blank()]

        series = view.series
        right = f"{series.start_at:%H:%M} to {series.end_at:%H:%M}   + _ zoom"
        return Content(view.measure or view.title, build, 16, note=view.title, right=right, least=8)

    def _label(self) -> str:
        event = self._event()
        return f"{clock_time(event.occurred_at)} {event.short_name} {event.identity.name}" if event else ""

    def _event(self) -> Event | None:
        if self._detail is None:
            return None
        return next((event for tick, event in self._detail.ticks if tick == self._tick), None)

    @property
    def in_hand(self) -> object:
        """The call that is walked to, else what the base says."""
        focused = self.focused
        if isinstance(focused, Section) and focused.key == "chart" and self._event() is not None:
            return self._event()
        return super().in_hand

    def action_tick(self, step: int) -> None:
        """Walk to the next or previous call."""
        ticks = [tick for tick, _ in self._detail.ticks] if self._detail else []
        if not ticks:
            self.tell(Tell("no call was made in sight; _ shows more time"))
            return
        here = ticks.index(self._tick) if self._tick in ticks else (-1 if step > 0 else len(ticks))
        self._tick = ticks[max(0, min(here + step, len(ticks) - 1))]
        self.columns.section("calls").hold(self._event())
        self.look_again()

    def on_section_sideways(self, event: Section.Sideways) -> None:
        """Left and right walk along the calls too."""
        self.action_tick(event.step)

    def action_zoom_chart(self, step: int) -> None:
        """Show less time (1) or more (-1)."""
        zoom = max(0, min(self._zoom - step, len(_ZOOMS) - 1))
        if zoom == self._zoom:
            self.tell(Tell("that is as far as it goes"))
            return
        self._zoom = zoom
        self.look_again()

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """The tick follows the cursor of the calls."""
        section = event.listing
        if isinstance(section, Section) and section.key == "calls" and isinstance(section.about, Event) and self._detail:
            row = section.about.row
            self._tick = next((tick for tick, _ in self._detail.ticks if tick.row == row), self._tick)
            self.columns.section("chart").show(self._chart())

    def on_section_entered(self, event: Section.Entered) -> None:
        """Enter on the chart opens the call that is walked to."""
        if event.section.key != "chart":
            return
        message: Open | None = opening(self._event())
        if message is not None:
            self.post_message(message)

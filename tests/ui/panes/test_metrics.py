"""Graphs where there is room, lines for the rest."""

from __future__ import annotations

import pytest
from tests.ui.driving import rows, text, watch, watching
from tests.ui.picture_session import PictureSession, metric_views

from trailhound.session.views import MetricView
from trailhound.ui.panes.metrics import MetricsPane, graph_heights, lines_of


class NoMetrics(PictureSession):
    """Only calls were loaded."""

    def metrics(self, periods: int) -> list[MetricView]:
        return []


@pytest.mark.parametrize("height", range(2, 70))
def test_the_worst_metrics_always_fit(height: int) -> None:
    heights = graph_heights(8, height)

    assert len(heights) == 8
    assert lines_of(heights[0]) <= height


def test_a_wall_has_six_graphs() -> None:
    assert sum(1 for rows_ in graph_heights(12, 51) if rows_) == 6


async def test_the_middle_design_has_one_graph_and_lines() -> None:
    async with watching() as pilot:
        shown = rows(pilot)

        assert shown[13][77:].startswith("▲ orders-db-1 ReadLatency")
        assert "14:01:52 ◇" in shown[20]
        assert shown[21][77:].startswith("▲ edge 5xx count")


async def test_the_cursor_walks_and_enter_opens() -> None:
    async with watching() as pilot:
        await pilot.press("2", "j", "j")
        pane = watch(pilot).query_one(MetricsPane)

        assert pane.selected is not None
        assert pane.selected.title == "checkout"
        assert pilot.app.screen.context.session.selection.metric == metric_views(1)[2].metric  # type: ignore[attr-defined]


async def test_a_metric_far_down_is_scrolled_to() -> None:
    async with watching(size=(120, 24)) as pilot:
        await pilot.press("2", "G")
        await pilot.pause()

        assert "edge requests" in text(pilot)


async def test_a_click_on_a_graph_picks_its_metric() -> None:
    async with watching() as pilot:
        pane = watch(pilot).query_one(MetricsPane)
        await pilot.click(pane, offset=(5, 10))

        assert pane.cursor == 2


async def test_without_metrics_it_says_what_could_be_read() -> None:
    async with watching(NoMetrics()) as pilot:
        assert "No metric is among what was loaded." in text(pilot)

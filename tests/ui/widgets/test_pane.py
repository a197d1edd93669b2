"""Titles on hairlines; only changed lines are painted again."""

from __future__ import annotations

import pytest
from tests.ui.driving import inks, watch, watching
from textual.geometry import Region

from trailhound.ui.panes.topline import TopLine
from trailhound.ui.widgets.pane import Heading, heading_line

INKS = inks()


def test_a_title_is_a_digit_a_name_and_a_rule() -> None:
    text = heading_line(INKS, 40, Heading("Events", "all", "3 of 9", 1), is_focused=True).strip().text

    assert text == "▌1 Events all ────────────────── 3 of 9 "


def test_without_focus_there_is_no_bar() -> None:
    assert heading_line(INKS, 20, Heading("Alarms", digit=3), is_focused=False).strip().text == "─3 Alarms ───────── "


@pytest.mark.parametrize("width", range(1, 60))
def test_a_title_fits_every_width(width: int) -> None:
    heading = Heading("Who stands behind it", "a long note about it", "18 204 of 18 204", 5)

    assert heading_line(INKS, width, heading, is_focused=False).strip().cell_length == width


async def test_only_lines_that_changed_are_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with watching() as pilot:
        painted: list[Region] = []
        pane = watch(pilot).event_list
        monkeypatch.setattr(pane, "refresh", lambda *regions, **_more: painted.extend(regions))
        pane.go_to(pane.cursor + 1)

        assert len(painted) == 2


async def test_an_unchanged_pane_is_not_painted_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    async with watching() as pilot:
        painted: list[object] = []
        pane = watch(pilot).query_one(TopLine)
        monkeypatch.setattr(pane, "refresh", lambda *regions, **_more: painted.append(regions))
        pane.look_again()

        assert painted == []

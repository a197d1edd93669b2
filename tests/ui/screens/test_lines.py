"""Lines that several drill screens share."""

from __future__ import annotations

import pytest
from tests.ui.driving import inks
from tests.ui.picture_session import CULPRIT, EVENTS, NOW, TRANSITIONS, words

from trailhound.session.views import Fact
from trailhound.ui.paint import Line
from trailhound.ui.screens.lines import call_row, fact_rows, lineage_rows, text_row, transition_row, tree_lines, who_row
from trailhound.ui.widgets.section import Row


def drawn(row: Row, width: int = 46) -> str:
    line = Line(inks(), width)
    row.paint(line, False)
    return line.strip().text.rstrip()


@pytest.mark.parametrize(
    ("depths", "branches"),
    [
        ([0, 1, 2], ["", "╰ ", "  ╰ "]),
        ([0, 1, 2, 2, 1], ["", "├ ", "│ ├ ", "│ ╰ ", "╰ "]),
        ([0, 0], ["", ""]),
        ([], []),
    ],
)
def test_a_tree_has_its_branches(depths: list[int], branches: list[str]) -> None:
    assert tree_lines(depths) == branches


def test_a_lineage_line_has_its_margin_at_the_right() -> None:
    rows = lineage_rows([(0, words("m.rivera"), "person"), (1, words("DBA"), "1111")])

    assert drawn(rows[1]) == "╰ DBA" + " " * 37 + "1111"


def test_a_call_says_what_is_exceptional_or_whom_it_touched() -> None:
    assert drawn(call_row(EVENTS[CULPRIT], NOW)).endswith("ModifyDBParameterGroup orders-pg15")
    assert drawn(call_row(EVENTS[39], NOW)).endswith("denied")
    assert drawn(who_row(EVENTS[CULPRIT], NOW)).endswith("m.rivera")


def test_a_source_gives_way_to_the_value() -> None:
    row = fact_rows([Fact("file", words("x" * 34), "a/very/long/folder/that/does/not/fit")])[0]

    assert drawn(row) == "file     " + "x" * 34


def test_a_change_decided_here_says_so() -> None:
    assert drawn(transition_row(TRANSITIONS[0], NOW)) == "14:07:00 ▲ ALARM    3 of 5"
    assert drawn(text_row("fine", glyph="✓")) == "✓ fine"

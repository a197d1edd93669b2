"""Styles follow the theme and what the terminal can show."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from tests.ui.driving import inks

from trailhound.ui.glyphs import ASCII
from trailhound.ui.inks import detect_depth, nearest_index
from trailhound.ui.roles import Role
from trailhound.ui.settings import ColourDepth


@pytest.mark.parametrize(
    ("environment", "depth"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, ColourDepth.NONE),
        ({"NO_COLOR": "", "COLORTERM": "truecolor"}, ColourDepth.TRUECOLOUR),
        ({"TERM": "dumb"}, ColourDepth.NONE),
        ({"TERM": "xterm-256color"}, ColourDepth.INDEXED),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, ColourDepth.TRUECOLOUR),
        ({"TERM": "xterm-direct"}, ColourDepth.TRUECOLOUR),
        ({}, ColourDepth.INDEXED),
    ],
)
def test_the_terminal_says_how_many_colours_it_has(environment: dict[str, str], depth: ColourDepth) -> None:
    assert detect_depth(environment) is depth


def test_a_setting_wins_over_the_terminal() -> None:
    assert detect_depth({"NO_COLOR": "1"}, ColourDepth.INDEXED) is ColourDepth.INDEXED


def test_the_same_role_gives_the_same_style_object() -> None:
    made = inks()

    assert made.style(Role.ALARM, Role.SURFACE, bold=True) is made.style(Role.ALARM, Role.SURFACE, bold=True)


def test_greys_of_256_colours_are_the_fixed_ones() -> None:
    made = inks(depth=ColourDepth.INDEXED)
    fixed = {Role.BACKGROUND: 233, Role.SELECTION: 236, Role.FAINT: 247, Role.TEXT: 252, Role.SERIES: 67, Role.ALARM_BG: 235}

    assert {role: made.colour(role).number for role in fixed} == fixed


def test_greys_never_become_a_hue() -> None:
    assert nearest_index("#8792A7", is_grey=True) in range(232, 256)
    assert nearest_index("#FF0000", is_grey=False) == 196


def test_without_colours_weight_and_reverse_tell_roles_apart() -> None:
    made = inks(depth=ColourDepth.NONE)

    assert made.style(Role.ALARM, Role.BACKGROUND).color is None
    assert made.style(Role.ALARM, Role.BACKGROUND).bold
    assert made.style(Role.FAINT, Role.BACKGROUND).dim
    assert made.style(Role.TEXT, Role.SELECTION).reverse
    assert made.style(Role.MATCH, Role.BACKGROUND).underline


def test_every_ascii_stand_in_is_ascii_and_as_wide() -> None:
    made = inks(is_ascii=True)

    for glyph in ASCII:
        assert made.glyph(glyph).isascii()
        assert cell_len(made.glyph(glyph)) == cell_len(glyph) == 1


def test_glyphs_stay_when_ascii_is_off() -> None:
    assert inks().glyph("▲") == "▲"

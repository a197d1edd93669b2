"""The library's own widgets get our colours, or none."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from tests.ui.driving import inks
from textual.color import Color

from trailhound.ui.roles import Role
from trailhound.ui.settings import ColourDepth
from trailhound.ui.textual_theme import VARIABLE_DEFAULTS, WithoutColours, textual_theme


def test_the_colours_are_those_of_the_theme() -> None:
    made = inks("daylight")

    theme = textual_theme(made)

    assert theme.background == made.colour(Role.BACKGROUND).get_truecolor().hex
    assert not theme.dark


def test_a_256_colour_terminal_gets_the_colours_it_can_show() -> None:
    assert textual_theme(inks(depth=ColourDepth.INDEXED)).background == "#121212"


def test_every_variable_of_ours_has_a_value() -> None:
    assert set(VARIABLE_DEFAULTS) <= set(textual_theme(inks()).variables)


def test_colours_go_and_weight_stays() -> None:
    segments = [Segment("x", Style(color="red", bgcolor="blue", bold=True)), Segment("y")]

    bold, bare = WithoutColours().apply(segments, Color(0, 0, 0))

    assert bold.style == Style(bold=True)
    assert bare.style is None

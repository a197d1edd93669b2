"""Styles by role for the theme in force and for what the terminal can show."""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color
from rich.style import Style

from trailhound.ui.glyphs import ASCII
from trailhound.ui.roles import GROUNDS, Role
from trailhound.ui.settings import ColourDepth
from trailhound.ui.theme import Theme

_NEUTRAL = GROUNDS | {
    Role.BORDER,
    Role.BORDER_STRONG,
    Role.FAINT,
    Role.READ,
    Role.MUTED,
    Role.TIME,
    Role.TEXT,
    Role.BRIGHT,
    Role.PRINCIPAL,
}


def detect_depth(environment: Mapping[str, str], wanted: ColourDepth = ColourDepth.AUTO) -> ColourDepth:
    """Decide how many colours to use. ``NO_COLOR`` (not empty) and a wish of the settings win over what the terminal says."""
    if wanted is not ColourDepth.AUTO:
        return wanted
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return ColourDepth.NONE
    terminal = environment.get("TERM", "")
    if environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or terminal.endswith("-direct"):
        return ColourDepth.TRUECOLOUR
    return ColourDepth.INDEXED


class ThemeInks:
    """Implements ``paint.Inks``; each style is made once."""

    def __init__(self, theme: Theme, depth: ColourDepth = ColourDepth.TRUECOLOUR, is_ascii: bool = False) -> None:
        self.theme = theme
        self.depth = ColourDepth.NONE if theme.is_colourless else depth
        self.is_ascii = is_ascii
        self._styles: dict[tuple[Role, Role, bool, bool], Style] = {}
        self._colours: dict[Role, Color] = {}

    def style(self, role: Role, ground: Role, *, bold: bool = False, underline: bool = False) -> Style:
        """Give the style of a role on a ground. The same arguments give the same object."""
        key = (role, ground, bold, underline)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._made(role, ground, bold, underline)
        return style

    def glyph(self, glyph: str) -> str:
        """Give the glyph itself, or its ASCII stand-in of the same width."""
        if not self.is_ascii or glyph.isascii():
            return glyph
        return "".join(ASCII.get(character, character) for character in glyph)

    def colour(self, role: Role) -> Color:
        """Give the colour of a role as this terminal gets it; the terminal's own one if there are no colours."""
        colour = self._colours.get(role)
        if colour is None:
            colour = self._colours[role] = self._chosen(role)
        return colour

    def _made(self, role: Role, ground: Role, bold: bool, underline: bool) -> Style:
        if self.depth is not ColourDepth.NONE:
            return Style(
                color=self.colour(role),
                bgcolor=self.colour(ground),
                bold=bold or role is Role.MATCH,
                underline=underline or role is Role.MATCH,
            )
        attributes = self.theme.attributes
        is_reverse = ground in attributes.reverse
        return Style(
            bold=bold or role in attributes.bold,
            dim=role in attributes.dim and not bold and not is_reverse,
            reverse=is_reverse,
            underline=underline or role in attributes.underline,
        )

    def _chosen(self, role: Role) -> Color:
        if self.depth is ColourDepth.NONE:
            return Color.default()
        if self.depth is ColourDepth.TRUECOLOUR:
            return Color.parse(self.theme.colours[role])
        fixed = self.theme.indices.get(role)
        return Color.from_ansi(nearest_index(self.theme.colours[role], role in _NEUTRAL) if fixed is None else fixed)


def nearest_index(colour: str, is_grey: bool) -> int:
    """Find the nearest of the 256 colours; for greys only among the greys, for else they turn violet.

    The first 16 are left out, because people change them.
    """
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    if is_grey:
        level = (299 * red + 587 * green + 114 * blue) // 1000
        steps = [(16, 0), (231, 255), *((232 + step, 8 + 10 * step) for step in range(24))]
        return min(steps, key=lambda step: abs(step[1] - level))[0]
    levels = (0, 95, 135, 175, 215, 255)
    cube = [min(range(6), key=[abs(level - part) for level in levels].__getitem__) for part in (red, green, blue)]
    return 16 + 36 * cube[0] + 6 * cube[1] + cube[2]

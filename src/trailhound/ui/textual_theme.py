"""Our themes for the library's own widgets (inputs, trees, menus), and what keeps colours off colourless terminals."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme as TextualTheme

from trailhound.ui.inks import ThemeInks
from trailhound.ui.roles import Role
from trailhound.ui.settings import ColourDepth

_GREY = {Role.BACKGROUND: "#000000", Role.SURFACE: "#000000", Role.RAISED: "#000000", Role.SELECTION: "#000000"}

VARIABLE_DEFAULTS = {"trail-selection": "#000000", "trail-match": "#ffffff", "trail-muted": "#ffffff", "trail-faint": "#ffffff"}
"""Values of our own style variables before a theme is in force."""


class WithoutColours(LineFilter):
    """Takes every colour off what the library draws; bold, dim, reverse and underline stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  the library's signature
        """Give the same text without colours."""
        return [Segment(text, style.without_color if style is not None else None, control) for text, style, control in segments]


def textual_theme(inks: ThemeInks) -> TextualTheme:
    """Make the library's theme of ours, with the colours that the terminal really gets."""
    theme = inks.theme
    is_plain = inks.depth is ColourDepth.NONE
    colours = {role: _GREY.get(role, "#FFFFFF") if is_plain else inks.colour(role).get_truecolor().hex for role in Role}
    cursor = {
        "input-cursor-background": colours[Role.ACCENT],
        "input-cursor-foreground": colours[Role.BACKGROUND],
        "input-cursor-text-style": "reverse" if is_plain else "none",
        "block-cursor-background": colours[Role.SELECTION],
        "block-cursor-foreground": colours[Role.BRIGHT],
        "block-cursor-text-style": "reverse" if is_plain else "bold",
        "block-cursor-blurred-background": colours[Role.SELECTION_BLUR],
        "block-cursor-blurred-foreground": colours[Role.BRIGHT],
        "border": colours[Role.FOCUS],
        "border-blurred": colours[Role.BORDER],
        "trail-selection": colours[Role.SELECTION],
        "trail-match": colours[Role.MATCH],
        "trail-muted": colours[Role.MUTED],
        "trail-faint": colours[Role.FAINT],
    }
    return TextualTheme(
        name=f"trailhound-{theme.name}-{inks.depth.value}",
        primary=colours[Role.ACCENT],
        secondary=colours[Role.SERIES],
        accent=colours[Role.ACCENT],
        warning=colours[Role.LATE],
        error=colours[Role.ALARM],
        success=colours[Role.OK],
        foreground=colours[Role.TEXT],
        background=colours[Role.BACKGROUND],
        surface=colours[Role.SURFACE],
        panel=colours[Role.RAISED],
        boost=colours[Role.RAISED],
        dark=theme.is_dark,
        text_alpha=1.0,
        variables=cursor,
    )

"""The roles a colour can have. Widgets name roles; themes give them colours."""

from __future__ import annotations

import enum


class Role(enum.StrEnum):
    """What a piece of the screen is. The values are the keys of a theme file."""

    BACKGROUND = "background"
    SURFACE = "surface"
    RAISED = "raised"
    SELECTION = "selection"
    SELECTION_BLUR = "selection_blur"
    ALARM_BG = "alarm_bg"
    BAND = "band"
    BORDER = "border"
    BORDER_STRONG = "border_strong"
    FOCUS = "focus"
    TEXT = "text"
    BRIGHT = "bright"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    MATCH = "match"
    READ = "read"
    WRITE = "write"
    DESTRUCTIVE = "destructive"
    DENIED = "denied"
    ALARM = "alarm"
    OK = "ok"
    INSUFFICIENT = "insufficient"
    PRINCIPAL = "principal"
    RESOURCE = "resource"
    TIME = "time"
    LATE = "late"
    THRESHOLD = "threshold"
    TICK = "tick"
    SERIES = "series"
    BREACH = "breach"


GROUNDS = frozenset({Role.BACKGROUND, Role.SURFACE, Role.RAISED, Role.SELECTION, Role.SELECTION_BLUR, Role.ALARM_BG, Role.BAND})
"""Roles that are painted behind text; every other role is text or graph."""

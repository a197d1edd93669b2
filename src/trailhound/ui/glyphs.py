"""The glyphs of the screen and what stands for them where only ASCII is safe. Every glyph is one cell wide."""

from __future__ import annotations

from collections.abc import Mapping

from trailhound.model.alarm import AlarmState, Mark
from trailhound.model.event import CallKind, Event

ALARM, OK, INSUFFICIENT = "▲", "✓", "?"
READ, WRITE, DESTRUCTIVE, REFUSED = "·", "◇", "◆", "×"
BREACHING, GOOD, MISSING = "■", "□", "·"
BAR, PLAYHEAD, LIVE, OTHER, PAUSED, REPLAY, LATE = "▌", "▐", "●", "○", "▌", "»", "~"
OPEN, CLOSED = "−", "+"
BRANCH, LAST_BRANCH, STEM, ARROW, CRUMB = "├", "╰", "│", "→", "›"
BLOCKS = " ▁▂▃▄▅▆▇█"
RULE, THRESHOLD, TICK, COMPLETE, GAUGE, KNOB_REST = "─", "╌", "┊", "┄", "━", "┼"

ASCII: Mapping[str, str] = {
    "▲": "!", "✓": "=", "·": ".", "◇": "+", "◆": "X", "×": "/", "■": "#", "□": "-", "▌": ">", "▐": "|", "●": "*", "○": "o",
    "»": ">", "−": "-", "├": "|", "╰": "`", "│": "|", "→": ">", "›": ">", "─": "-", "╌": ".", "┊": ":", "┄": ".", "━": "=",
    "┼": "+", "…": "~", "±": "~", "▁": "_", "▂": ".", "▃": "-", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#",
}  # fmt: skip
"""ASCII stand-ins, each of the same width."""

STATES: Mapping[AlarmState, tuple[str, str]] = {
    AlarmState.ALARM: (ALARM, "ALARM"),
    AlarmState.INSUFFICIENT_DATA: (INSUFFICIENT, "INSUFF"),
    AlarmState.OK: (OK, "OK"),
}
"""Glyph and short word of each alarm state."""

MARKS: Mapping[Mark, str] = {Mark.BREACHING: BREACHING, Mark.GOOD: GOOD, Mark.MISSING: MISSING}
"""Glyph of each period of an evaluation."""

_KINDS = {CallKind.READ: READ, CallKind.WRITE: WRITE, CallKind.DESTRUCTIVE: DESTRUCTIVE}


def call_glyph(event: Event) -> str:
    """Give the glyph of a call: its weight grows with the danger, a refused one has its own."""
    return REFUSED if event.is_refused else _KINDS[event.kind]

"""The glyphs of the screen and what stands for them where only ASCII is safe. Every glyph is one cell wide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first paint needs glyphs, but neither alarms nor events
    from trailhound.model.event import Event

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

STATES: Mapping[str, tuple[str, str]] = {
    "ALARM": (ALARM, "ALARM"),
    "INSUFFICIENT_DATA": (INSUFFICIENT, "INSUFF"),
    "OK": (OK, "OK"),
}
"""Glyph and short word of each ``AlarmState``."""

MARKS: Mapping[str, str] = {"breaching": BREACHING, "good": GOOD, "missing": MISSING}
"""Glyph of each ``Mark`` of an evaluation."""

_KINDS = {"read": READ, "write": WRITE, "destructive": DESTRUCTIVE}


def call_glyph(event: Event) -> str:
    """Give the glyph of a call: its weight grows with the danger, a refused one has its own."""
    return REFUSED if event.is_refused else _KINDS[event.kind]

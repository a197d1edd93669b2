"""The top line: account and regions, mode and clock, how complete, how bad."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from textual.strip import Strip

from trailhound.model.alarm import AlarmState
from trailhound.session.views import Mode, Status
from trailhound.session.words import clock_time, duration
from trailhound.ui.context import Context
from trailhound.ui.glyphs import LIVE, OTHER, PAUSED, REPLAY, STATES
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Pane

_STATE_ROLES = {
    AlarmState.ALARM: Role.ALARM,
    AlarmState.INSUFFICIENT_DATA: Role.INSUFFICIENT,
    AlarmState.OK: Role.OK,
}
_ROOMY = 110

Word = tuple[str, Role, bool]


class TopLine(Pane):
    """One line that never lies about where the clock stands and what is missing."""

    DEFAULT_CSS = "TopLine { height: 1; }"
    GROUND = Role.SURFACE

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._status: Status | None = None

    def reload(self) -> None:
        """Ask for the status."""
        self._status = self.context.session.status()

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the line: the right end first, the left is cut to what remains."""
        line, status = self.line(width), self._status
        if status is None:
            return [line.strip()]
        counts = alarm_words(status)
        while _length(counts) > width // 2:
            counts.pop()
        alarms = _length(counts)
        middle = mode_words(status, is_roomy=width >= _ROOMY)
        room = width - alarms - 2 - (12 if width < _ROOMY else 14)
        while len(middle) > 3 and _length(middle) > room:
            middle.pop()
        gap = 3 if width >= _ROOMY else 1
        start = width - 1 - alarms - (3 if width >= _ROOMY else 2) - _length(middle)
        if width >= _ROOMY:
            _put(line, place_words(status), 1, start - 2)
            _put(line, middle, start, width)
        else:
            words = short_place_words(status)
            _put(line, words if start - gap > _length(words) else words[:1], 1, max(start - gap, 8))
            _put(line, middle, min(line.column + gap, max(start, 1)), width)
        _put(line, counts, width - 1 - alarms, width)
        return [line.strip()]


def _length(words: Sequence[Word]) -> int:
    return sum(len(word[0]) for word in words)


def _put(line: Line, words: Sequence[Word], start: int, stop: int) -> None:
    line.column = start
    for text, role, is_bold in words:
        room = stop - line.column
        if room <= 0:
            return
        glyphs = text if len(text) > 3 else line.inks.glyph(text)
        line.put(glyphs, role, width=min(len(glyphs), room), bold=is_bold)


def place_words(status: Status) -> list[Word]:
    """Name of the program, profile, account and regions, and that nothing is ever written."""
    words: list[Word] = [("trailhound", Role.BRIGHT, True)]
    if status.title:
        words.append((f"  {status.title}", Role.TEXT, False))
    if status.accounts:
        words.append((f" {_and_more(status.accounts)}", Role.MUTED, False))
    if status.regions:
        words.append((f"  {_and_more(status.regions)}", Role.MUTED, False))
    words.append(("  read-only", Role.MUTED, False))
    return words


def short_place_words(status: Status) -> list[Word]:
    """The same for narrow screens."""
    regions = f" {_and_more(status.regions)}" if status.regions else ""
    return [(status.title or "trailhound", Role.BRIGHT, True), (f"{regions}  read-only", Role.MUTED, False)]


def _and_more(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"


def mode_words(status: Status, *, is_roomy: bool) -> list[Word]:
    """Mode, time and speed; then how complete, or what waits."""
    glyphs = {
        Mode.LIVE: (LIVE, Role.OK),
        Mode.PAUSED: (PAUSED * 2, Role.LATE),
        Mode.REPLAY: (REPLAY, Role.ACCENT),
        Mode.ENDED: (OTHER, Role.MUTED),
    }
    glyph, role = glyphs[status.mode]
    day = "" if status.mode is Mode.LIVE or not is_roomy or status.waiting else f" {status.now.day} {status.now:%b}"
    words: list[Word] = [
        (glyph, role, False),
        (f" {status.mode.value}", Role.BRIGHT, True),
        (f"{day} {clock_time(status.now)}Z", Role.TEXT, False),
    ]
    if status.mode is Mode.REPLAY:
        words.append((f"  {_speed(status.speed)}", Role.ACCENT, False))
        if status.is_quiet_skipped:
            words.append(("  quiet time skipped" if is_roomy else "  skip", Role.MUTED, False))
    if status.waiting:
        words.append((f"  +{_grouped(status.waiting)} waiting", Role.LATE, False))
        if status.waiting_alarms and is_roomy:
            noun = "alarm" if status.waiting_alarms == 1 else "alarms"
            words.append((f", {status.waiting_alarms} {noun} among them", Role.ALARM, False))
    elif status.complete_to is not None:
        words.append((f"  {'complete ' if is_roomy else ''}to {status.complete_to:%H:%M}", Role.MUTED, False))
    elif status.newest_at is not None:
        words.append((f"  newest {_age(status)}", Role.MUTED, False))
    if status.not_understood:
        text = f"  {_grouped(status.not_understood)} not understood" if is_roomy else f"  {status.not_understood} odd"
        words.append((text, Role.LATE, False))
    return words


def _age(status: Status) -> str:
    assert status.newest_at is not None
    age = max(status.now - status.newest_at, timedelta(0))
    return f"{duration(age)} ago"


def _speed(speed: float) -> str:
    return "max" if speed == float("inf") else f"{speed:g}x"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def alarm_words(status: Status) -> list[Word]:
    """Alarms by state: glyph, count; states without alarms are left out."""
    words: list[Word] = []
    for state, role in _STATE_ROLES.items():
        count = status.alarms.get(state, 0)
        if count:
            gap = "  " if words else ""
            words.append((gap, role, False))
            words.append((STATES[state][0], role, False))
            words.append((f" {count}", role, state is AlarmState.ALARM))
    return words

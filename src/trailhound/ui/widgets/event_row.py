"""How the rows of the event list look: calls, alarm changes, and the "complete to" line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from rich.cells import cell_len

from trailhound.model.alarm import AlarmState
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass
from trailhound.model.text import inert
from trailhound.session.views import AlarmRow, CompleteRow, EventRow
from trailhound.session.words import clock_time
from trailhound.ui.glyphs import ARROW, BAR, COMPLETE, LIVE, STATES, THRESHOLD, call_glyph
from trailhound.ui.paint import Inks, Line, cut
from trailhound.ui.roles import Role
from trailhound.ui.widgets.event_columns import CALL, GLYPH, REGION, TIME, EventColumns
from trailhound.ui.widgets.listing import Look

LATE_AFTER = timedelta(minutes=8)
"""CloudTrail delivers after about five minutes; what took longer is marked as late."""

_NAMES = {CallKind.READ: Role.READ, CallKind.WRITE: Role.TEXT, CallKind.DESTRUCTIVE: Role.DESTRUCTIVE}
_GLYPHS = {CallKind.READ: Role.READ, CallKind.WRITE: Role.WRITE, CallKind.DESTRUCTIVE: Role.DESTRUCTIVE}
_STATES = {AlarmState.ALARM: Role.ALARM, AlarmState.INSUFFICIENT_DATA: Role.INSUFFICIENT, AlarmState.OK: Role.OK}


@dataclass(frozen=True, slots=True)
class RowStyle:
    """What the look of a row depends on besides the row: columns, cursor, the minute above, marked words.

    ``new_day`` is the date where it changes; it stands in the result column while that has nothing to say.
    """

    columns: EventColumns
    look: Look
    is_minute_repeated: bool
    words: tuple[str, ...] = ()
    new_day: str = ""


def result_of(event: Event) -> tuple[str, Role]:
    """Say what is exceptional about a call; "" for nothing."""
    if event.is_refused:
        return "denied", Role.DENIED
    if event.error_code:
        return event.error_code, Role.LATE
    if event.delay > LATE_AFTER:
        return f"late {round(event.delay.total_seconds() / 60)} m", Role.LATE
    return (f"x{event.copies}", Role.MUTED) if event.copies > 1 else ("", Role.MUTED)


def event_line(inks: Inks, row: EventRow, style: RowStyle) -> Line:
    """Draw a call."""
    event, columns, look = row.event, style.columns, style.look
    line = Line(inks, columns.width, look.ground)
    starts = columns.starts
    is_selected = look.is_selected
    if look is Look.SELECTED:
        line.put(inks.glyph(BAR), Role.FOCUS)
    if row.is_bookmarked:
        line.put(inks.glyph(LIVE), Role.BRIGHT, at=1)
    _put_time(line, event, style.is_minute_repeated and not is_selected, is_selected)
    refused = Role.DENIED if event.is_refused else None
    line.put(inks.glyph(call_glyph(event)), Role.ACCENT if is_selected else refused or _GLYPHS[event.kind], at=GLYPH)
    name = Role.BRIGHT if is_selected else refused or _NAMES[event.kind]
    is_underlined = look is Look.HOVER
    _put(line, event.short_name, name, CALL, columns.call - 1, style.words, is_bold=is_selected, is_underlined=is_underlined)
    put_who(line, event, starts["who"], columns.who - 1, style.words, is_trail=is_selected)
    if columns.place:
        place = f"{event.account[-4:]} {event.region}".strip() if columns.place > REGION else event.region
        _put(line, place, Role.MUTED, starts["place"], columns.place - 1, style.words)
    if columns.target:
        role = Role.BRIGHT if is_selected else Role.RESOURCE
        _put(line, event.target, role, starts["target"], columns.target - 1, style.words)
    if columns.address:
        _put(line, event.address, Role.MUTED, starts["address"], columns.address - 1, style.words)
    if columns.via:
        _put(line, event.via or event.agent, Role.MUTED, starts["via"], columns.via - 1, style.words)
    if columns.result:
        _put_result(line, event, starts["result"], style)
    return line


def _put_time(line: Line, event: Event, is_repeated: bool, is_selected: bool) -> None:
    text = clock_time(event.occurred_at)
    if is_repeated:
        line.put(text[:6], Role.FAINT, at=TIME).put(text[6:], Role.TIME)
    else:
        line.put(text, Role.BRIGHT if is_selected else Role.TEXT, at=TIME)


def _put_result(line: Line, event: Event, start: int, style: RowStyle) -> None:
    columns = style.columns
    text, role = result_of(event)
    if not text:
        text, role = style.new_day, Role.FAINT
    if not text:
        return
    room = columns.width - start
    if columns.via:
        shown = cut(inert(text), room, line.inks.glyph("…"))
        line.put(shown, role, at=columns.width - cell_len(shown))
    else:
        line.put(text, role, at=start, width=min(len(text), room))


def put_who(line: Line, event: Event, start: int, width: int, words: Sequence[str] = (), *, is_trail: bool = False) -> None:
    """Write who called: a person bare and bright, others muted behind a faint class word."""
    identity = event.identity
    is_person = identity.actor is ActorClass.PERSON
    if not is_person and identity.actor is not ActorClass.UNKNOWN:
        word = identity.actor.value
        line.put(word, Role.FAINT, at=start)
        start, width = start + len(word) + 1, width - len(word) - 1
    role = Role.ACCENT if is_trail else Role.PRINCIPAL if is_person else Role.MUTED
    _put(line, identity.name or "unknown", role, start, width, words, is_bold=is_trail)


def _put(
    line: Line,
    text: str,
    role: Role,
    start: int,
    width: int,
    words: Sequence[str],
    *,
    is_bold: bool = False,
    is_underlined: bool = False,
) -> None:
    """Write a cell and mark the searched words in it."""
    line.put(text, role, at=start, width=width, bold=is_bold, underline=is_underlined)
    if not words or not text:
        return
    shown = cut(inert(text), width)
    lower = shown.lower()
    if len(lower) != len(shown):  # a letter that changes its length with its case: places would be wrong
        return
    for word in words:
        place = lower.find(word.lower()) if word else -1
        while place >= 0:
            piece = shown[place : place + len(word)]
            at = start + cell_len(shown[:place])
            line.put(piece, Role.MATCH, at=at, width=min(cell_len(piece), start + width - at), bold=True)
            place = lower.find(word.lower(), place + len(word))


def alarm_line(inks: Inks, row: AlarmRow, style: RowStyle) -> Line:
    """Draw an alarm's change of state, over the full width."""
    change = row.transition
    role = _STATES[change.to_state]
    line = Line(inks, style.columns.width, style.look.ground)
    line.put(inks.glyph(BAR if style.look is Look.SELECTED else STATES[change.to_state][0]), role)
    line.put(clock_time(change.at), role, at=TIME)
    line.put(inks.glyph(STATES[change.to_state][0]), role, at=GLYPH)
    before = STATES[change.from_state][1] if change.from_state else "new"
    states = f"{before} {inks.glyph(ARROW)} {STATES[change.to_state][1]}"
    room = style.columns.width - CALL - len(states) - 3
    line.put(change.alarm, role, at=CALL, width=min(len(inert(change.alarm)), max(room, 4)), bold=True)
    line.put(f"  {states} ", role)
    return line.fill(THRESHOLD, Role.THRESHOLD if change.to_state is AlarmState.ALARM else Role.BORDER)


def complete_line(inks: Inks, row: CompleteRow, style: RowStyle) -> Line:
    """Draw the line below which rows may still get neighbours."""
    line = Line(inks, style.columns.width)
    line.column = TIME
    text = f" complete to {clock_time(row.at)}"
    if style.columns.width >= 70 and style.columns.target:
        text += ", later rows may still arrive"
    line.fill(COMPLETE, Role.FAINT, until=CALL - 2).put(f"{text} ", Role.MUTED)
    return line.fill(COMPLETE, Role.FAINT)

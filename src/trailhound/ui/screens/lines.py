"""Lines that several drill screens share: calls, facts, alarm changes, who stands behind whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.cells import cell_len

from trailhound.model.alarm import AlarmState, AlarmTransition
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass
from trailhound.model.phrase import Phrase
from trailhound.model.text import inert
from trailhound.session.views import Fact
from trailhound.session.words import short_time
from trailhound.ui import glyphs
from trailhound.ui.paint import Line, cut_middle
from trailhound.ui.roles import Role
from trailhound.ui.screens.about import AlarmName
from trailhound.ui.widgets.event_row import result_of
from trailhound.ui.widgets.section import Row

_CALLS = {
    CallKind.READ: (Role.READ, Role.READ),
    CallKind.WRITE: (Role.WRITE, Role.TEXT),
    CallKind.DESTRUCTIVE: (Role.DESTRUCTIVE, Role.DESTRUCTIVE),
}
STATE_ROLES = {
    AlarmState.ALARM: Role.ALARM,
    AlarmState.OK: Role.OK,
    AlarmState.INSUFFICIENT_DATA: Role.INSUFFICIENT,
}
"""The role of an alarm's state."""


def call_look(event: Event) -> tuple[str, Role, Role]:
    """Give the glyph of a call, the glyph's role and the role of the call's name."""
    roles = (Role.DENIED, Role.DENIED) if event.is_refused else _CALLS[event.kind]
    return glyphs.call_glyph(event), *roles


def put_call(line: Line, event: Event, at: int, width: int, *, is_strong: bool = False, is_trail: bool = False) -> None:
    """Write glyph and name of a call."""
    glyph, ink, name = call_look(event)
    line.mark(glyph, Role.ACCENT if is_trail else ink, at=at)
    line.put(event.short_name, Role.BRIGHT if is_strong else name, at=at + 2, width=width - 2, bold=is_strong)


def call_row(event: Event, now: datetime, *, is_here: bool = False) -> Row:
    """A call on a line: when, what, and at the right what is exceptional or whom it touched.

    ``is_here`` marks the call the screen is about.
    """

    def paint(line: Line, is_selected: bool) -> None:
        when = short_time(event.occurred_at, now)
        line.put(when, Role.TIME)
        start = max(line.column + 2, 10)
        result, role = result_of(event)
        right = inert(result or event.target)
        room = line.width - start - min(len(right), 16) - 1
        put_call(line, event, start, max(room, 12), is_strong=is_selected or is_here, is_trail=is_here)
        line.put(right, role if result else Role.RESOURCE, at=max(line.width - len(right), start + room + 1))

    return Row(paint, event)


def who_row(event: Event, now: datetime, *, is_trail: bool = False) -> Row:
    """A call on a line, with the caller at the right."""

    def paint(line: Line, is_selected: bool) -> None:
        line.put(short_time(event.occurred_at, now), Role.TIME)
        start = max(line.column + 1, 9)
        name = inert(event.identity.name or "unknown")
        room = max(line.width - start - min(len(name), 16) - 1, 12)
        put_call(line, event, start, room, is_strong=is_selected or is_trail, is_trail=is_trail)
        at = max(line.width - len(name), start + room + 1)
        is_person = event.identity.actor is ActorClass.PERSON
        line.put(name, Role.ACCENT if is_trail else Role.PRINCIPAL if is_person else Role.MUTED, at=at)

    return Row(paint, event)


_LEAST_SOURCE = 8
LABEL = 9
"""Cells of a label, its blank included."""


def label_width(facts: Iterable[Fact]) -> int:
    """Cells for the labels of some facts: as look.md says, more only where a label is longer."""
    return max((min(len(fact.label) + 2, 24) for fact in facts), default=LABEL) if facts else LABEL


def fact_rows(facts: Sequence[Fact], width: int = 0) -> list[Row]:
    """Labelled lines: label, value, and faint at the right where the value comes from."""
    cells = width or max(label_width(facts), LABEL)
    return [_fact_row(fact, cells) for fact in facts]


def _fact_row(fact: Fact, cells: int) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.put(fact.label, Role.FAINT, width=cells - 1)
        line.put("", at=cells).phrase(fact.value)
        room = line.room - 2
        if fact.source and room >= min(len(fact.source), _LEAST_SOURCE):
            source = cut_middle(inert(fact.source), room)
            line.put(source, Role.FAINT, at=line.width - cell_len(source))

    return Row(paint)


def lineage_rows(lines: Sequence[tuple[int, Phrase, str]], about: object = None) -> list[Row]:
    """A tree of who stands behind whom: one line each, deeper ones hang from the one above."""
    return [_tree_row(tree_lines([depth for depth, _, _ in lines])[index], lines[index], about) for index in range(len(lines))]


def tree_lines(depths: Sequence[int]) -> list[str]:
    """Give the branches in front of every line of a tree, for lines of these depths."""
    return [_branches(depths, index) for index in range(len(depths))]


def _branches(depths: Sequence[int], index: int) -> str:
    depth = depths[index]
    parts = []
    for level in range(1, depth + 1):
        goes_on = _goes_on(depths[index + 1 :], level)
        if level == depth:
            parts.append(f"{glyphs.BRANCH} " if goes_on else f"{glyphs.LAST_BRANCH} ")
        else:
            parts.append(f"{glyphs.STEM} " if goes_on else "  ")
    return "".join(parts)


def _goes_on(rest: Sequence[int], level: int) -> bool:
    for depth in rest:
        if depth <= level:
            return depth == level
    return False


def _tree_row(branches: str, entry: tuple[int, Phrase, str], about: object) -> Row:
    _, words, right = entry

    def paint(line: Line, _is_selected: bool) -> None:
        for glyph in branches:
            line.mark(glyph, Role.BORDER_STRONG)
        margin = inert(right)
        line.phrase(words, width=max(line.room - (len(margin) + 1 if margin else 0), 0))
        if margin:
            line.right(margin, Role.MUTED)

    return Row(paint, about)


def transition_row(transition: AlarmTransition, now: datetime) -> Row:
    """An alarm's change of state on a line."""
    glyph, word = glyphs.STATES[transition.to_state]
    role = STATE_ROLES[transition.to_state]

    def paint(line: Line, is_selected: bool) -> None:
        line.put(short_time(transition.at, now), Role.TIME)
        line.mark(glyph, role, at=max(line.column + 1, 9)).put(" ")
        line.put(word, role, bold=is_selected or transition.to_state is AlarmState.ALARM)
        start = max(line.column + 2, 20)
        words = f"{'decided here: ' if transition.is_computed else ''}{transition.reason}".removesuffix(": ")
        line.put(words or "no reason recorded", Role.MUTED, at=start)

    return Row(paint, AlarmName(transition.alarm))


def text_row(text: str, role: Role = Role.MUTED, glyph: str = "", glyph_role: Role = Role.OK) -> Row:
    """Draw a remark, perhaps behind a glyph."""

    def paint(line: Line, _is_selected: bool) -> None:
        if glyph:
            line.mark(glyph, glyph_role).put(" ")
        line.put(text, role)

    return Row(paint)


def phrase_row(phrase: Phrase, at: int = 0, about: object = None) -> Row:
    """A sentence on a line."""
    return Row(lambda line, _is_selected: _put_phrase(line, phrase, at), about)


def _put_phrase(line: Line, phrase: Phrase, at: int) -> None:
    line.put("", at=at).phrase(phrase)


def heading_row(*cells: tuple[int, str]) -> Row:
    """Column heads: faint words at their columns."""

    def paint(line: Line, _is_selected: bool) -> None:
        for at, text in cells:
            line.put(text, Role.FAINT, at=at)

    return Row(paint)

"""Glyphs carry state without colour, and each is one cell."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from tests.ui.picture_session import EVENTS

from trailhound.model.alarm import AlarmState, Mark
from trailhound.model.event import CallKind
from trailhound.ui.glyphs import ASCII, BLOCKS, MARKS, STATES, call_glyph


def test_the_weight_of_a_glyph_grows_with_the_danger() -> None:
    assert [call_glyph(replace(EVENTS[0], kind=kind)) for kind in CallKind] == ["·", "◇", "◆"]


def test_a_refused_call_has_its_own_glyph() -> None:
    assert call_glyph(replace(EVENTS[0], kind=CallKind.DESTRUCTIVE, error_code="AccessDenied")) == "×"


def test_every_glyph_has_an_ascii_stand_in() -> None:
    used = {*BLOCKS.strip(), *MARKS.values(), *(glyph for glyph, _ in STATES.values())}

    assert {glyph for glyph in used if not glyph.isascii()} <= set(ASCII)
    assert all(cell_len(glyph) == 1 for glyph in ASCII)


def test_states_and_marks_can_be_told_apart_in_ascii() -> None:
    for glyphs in ([glyph for glyph, _ in STATES.values()], list(MARKS.values())):
        assert len({ASCII.get(glyph, glyph) for glyph in glyphs}) == 3


def test_every_state_and_mark_has_a_glyph() -> None:
    assert set(STATES) == set(AlarmState)
    assert set(MARKS) == set(Mark)

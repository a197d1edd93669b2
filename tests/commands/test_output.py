"""Printing for people."""

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.commands.output import PIPE_WIDTH, can_draw, cut, fitted, sign, width_of, write_lines
from trailhound.model.alarm import AlarmState
from trailhound.model.event import CallKind

HOSTILE = "a\x1b[31mb\u202ec\u200bd\r\ne[bold]f[/bold]"


def test_a_pipe_has_a_fixed_width() -> None:
    assert width_of(io.StringIO()) == PIPE_WIDTH


@pytest.mark.parametrize(("encoding", "can"), [("utf-8", True), ("ascii", False), ("latin-1", False)])
def test_signs_are_drawn_only_where_the_output_can_carry_them(encoding: str, can: bool) -> None:
    assert can_draw(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is can


@pytest.mark.parametrize("what", [*AlarmState, *CallKind])
def test_every_state_and_kind_has_a_sign_in_ascii_too(what: AlarmState | CallKind) -> None:
    assert len(sign(what, is_ascii=False)) == 1
    assert sign(what, is_ascii=True).isascii()


def test_foreign_text_is_inert_wherever_it_is_fitted_or_cut() -> None:
    shown = "".join(fitted(HOSTILE, 80)) + cut(HOSTILE, 80)

    assert shown.isprintable()
    assert "\\x1b" in shown
    assert "[bold]" in shown


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.integers(20, 120))
def test_fitted_lines_keep_to_the_width(text: str, width: int) -> None:
    assert all(len(line) <= width for line in fitted(text, width, "  ", "    "))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.integers(3, 120))
def test_cut_text_keeps_to_the_width(text: str, width: int) -> None:
    assert len(cut(text, width)) <= width


def test_a_character_the_output_cannot_encode_becomes_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    content = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(content, encoding="ascii", newline="\n"))

    write_lines(["fünf"])
    sys.stdout.flush()

    assert content.getvalue() == b"f\\xfcnf\n"

"""Foreign text becomes inert."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.model.text import inert


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("m.rivera", "m.rivera"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\tb\nc", "a\\x09b\\x0ac"),
        ("user\u202egpj", "user\\u202egpj"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("e\u0301", "e\\u0301"),
        ("no\u00a0break", "no\\xa0break"),
        ("[bold]not markup[/]", "[bold]not markup[/]"),
        ("größe 你好", "größe 你好"),
        ("\ud800", "\\ud800"),
        ("\U000e0001tag", "\\U000e0001tag"),
    ],
)
def test_what_could_move_the_cursor_or_hide_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_a_megabyte_costs_a_line() -> None:
    shown = inert("x" * 1_000_000)

    assert len(shown) == 2001
    assert shown.endswith("…")


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_nothing_inert_is_a_control_or_format_character(text: str) -> None:
    shown = inert(text)

    assert shown.isprintable()
    assert not any(unicodedata.combining(character) for character in shown)

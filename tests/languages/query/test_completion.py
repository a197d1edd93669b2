"""Where the cursor stands in a filter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.languages.query.texts import filter_texts

from trailhound.languages.query import Context, context


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("|", Context(None, "", 0, 0)),
        ("na|", Context(None, "na", 0, 2)),
        ("na|me", Context(None, "na", 0, 4)),
        ("x !na|", Context(None, "na", 3, 5)),
        ("|!na", Context(None, "", 0, 3)),
        ("name:|", Context("name", "", 5, 5)),
        ("NAME:De| x", Context("name", "De", 5, 7)),
        ("na|me:De", Context(None, "na", 0, 7)),
        ("name:Put*,De|", Context("name", "De", 10, 12)),
        ("name:Pu|t*,De", Context("name", "Pu", 5, 9)),
        ('user:"a b|" c', Context("user", "a b", 5, 10)),
        ('user:"a,b|', Context("user", "a,b", 5, 9)),
        ("user:=bo|", Context("user", "bo", 5, 8)),
        ("nope:x|", Context("nope", "x", 5, 6)),
        (".eventVersion:1|", Context("eventVersion", "1", 14, 15)),
        ("a.b:c|", Context("a.b", "c", 4, 5)),
        ("a b| c", Context(None, "b", 2, 3)),
        ("a |", Context(None, "", 2, 2)),
        ("arn:aws:iam|", Context(None, "arn:aws:iam", 0, 11)),
        ('O"Brien x|', Context(None, "x", 8, 9)),
    ],
)
def test_the_piece_around_the_cursor_is_found(typed: str, expected: Context) -> None:
    cursor = typed.index("|")

    assert context(typed.replace("|", ""), cursor) == expected


@settings(max_examples=60, deadline=None)
@given(filter_texts, st.integers(-3, 40))
def test_the_piece_lies_inside_the_text_and_around_the_cursor(text: str, cursor: int) -> None:
    found = context(text, cursor)

    held = max(0, min(cursor, len(text)))
    assert 0 <= found.start <= found.end <= len(text)
    assert found.start <= held <= found.end

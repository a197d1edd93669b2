"""Writing a query back as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.languages.query.texts import filter_texts, queries

from trailhound.errors import FilterError
from trailhound.languages.query import Query, Term, Value, exactly, literal, parse, print_query


@settings(max_examples=60, deadline=None)
@given(queries)
def test_printing_and_parsing_agree(query: Query) -> None:
    assert parse(print_query(query)) == query


@settings(max_examples=60, deadline=None)
@given(filter_texts)
def test_what_was_typed_means_the_same_when_printed(text: str) -> None:
    try:
        query = parse(text)
    except FilterError:
        return

    assert parse(print_query(query)) == query


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_any_text_can_be_written_as_a_value(text: str) -> None:
    assert parse(literal(text)) == Query((Term(None, (Value(text),)),))
    assert parse(exactly("user", text)) == Query((Term("user", (Value(text, is_exact=True),)),))


@pytest.mark.parametrize(
    "text",
    ["", "alice", "! a !b", "name:Put*,Delete* user:bob", '"a b"', "a.b:c", ".eventVersion:1.08", "user:=bob", "ip:10.0.0.0/8"],
)
def test_plain_filters_are_printed_as_people_type_them(text: str) -> None:
    assert print_query(parse(text)) == text

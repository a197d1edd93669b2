"""Reading filter text: what it means, and one clear line where it means nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from tests.languages.query.texts import filter_texts

from trailhound.errors import FilterError
from trailhound.languages.query import EVERYTHING, Query, Term, Value, parse


def free(text: str, *wild: int, negated: bool = False) -> Term:
    """Make the term of a free word."""
    return Term(None, (Value(text, wild),), negated)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", EVERYTHING),
        ("  \t ", EVERYTHING),
        ("!", EVERYTHING),
        ("alice", Query((free("alice"),))),
        ("a b", Query((free("a"), free("b")))),
        ("! a b", Query((free("a"), free("b")), is_inverted=True)),
        ("!a b", Query((free("a", negated=True), free("b")))),
        ('"a b"', Query((free("a b"),))),
        ('"say \\"hi\\""', Query((free('say "hi"'),))),
        ("Delete*", Query((free("Delete*", 6),))),
        ('"two wo?ds *"', Query((free("two wo?ds *", 6, 10),))),
        ("what\\?", Query((free("what?"),))),
        ("CORP\\alice", Query((free("CORP\\alice"),))),
        ("a,b", Query((free("a,b"),))),
        ("14:05", Query((free("14:05"),))),
        ("fe80::1", Query((free("fe80::1"),))),
        ("AWS::EC2::Instance", Query((free("AWS::EC2::Instance"),))),
        ("arn:aws:iam::1:role/x", Query((free("arn:aws:iam::1:role/x"),))),
        ("arn:*role/x", Query((Term("arn", (Value("*role/x", (0,)),)),))),
        ("NAME:x", Query((Term("name", (Value("x"),)),))),
        ("name:Put*,Delete*", Query((Term("name", (Value("Put*", (3,)), Value("Delete*", (6,)))),))),
        ('!user:"a b",c', Query((Term("user", (Value("a b"), Value("c")), True),))),
        ("user:=bob", Query((Term("user", (Value("bob", is_exact=True),)),))),
        ("=bob", Query((Term(None, (Value("bob", is_exact=True),)),))),
        ("name:a\\,b", Query((Term("name", (Value("a,b"),)),))),
        ("ip:2001:db8::/32", Query((Term("ip", (Value("2001:db8::/32"),)),))),
        ("a.b:c", Query((Term("a.b", (Value("c"),), is_path=True),))),
        (".eventVersion:1.08", Query((Term("eventVersion", (Value("1.08"),), is_path=True),))),
    ],
)
def test_a_text_means_a_query(text: str, expected: Query) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("nmae:x", 0, 'did you mean "name:"?'),
        ("x !rigion:y", 3, 'did you mean "region:"?'),
        ("ec2:RunInstances", 0, "Quotes look for the text itself"),
        ("name:", 5, "a value is empty"),
        ("a name:x, b", 9, "a value is empty"),
        ('name:""', 5, "a value is empty"),
        ("a !", 2, 'nothing follows "!"'),
        ("ip:10.0.0.0/40", 3, '"10.0.0.0/40" is no network'),
        ("ip:10.0.0.1,10.0.0/x", 12, "203.0.113.0/24"),
        ('a "b c', 2, "a quote is not closed"),
        ('"b"c', 3, "text follows right after a closing quote"),
        ("late:soon", 5, "is no duration"),
        ("late:5", 5, "90s, 5m or 1h30m"),
        ("write:maybe", 6, "it is yes or no"),
        ("kind:read,delete", 10, "read, write or destructive"),
        ("class:pers*", 6, "person, ci, aws, ext or unknown"),
        ("x" * 20_000, 0, "too long"),
    ],
)
def test_what_means_nothing_is_refused_with_its_place_and_a_hint(text: str, column: int, words: str) -> None:
    with pytest.raises(FilterError) as raised:
        parse(text)

    assert raised.value.column == column
    assert words in str(raised.value)
    assert raised.value.hint


@settings(max_examples=60, deadline=None)
@given(filter_texts)
@example('!"')
@example("\\")
@example("name:\\")
@example(".:x")
@example("..:x")
def test_every_text_is_a_filter_or_an_error_with_a_place(text: str) -> None:
    column, terms = 0, tuple[Term, ...]()
    try:
        terms = parse(text).terms
    except FilterError as error:
        column = error.column

    assert 0 <= column <= len(text)
    assert all(term.values and all(value.text for value in term.values) for term in terms)


def test_terms_and_values_know_where_they_stood() -> None:
    text = 'x  !name:Put*,"De lete" y'

    _, term, last = parse(text).terms

    assert text[term.start : term.end] == '!name:Put*,"De lete"'
    assert [text[value.start : value.end] for value in term.values] == ["Put*", '"De lete"']
    assert (last.start, last.end) == (24, 25)

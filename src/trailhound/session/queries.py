"""Filters made from values and not from text: they hold values of any length, and nothing has to be quoted."""

from __future__ import annotations

from trailhound.languages.query import Query, Term, Value, parse

_CHANGES = parse("error:none write:yes")


def exact(field: str, value: str) -> Query:
    """Make the filter that shows exactly one value of a field."""
    return Query((Term(field, (Value(value, is_exact=True),)),))


def containing(field: str, value: str) -> Query:
    """Make the filter that shows what contains a text in a field; wildcards in it are ordinary characters."""
    return Query((Term(field, (Value(value),)),))


def changes_of(target: str) -> Query:
    """Make the filter that shows successful changes whose resources contain a text."""
    return Query((*_CHANGES.terms, *containing("target", target).terms))

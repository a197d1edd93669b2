"""Filters over a few plain members of a record, for counting without building rows."""

from __future__ import annotations

from collections.abc import Callable

from trailhound.languages.query.fields import columns_of, field_named
from trailhound.languages.query.matching import test_for
from trailhound.languages.query.query import Query, Term

Members = tuple[str, ...]
"""The texts of the members that were asked for, in that order; "" where the record has none."""

_MEMBERS = {
    "name": ("eventName",),
    "error": ("errorCode",),
    "refused": ("errorCode",),
    "service": ("eventSource",),
    "region": ("awsRegion",),
    "account": ("recipientAccountId", "userIdentity.accountId"),
    "ip": ("sourceIPAddress",),
    "agent": ("userAgent",),
    "id": ("eventID",),
}
"""Where each simple field stands in a record; of two members the first that is not empty counts."""


def reads(query: Query) -> tuple[str, ...]:
    """Give the columns of ``Row`` that a query looks at, without repetition; paths into the record need no column."""
    found: list[str] = []
    for term in query.terms:
        if not term.is_path:
            field = field_named(term.field) if term.field is not None else None
            for value in term.values:
                found.extend(columns_of(field, value.text))
    return tuple(dict.fromkeys(found))


def row_predicate(query: Query) -> tuple[tuple[str, ...], Callable[[Members], bool]] | None:
    """Turn a query into a test of a few members of a record, named as in the record.

    Returns:
        The members to read, and a test of their texts in that order. None if the query needs more than that: free
        words, paths, or anything that is derived from a whole record.
    """
    if any(term.is_path or term.field not in _MEMBERS for term in query.terms):
        return None
    members = tuple(dict.fromkeys(member for term in query.terms for member in _MEMBERS[term.field or ""]))
    tests = [_test(term, members) for term in query.terms]
    is_inverted = query.is_inverted

    def passes(texts: Members) -> bool:
        return all(test(texts) for test in tests) != is_inverted

    return members, passes


def _test(term: Term, members: Members) -> Callable[[Members], bool]:
    places = tuple(members.index(member) for member in _MEMBERS[term.field or ""])
    fits = tuple(test_for(term, value).fits for value in term.values)
    is_negated = term.is_negated

    def test(texts: Members) -> bool:
        text = next((texts[place] for place in places if texts[place]), "")
        return any(fit(text) for fit in fits) != is_negated

    return test

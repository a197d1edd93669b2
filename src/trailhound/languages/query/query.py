"""What a filter says, once read: terms that must all hold, each with one or more values of which one must fit."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a term.

    ``text`` is plain text, escapes resolved; ``wild`` gives the places in it where ``*`` or ``?`` is a wildcard and not
    itself. ``is_exact`` demands the whole value (written ``=value``). Positions count characters of the filter from 0
    and take no part in comparison.
    """

    text: str
    wild: tuple[int, ...] = ()
    is_exact: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)

    @property
    def literals(self) -> tuple[str, ...]:
        """The stretches between the wildcards; the whole text if there are none. May be empty texts."""
        edges = (-1, *self.wild, len(self.text))
        return tuple(self.text[before + 1 : after] for before, after in pairwise(edges))


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``field`` is None for a free word, the name of a field, or a path into the record.

    A term holds if any of its values fits, or, when negated, if none does.
    """

    field: str | None
    values: tuple[Value, ...]
    is_negated: bool = False
    is_path: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    """A whole filter: every term must hold; ``is_inverted`` turns the outcome around. No terms: everything passes."""

    terms: tuple[Term, ...] = ()
    is_inverted: bool = False


EVERYTHING = Query()
"""The filter that hides nothing."""


def words(query: Query) -> tuple[str, ...]:
    """Give the texts of the free words that a passing row contains, for highlighting; wildcards part a word in pieces."""
    if query.is_inverted:
        return ()
    found = [
        literal
        for term in query.terms
        if term.field is None and not term.is_negated
        for value in term.values
        for literal in value.literals
        if literal
    ]
    return tuple(dict.fromkeys(found))


def narrows(query: Query, earlier: Query) -> bool:
    """Say whether everything that passes a query surely passed an earlier one too: it only says more.

    Typing on at the end of a filter does this. False means "not known", so an answer can be built anew.
    """
    if query.is_inverted or earlier.is_inverted:
        return False
    return all(any(_implies(term, old) for term in query.terms) for old in earlier.terms)


def _implies(term: Term, old: Term) -> bool:
    if term == old:
        return True
    if (term.field, term.is_path) != (old.field, old.is_path) or term.is_negated or old.is_negated:
        return False
    if old.field is not None or len(term.values) != 1 or len(old.values) != 1:
        return False
    new, past = term.values[0], old.values[0]
    is_plain = not (new.wild or past.wild or new.is_exact or past.is_exact)
    # An ARN is searched for in more columns than a word, so a colon added must not count as a narrower search.
    return is_plain and (":" in new.text) == (":" in past.text) and past.text.casefold() in new.text.casefold()

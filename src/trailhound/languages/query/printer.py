"""From a query back to text that reads as the same query."""

from __future__ import annotations

from trailhound.languages.query.query import Query, Term, Value

_SPECIAL = frozenset('",:=!\\')


def print_query(query: Query) -> str:
    """Write a query as filter text: ``parse`` reads it as an equal query."""
    text = " ".join(_print_term(term) for term in query.terms)
    return f"! {text}" if query.is_inverted else text


def literal(text: str) -> str:
    """Write any text as a value of a filter, quoted if it must be, its wildcards made ordinary."""
    return _print_value(Value(text))


def exactly(field: str, text: str) -> str:
    """Write the term that finds one value of a field and nothing that merely contains it."""
    return f"{field}:{_print_value(Value(text, is_exact=True))}"


def _print_term(term: Term) -> str:
    sign = "!" if term.is_negated else ""
    values = ",".join(_print_value(value) for value in term.values)
    if term.field is None:
        return f"{sign}{values}"
    dot = "." if term.is_path and "." not in term.field else ""
    return f"{sign}{dot}{term.field}:{values}"


def _print_value(value: Value) -> str:
    wild = frozenset(value.wild)
    is_bare = not any(
        letter in _SPECIAL or letter.isspace() or (letter in "*?" and place not in wild)
        for place, letter in enumerate(value.text)
    )
    sign = "=" if value.is_exact else ""
    if is_bare:
        return sign + value.text
    letters = (
        f"\\{letter}" if letter in '"\\' or (letter in "*?" and place not in wild) else letter
        for place, letter in enumerate(value.text)
    )
    return f'{sign}"{"".join(letters)}"'

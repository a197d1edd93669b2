"""Made-up queries and texts that look like filters."""

from __future__ import annotations

from hypothesis import strategies as st

from trailhound.languages.query import Query, Term, Value

_LETTERS = st.text(st.sampled_from(list('ab*?\\",:=! .é"ß')), min_size=1, max_size=6)
_FIELDS = ("name", "user", "target", "service", "role", "agent", "id", "account", "error")


@st.composite
def free_values(draw: st.DrawFn) -> Value:
    """Make a value with wildcards at some of the places that could hold one."""
    text = draw(_LETTERS)
    places = [place for place, letter in enumerate(text) if letter in "*?"]
    wild = tuple(place for place in places if draw(st.booleans()))
    return Value(text, wild, draw(st.booleans()))


_FREE = st.builds(lambda value, negated: Term(None, (value,), negated), free_values(), st.booleans())
_FIELD = st.builds(
    lambda name, found, negated: Term(name, tuple(found), negated),
    st.sampled_from(_FIELDS),
    st.lists(free_values(), min_size=1, max_size=3),
    st.booleans(),
)
_PATH = st.builds(
    lambda name, value, negated: Term(name, (value,), negated, is_path=True),
    st.sampled_from(["requestParameters.groupId", "a.b.c", "eventVersion"]),
    free_values(),
    st.booleans(),
)
_CHECKED = st.sampled_from(
    [
        Term("ip", (Value("203.0.113.0/24"), Value("2001:db8::/32"))),
        Term("write", (Value("yes"),)),
        Term("kind", (Value("read"), Value("write")), True),
        Term("late", (Value("1h30m"),)),
    ]
)


def _query(terms: list[Term], is_inverted: bool) -> Query:
    return Query(tuple(terms), is_inverted and bool(terms))


queries = st.builds(_query, st.lists(_FREE | _FIELD | _PATH | _CHECKED, max_size=5), st.booleans())
"""Queries of every form."""

filter_texts = st.text(st.sampled_from(list('ab* ?\\",:=!./0123é\t')) | st.characters(), max_size=25) | st.lists(
    st.sampled_from(["name:", "ip:", "late:", "user:", '"', "!", "a.b:", "10.0.0.0/8", ",", " ", "x", "=", "5m", "kind:", "\\"]),
    max_size=9,
).map("".join)
"""Texts, many of them nearly filters."""

"""Filters made from values."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.languages.query import exactly, literal, parse
from trailhound.session.queries import changes_of, containing, exact


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_they_mean_what_their_text_means(value: str) -> None:
    assert parse(exactly("user", value)) == exact("user", value)
    assert parse(f"target:{literal(value)}") == containing("target", value)
    assert parse(f"error:none write:yes target:{literal(value)}") == changes_of(value)

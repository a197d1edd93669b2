"""Errors say what, where and what to do in one line."""

from __future__ import annotations

from trailhound.errors import FilterError, TrailhoundError


def test_an_error_in_typed_text_names_the_column_and_the_way_out() -> None:
    error = FilterError('"nam" is no field', "nam:x", 0, 'did you mean "name"?')

    assert str(error) == '"nam" is no field (column 1 of \'nam:x\'): did you mean "name"?'
    assert isinstance(error, TrailhoundError)


def test_an_error_without_a_hint_ends_with_its_place() -> None:
    assert str(FilterError("empty value", "name:", 5)) == "empty value (column 6 of 'name:')"

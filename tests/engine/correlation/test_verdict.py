"""Confidence grows with the score, is shared among equals, and adds up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailhound.engine.correlation.verdict import HALF_SURE, shares


def test_nothing_weighed_means_no_call() -> None:
    assert shares([]) == ((), 0.99)


def test_at_half_sure_it_is_as_likely_as_not() -> None:
    assert shares([HALF_SURE])[1] == pytest.approx(0.5)


def test_two_equals_get_half_each() -> None:
    first, second = shares([9.0, 9.0])[0]

    assert first == second == pytest.approx(0.5, abs=0.01)


@given(scores=st.lists(st.floats(-50, 50), min_size=1, max_size=20))
def test_shares_and_no_call_make_one(scores: list[float]) -> None:
    ordered = sorted(scores, reverse=True)

    found, no_call = shares(ordered)

    assert sum(found) + no_call == pytest.approx(1.0, abs=0.02)
    assert list(found) == sorted(found, reverse=True)

"""Counts over rows."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.store.conftest import World
from tests.store.worlds import SECOND, T0, a_row, a_store

from trailhound.languages.query import parse

AS_OF = T0 + 1500 * SECOND


@pytest.mark.parametrize(("field", "column"), [("user", "who"), ("error", "error"), ("key", "access_key"), ("region", "region")])
def test_the_most_frequent_values_come_first_with_their_newest_row(world: World, field: str, column: str) -> None:
    made, store = world
    query = parse("name:Put*")
    cut = store.cut(AS_OF, query)

    ranked = store.top(field, cut, 7)

    rows = [made[row][0] for row in cut.ordered.tolist()]
    counts = Counter(getattr(row, column) for row in rows if getattr(row, column))
    expected = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:7]
    assert [(value, number) for value, number, _ in ranked] == expected
    newest = {getattr(row, column): row.occurred_us for row in rows}
    assert [when for *_, when in ranked] == [newest[value] for value, _ in expected]


def test_top_takes_rows_in_any_order() -> None:
    store = a_store(a_row("a", T0 + 9, who="ann"), a_row("b", T0, who="ann"), a_row("c", T0 + 5, who="bob"))

    rows = store.cut(T0 + 99).ordered[::-1]

    assert store.top("user", rows, 5) == [("ann", 2, T0 + 9), ("bob", 1, T0 + 5)]
    assert store.top("user", rows[:0], 5) == []
    assert store.top("error", rows, 5) == []


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("kind", [("write", 2), ("read", 1)]),
        ("class", [("person", 3)]),
        ("write", [("yes", 2), ("no", 1)]),
        ("refused", [("no", 2), ("yes", 1)]),
        ("service", [("s3", 3)]),
        ("late", None),
        ("nonsense", None),
    ],
)
def test_derived_fields_are_counted_as_the_filter_shows_them(field: str, expected: list[tuple[str, int]] | None) -> None:
    store = a_store(a_row("a"), a_row("b", kind=0, source="s3"), a_row("c", error="AccessDenied"))

    found = store.values(field, "", 9, T0)

    assert found == (expected or [])


def test_values_complete_a_prefix_and_know_only_what_was_known() -> None:
    rows = [a_row(f"e-{place}", T0 + place, who=who) for place, who in enumerate(["Anna", "joanna", "ann", "ann", "bob", ""])]
    store = a_store(*rows)

    assert store.values("user", "AN", 9, T0 + 9) == [("ann", 2), ("Anna", 1), ("joanna", 1)]
    assert store.values("user", "an", 1, T0 + 9) == [("ann", 2)]
    assert store.values("user", "an", 9, T0 + 1) == [("Anna", 1), ("joanna", 1)]
    assert store.values("user", "", 9, T0) == [("Anna", 1)]


def test_habits_count_who_called_what_as_known_then() -> None:
    rows = [
        a_row(f"e-{place}", T0 + place, who=who, name=name)
        for place, (who, name) in enumerate([("ann", "Put"), ("ann", "Get"), ("bob", "Put"), ("ann", "Put")])
    ]
    store = a_store(*rows)

    early, late = store.habits(T0 + 1), store.habits(T0 + 3)

    assert (early.count("ann", "Put"), late.count("ann", "Put")) == (1, 2)
    assert (early.by("ann"), late.by("ann"), early.by("bob"), early.by("nobody")) == (2, 3, 0, 0)
    assert (early.of("Put"), late.of("Put"), late.of("Unheard")) == (1, 3, 0)
    assert (early.total, late.total) == (2, 4)

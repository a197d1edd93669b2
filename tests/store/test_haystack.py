"""Looking for a text in very many texts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.store.haystack import Haystack

letters = st.text("abAB\nßİ", max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(letters, max_size=40), max_size=4), letters.filter(bool))
def test_it_finds_what_a_plain_look_finds_while_it_grows(batches: list[list[str]], needle: str) -> None:
    texts: list[str] = []
    haystack = Haystack(texts)
    folded = needle.casefold()

    for batch in batches:
        texts.extend(batch)

        assert haystack.containing(folded).tolist() == [folded in text.casefold() for text in texts]


def test_many_texts_are_searched_in_chunks() -> None:
    texts = [f"text-{number}" for number in range(140_000)]
    haystack = Haystack(texts)

    found = haystack.containing("999").nonzero()[0].tolist()

    assert found == [number for number in range(140_000) if "999" in str(number)]


def test_a_needle_that_nearly_all_have_is_found_in_all() -> None:
    texts = [f"text-{number}" for number in range(1000)]

    assert Haystack(texts).containing("t").all()
    assert Haystack([]).containing("t").tolist() == []

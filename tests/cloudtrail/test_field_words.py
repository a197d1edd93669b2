"""The words for fields."""

from __future__ import annotations

from trailhound.cloudtrail.field_words import MEANINGS, VALUE_NOTES


def test_every_explanation_is_one_short_plain_line() -> None:
    for words in (*MEANINGS.values(), *(note for _, note in VALUE_NOTES)):
        assert words.strip() == words != ""
        assert len(words) <= 80
        assert words.isprintable()


def test_no_value_has_two_notes() -> None:
    keys = [key for key, _ in VALUE_NOTES]

    assert len(keys) == len(set(keys))

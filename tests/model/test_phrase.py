"""Sentences with emphasis can be read without it, and every tone has a look."""

from __future__ import annotations

from trailhound.model.phrase import Tone, Word, plain
from trailhound.ui.roles import Role


def test_the_plain_sentence_is_its_words_in_order() -> None:
    phrase = (Word("m.rivera", Tone.TRAIL, is_bold=True), Word(" changed "), Word("orders-pg15", Tone.RESOURCE))

    assert plain(phrase) == "m.rivera changed orders-pg15"
    assert plain(()) == ""


def test_every_tone_is_a_role_that_themes_give_a_colour() -> None:
    assert {tone.value for tone in Tone} <= {role.value for role in Role}

"""Sentences broken into lines."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from trailhound.model.phrase import Tone, Word, plain
from trailhound.ui.wrapping import wrapped


def test_words_stay_whole_and_keep_their_tone() -> None:
    phrase = (Word("m.rivera", Tone.TRAIL, is_bold=True), Word(" set the cost to 40"))

    lines = wrapped(phrase, 12)

    assert [plain(line) for line in lines] == ["m.rivera set", "the cost to", "40"]
    assert lines[0][0] == Word("m.rivera", Tone.TRAIL, is_bold=True)


def test_too_many_lines_end_in_an_ellipsis() -> None:
    lines = wrapped((Word("one two three four five six"),), 9, most=2)

    assert [plain(line) for line in lines] == ["one two", "three…"] or plain(lines[-1]).endswith("…")
    assert len(lines) == 2


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.integers(min_value=2, max_value=40))
def test_no_line_is_wider_than_asked_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    from trailhound.model.text import inert

    lines = wrapped((Word(text),), width)

    assert all(cell_len(plain(line)) <= width for line in lines)
    assert "".join("".join(plain(line) for line in lines).split()) == "".join(inert(text).split())

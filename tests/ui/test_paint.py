"""Lines of cells: placed by column, made inert, exactly as wide as asked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ui.driving import inks

from trailhound.model.phrase import Tone, Word
from trailhound.ui.paint import Line, cut, cut_middle
from trailhound.ui.roles import Role

INKS = inks()


def test_text_goes_on_where_the_last_one_ended() -> None:
    assert Line(INKS, 10).put("ab").put("cd", at=4).put("e").strip().text == "ab  cde   "


def test_later_text_lies_over_earlier_text() -> None:
    assert Line(INKS, 8).put("abcdefgh").put("XY", at=2).strip().text == "abXYefgh"


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert cut("UpdateFunctionCode", 8) == "UpdateF…"
    assert cut_middle("arn:aws:iam::1:role/admin", 11) == "arn:a…admin"
    assert cut("x", 0) == ""


def test_the_right_end_is_kept_free_of_the_left() -> None:
    assert Line(INKS, 12).put("left").right("right").strip().text == "left   right"


def test_a_rule_fills_up_to_a_column() -> None:
    assert Line(INKS, 6).put("a ").fill("─", until=5).strip().text == "a ─── "


def test_ascii_inks_draw_ascii_rules() -> None:
    assert Line(inks(is_ascii=True), 4).fill("─").strip().text == "----"


def test_a_sentence_keeps_its_tones_and_is_cut_at_the_end() -> None:
    line = Line(INKS, 12).phrase((Word("m.rivera", Tone.TRAIL), Word(" changed it")), width=12)

    assert line.strip().text == "m.rivera ch…"
    assert line.strip()._segments[0].style == INKS.style(Role.ACCENT, Role.BACKGROUND)


def test_escapes_are_shown_and_not_obeyed() -> None:
    assert "\x1b" not in Line(INKS, 30).put("\x1b[31mred").strip().text


def test_wide_characters_never_break_the_width() -> None:
    assert Line(INKS, 5).put("日本語日本").strip().cell_length == 5


PIECE = st.tuples(st.text(max_size=12), st.none() | st.integers(0, 30), st.none() | st.integers(0, 12))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECE, max_size=8), st.integers(0, 30))
def test_a_line_is_always_as_wide_as_asked(pieces: list[tuple[str, int | None, int | None]], width: int) -> None:
    line = Line(INKS, width)
    for text, at, room in pieces:
        line.put(text, at=at, width=room)

    assert line.strip().cell_length == width
    assert sum(segment.cell_length for segment in line.strip()) == width

"""The bar over the session."""

from __future__ import annotations

from tests.session.story import at, boards_of, call, delivered, story

from trailhound.languages.query import parse
from trailhound.model.phrase import Tone
from trailhound.model.time_span import TimeSpan
from trailhound.session.time_bar import time_bar

SPAN = TimeSpan(at(0), at(70))


def test_every_event_of_the_span_is_in_one_cell() -> None:
    bar = time_bar(boards_of(story()), SPAN, 7, at(70), None, ())

    assert len(bar.counts) == 7
    assert sum(bar.counts) == 41


def test_density_shows_what_lies_ahead_but_marks_do_not() -> None:
    boards = boards_of(story())

    early, late = time_bar(boards, SPAN, 7, at(10), None, ()), time_bar(boards, SPAN, 7, at(70), None, ())

    assert early.counts == late.counts
    assert early.marks == ()
    assert [mark.tone for mark in late.marks] == [Tone.DENIED, Tone.ALARM]


def test_the_filter_says_how_much_of_the_density_is_shown() -> None:
    bar = time_bar(boards_of(story()), SPAN, 7, at(70), parse("write:yes"), ())

    assert sum(bar.counts) == 41
    assert sum(bar.shown) == 4


def test_bookmarks_are_marks() -> None:
    boards = boards_of([delivered(5, call(3, "A"))])

    bar = time_bar(boards, SPAN, 7, at(6), None, {0, -7})

    assert [(mark.at, mark.row) for mark in bar.marks] == [(at(3), 0)]


def test_a_bar_without_cells_has_no_counts() -> None:
    assert time_bar(boards_of(story()), SPAN, 0, at(70), None, ()).counts == ()

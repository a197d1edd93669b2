"""Ways to go on with a filter."""

from __future__ import annotations

import pytest
from tests.session.story import at, boards_of, story

from trailhound.languages.query import parse
from trailhound.session.completion import completions
from trailhound.session.moments import micros
from trailhound.session.views import Completion

STORE = boards_of(story()).store


def _complete(text: str, cursor: int | None = None, minutes: float = 75) -> list[Completion]:
    return completions(STORE, text, len(text) if cursor is None else cursor, micros(at(minutes)), 12)


def test_values_of_a_field_come_with_their_counts_most_frequent_first() -> None:
    assert [(found.insert, found.count) for found in _complete("user:")] == [
        ("k.tanaka", 38),
        ("orders-admin", 2),
        ("m.rivera", 1),
    ]


def test_names_of_fields_are_completed() -> None:
    assert [found.insert for found in _complete("err")] == ["error:"]
    assert len(_complete("")) == 12


def test_a_free_word_finds_calls_people_and_targets() -> None:
    found = [completion.insert for completion in _complete("Modify")]

    assert found == ["name:ModifyDBParameterGroup"]


def test_only_the_piece_at_the_cursor_is_replaced() -> None:
    text = "user:k.t write:yes"

    found = _complete(text, 8)[0]

    assert text[: found.start] + found.insert + text[found.end :] == "user:k.tanaka write:yes"


def test_spoken_values_of_errors_are_offered() -> None:
    assert [found.insert for found in _complete("error:")][:3] == ["*", "none", "AccessDenied"]


def test_choices_that_nobody_has_are_offered_last() -> None:
    assert [(found.insert, found.count) for found in _complete("kind:")] == [("read", 37), ("write", 4), ("destructive", 0)]


@pytest.mark.parametrize("text", ["late:", "nosuch:x", "user:zzz"])
def test_where_nothing_can_be_listed_nothing_is(text: str) -> None:
    assert _complete(text) == []


def test_only_what_had_arrived_is_offered() -> None:
    assert [found.insert for found in _complete("user:", minutes=30)] == ["k.tanaka"]


def test_every_completion_gives_a_filter() -> None:
    for text in ("user:", "name:", "error:", "kind:", "target:", "Desc", "rds"):
        for found in _complete(text):
            completed = text[: found.start] + found.insert + text[found.end :]
            if not completed.endswith(":"):
                parse(completed)

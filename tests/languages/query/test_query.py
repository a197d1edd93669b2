"""What a query tells about itself."""

from __future__ import annotations

import pytest

from trailhound.languages.query import narrows, parse, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ('alice name:Put* "a b"', ("alice", "a b")),
        ("Del*Bucket? alice alice", ("Del", "Bucket", "alice")),
        ("!alice bob", ("bob",)),
        ("! bob", ()),
    ],
)
def test_the_free_words_are_what_can_be_highlighted(text: str, expected: tuple[str, ...]) -> None:
    assert words(parse(text)) == expected


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("alice", ""),
        ("alice", "ali"),
        ("ALICE", "lic"),
        ("alice name:Put*", "alice"),
        ("name:Put* alice", "alice name:Put*"),
        ("!bob alice", "!bob"),
    ],
)
def test_a_query_that_says_more_narrows(later: str, earlier: str) -> None:
    assert narrows(parse(later), parse(earlier))


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("ali", "alice"),
        ("! alice", "ali"),
        ("alice", "! ali"),
        ("!alice", "!ali"),
        ("a*", "a"),
        ("=alice", "ali"),
        ("user:alice", "alice"),
        ("user:alice,bob", "user:ali"),
        ("a:b:c", "a"),
        ("region:eu-west-12", "region:eu-west-1"),
    ],
)
def test_narrowing_is_never_claimed_where_it_may_not_hold(later: str, earlier: str) -> None:
    assert not narrows(parse(later.replace("a:b:c", '"a:b:c"')), parse(earlier))


def test_equal_queries_are_equal_wherever_their_words_stood() -> None:
    assert parse("a   b") == parse(" a b")
    assert hash(parse("a   b")) == hash(parse(" a b"))

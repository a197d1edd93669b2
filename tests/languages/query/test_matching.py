"""What fits a value."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.languages.query import Value, parse
from trailhound.languages.query.matching import test_for as make_test
from trailhound.languages.query.matching import text_test, wildcard


def fits(filter_text: str, text: str) -> bool:
    """Say whether a text passes the only value of the only term of a filter."""
    (term,) = parse(filter_text).terms
    return make_test(term, term.values[0]).fits(text)


@pytest.mark.parametrize(
    ("filter_text", "yes", "no"),
    [
        ("bob", "xBOBx", "bo"),
        ("=bob", "BOB", "bobs"),
        ("Del*", "deleteBucket", "xdelete"),
        ("*Bucket", "DeleteBucket", "DeleteBuckets"),
        ("?b?", "abc", "abcd"),
        ("a*b*c", "a-b-bc", "a-c-b"),
        ("ab*ba", "abba", "aba"),
        ("user:straSSE", "Hauptstraße 1", "strase"),
        ("region:eu-west-1", "EU-WEST-1", "eu-west-12"),
        ("account:1*", "111122223333", "211122223333"),
        ("error:*", "AccessDenied", ""),
        ("error:none", "", "None"),
        ("error:=none", "None", ""),
        ("error:denied", "AccessDenied", "Throttling"),
        ("refused:yes", "Client.UnauthorizedOperation", "Throttling"),
        ("refused:no", "", "AccessDeniedException"),
        ("service:ec2", "ec2.amazonaws.com", "iam.amazonaws.com"),
        ("service:amazon", "amazonmq.amazonaws.com", "iam.amazonaws.com"),
        ("service:s3.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com"),
        ("service:*2", "ec2.amazonaws.com", "ec2x.amazonaws.com"),
        ("ip:203.0.113.0/24", "203.0.113.9", "203.0.114.9"),
        ("ip:203.0.113.77/24", "203.0.113.9", "1203.0.113.9"),
        ("ip:203.0.113.9", "203.0.113.9", "203.0.113.99"),
        ("ip:203.0.113.0/24", "::ffff:203.0.113.9", "::203.0.113.9"),
        ("ip:10.0.0.0/7", "11.2.3.4", "12.0.0.1"),
        ("ip:0.0.0.0/0", "1.2.3.4", "2001:db8::1"),
        ("ip:2001:db8::/32", "2001:0DB8:0::1", "2001:db9::1"),
        ("ip:203.0.", "203.0.113.9", "10.1.2.3"),
        ("ip:*.amazonaws.com", "ec2.amazonaws.com", "203.0.113.9"),
        ("ip:10.0.0.0/8", "10.0.0.1", "AWS Internal"),
    ],
)
def test_a_value_fits_what_it_says_and_nothing_else(filter_text: str, yes: str, no: str) -> None:
    assert fits(filter_text, yes)
    assert not fits(filter_text, no)


@settings(max_examples=60, deadline=None)
@given(st.text("ab*?", min_size=1, max_size=8), st.text("ab", max_size=10))
def test_wildcards_agree_with_a_plain_reading(pattern: str, text: str) -> None:
    wild = tuple(place for place, letter in enumerate(pattern) if letter in "*?")
    expected = re.fullmatch(pattern.replace("*", ".*").replace("?", "."), text, re.DOTALL) is not None

    assert wildcard(Value(pattern, wild))(text) == expected


@settings(max_examples=60, deadline=None)
@given(st.text("aBßΣσς*?İ", min_size=1, max_size=4), st.booleans(), st.text("abßΣσςİ", max_size=5))
def test_what_fits_contains_the_needle(pattern: str, is_exact: bool, text: str) -> None:
    wild = tuple(place for place, letter in enumerate(pattern) if letter in "*?")
    test = text_test(Value(pattern, wild, is_exact))

    if test.fits(text):
        assert test.needle in text.casefold()
    if test.is_needle_enough:
        assert test.fits(text) == (test.needle in text.casefold())


@pytest.mark.timeout(60)
@pytest.mark.parametrize("pattern", ["*a" * 60 + "*b", "a*" * 60 + "b", "?*" * 60 + "b", "*" * 200 + "b", "*?a" * 60 + "b"])
def test_no_pattern_hangs(pattern: str) -> None:
    wild = tuple(place for place, letter in enumerate(pattern) if letter in "*?")
    matches = wildcard(Value(pattern, wild))

    assert not matches("a" * 100_000)

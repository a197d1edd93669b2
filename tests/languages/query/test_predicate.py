"""Filters over a few members of a record."""

from __future__ import annotations

import pytest

from trailhound.languages.query import parse, reads, row_predicate


def outcome(text: str, **members: str) -> bool:
    """Say whether a record with some members passes."""
    made = row_predicate(parse(text))
    assert made is not None
    names, passes = made
    return passes(tuple(members.get(name.replace(".", "_"), "") for name in names))


@pytest.mark.parametrize(
    ("text", "members", "expected"),
    [
        ("", {}, True),
        ("error:AccessDenied", {"errorCode": "AccessDenied"}, True),
        ("error:AccessDenied", {}, False),
        ("error:none", {}, True),
        ("refused:yes error:client", {"errorCode": "Client.UnauthorizedOperation"}, True),
        ("name:Put*,Delete*", {"eventName": "DeleteBucket"}, True),
        ("!name:Put*,Delete*", {"eventName": "DeleteBucket"}, False),
        ("! name:Put* region:eu-west-1", {"eventName": "PutKey", "awsRegion": "eu-west-1"}, False),
        ("! name:Put* region:eu-west-1", {"eventName": "PutKey", "awsRegion": "eu-west-2"}, True),
        ("service:s3 ip:10.0.0.0/8", {"eventSource": "s3.amazonaws.com", "sourceIPAddress": "10.1.1.1"}, True),
        ("service:s3 ip:10.0.0.0/8", {"eventSource": "s3.amazonaws.com", "sourceIPAddress": "11.1.1.1"}, False),
        ("account:111122223333", {"recipientAccountId": "111122223333", "userIdentity_accountId": "9"}, True),
        ("account:111122223333", {"userIdentity_accountId": "111122223333"}, True),
        ("account:9", {"recipientAccountId": "111122223333", "userIdentity_accountId": "9"}, False),
        ("agent:boto id:ab", {"userAgent": "Boto3/1", "eventID": "xxab"}, True),
    ],
)
def test_a_record_passes_as_its_members_say(text: str, members: dict[str, str], expected: bool) -> None:
    assert outcome(text, **members) is expected


def test_each_member_is_read_once() -> None:
    made = row_predicate(parse("error:* refused:no name:x account:1"))

    assert made is not None
    assert made[0] == ("errorCode", "eventName", "recipientAccountId", "userIdentity.accountId")


@pytest.mark.parametrize("text", ["alice", "user:x", "write:yes", "a.b:c", "late:5m", "name:x bob"])
def test_a_filter_that_needs_more_of_a_record_has_no_short_way(text: str) -> None:
    assert row_predicate(parse(text)) is None


def test_a_query_tells_which_columns_it_reads() -> None:
    assert reads(parse("name:x user:y !error:* a.b:c")) == ("name", "who", "error")
    assert reads(parse("write:yes late:5m")) == ("kind", "occurred_us", "observed_us")
    assert "event_id" in reads(parse("alice"))
    assert reads(parse("a.b:c")) == ()

"""Looking into the records themselves."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.languages.query import parse
from trailhound.store.paths import fits_record, texts_at

RECORD = {
    "eventVersion": "1.08",
    "eventName": "AuthorizeSecurityGroupIngress",
    "requestParameters": {
        "groupId": "sg-1",
        "n": 3,
        "on": True,
        "off": None,
        "items": [{"p": 22}, {"p": 443}],
        "two": ["a", "b"],
    },
}


def fits(text: str, record: object = RECORD) -> bool:
    """Say whether a record fits the only term of a filter."""
    (term,) = parse(text).terms
    return fits_record(term, json.dumps(record).encode())


@pytest.mark.parametrize(
    "text",
    [
        "requestParameters.groupId:sg-*",
        "REQUESTPARAMETERS.groupid:SG",
        "requestParameters.groupId:x,sg-1",
        "requestParameters.n:=3",
        "requestParameters.on:true",
        "requestParameters.off:null",
        "requestParameters.items.p:=443",
        "requestParameters.two:=b",
        "requestParameters.items:*22*",
        ".eventVersion:1.08",
    ],
)
def test_a_value_at_the_path_fits(text: str) -> None:
    assert fits(text)


@pytest.mark.parametrize(
    "text",
    [
        "requestParameters.groupId:=sg",
        "requestParameters.absent:*",
        "groupId.x:*",
        "requestParameters.groupId.deeper:*",
        ".groupId:*",
    ],
)
def test_what_is_not_there_does_not_fit(text: str) -> None:
    assert not fits(text)


def test_an_envelope_is_opened() -> None:
    assert fits("requestParameters.groupId:sg-1", {"detail-type": "x", "detail": RECORD})
    assert fits("requestParameters.groupId:sg-1", {"EventId": "x", "CloudTrailEvent": json.dumps(RECORD)})


def test_a_member_written_with_escapes_is_found() -> None:
    (term,) = parse("requestParameters.groupId:sg-1").terms

    assert fits_record(term, rb'{"eventName":"x","requestParameters":{"gr\u006fupId":"sg-1"}}')


@pytest.mark.parametrize(
    "record", [b'{"a":' + b"[" * 900 + b"1" + b"]" * 900 + b"}", rb'{"a":{"b":"\ud800"}}', b'{"a":1e400}', b'{"a":NaN}']
)
def test_odd_records_are_no_trouble(record: bytes) -> None:
    (term,) = parse(".a:nothing").terms

    assert not fits_record(term, record)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=30))
def test_any_bytes_fit_or_do_not(record: bytes) -> None:
    (term,) = parse("a.b:*").terms

    assert fits_record(term, record) in (True, False)
    assert list(texts_at(record, ["a", "b"])) == []

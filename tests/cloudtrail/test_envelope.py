"""Envelopes."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.cloudtrail.envelope import open_record, pretty, unwrap

RECORD = b'{"eventName":"PutObject","requestParameters":{"detail":{"a":1}}}'


def test_a_record_without_an_envelope_is_left_alone() -> None:
    assert unwrap(RECORD) is RECORD


def test_every_known_envelope_is_opened_and_so_is_one_in_another() -> None:
    item = json.dumps({"EventId": "1", "CloudTrailEvent": RECORD.decode()}).encode()
    bus = b'{"detail-type":"x","detail":' + RECORD + b"}"
    lake = json.dumps({"eventJson": RECORD.decode()}).encode()
    nested = json.dumps({"CloudTrailEvent": bus.decode()}).encode()

    assert [unwrap(wrapped) for wrapped in (item, bus, lake, nested)] == [RECORD] * 4


def test_opening_gives_the_record_and_printing_gives_what_was_delivered() -> None:
    bus = b'{"detail-type":"x","detail":' + RECORD + b"}"

    assert open_record(bus)["eventName"] == "PutObject"
    assert json.loads(pretty(bus)) == json.loads(bus)
    assert pretty(bus).startswith('{\n  "detail-type": "x"')


def test_bytes_that_are_no_object_come_back_as_text() -> None:
    assert open_record(b"\xffno") == {"raw": "�no"}
    assert open_record(b"[1]") == {"raw": "[1]"}
    assert pretty(b"\xffno") == "�no"
    assert open_record(b'{"a": NaN}').keys() == {"a"}


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80) | st.binary(max_size=40).map(lambda inner: b'{"detail":' + inner + b"}"))
def test_any_bytes_can_be_opened(record: bytes) -> None:
    unwrap(record)
    pretty(record)
    assert isinstance(open_record(record), dict)

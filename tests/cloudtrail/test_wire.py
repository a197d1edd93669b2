"""The shapes of ordinary records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from trailhound.cloudtrail.wire import Record


def test_the_members_of_a_record_are_found_by_aws_s_names(make_record: Callable[..., dict[str, Any]]) -> None:
    record = msgspec.convert(make_record(responseElements=...), Record)

    assert (record.event_id, record.source_ip_address) == ("e-1", "203.0.113.24")
    assert record.user_identity.access_key_id == "AKIAEXAMPLE"
    assert record.recipient_account_id == "111122223333"


def test_a_record_of_another_shape_is_refused_for_the_slow_way(make_record: Callable[..., dict[str, Any]]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(make_record(eventName=7), Record)

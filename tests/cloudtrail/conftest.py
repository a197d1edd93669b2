"""Records as tests need them: an ordinary one, and any change to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

MakeRecord = Callable[..., dict[str, Any]]


def _record(**changes: Any) -> dict[str, Any]:
    record: dict[str, Any] = {
        "eventVersion": "1.11",
        "userIdentity": {
            "type": "IAMUser",
            "principalId": "AIDAEXAMPLE",
            "arn": "arn:aws:iam::111122223333:user/m.rivera",
            "accountId": "111122223333",
            "accessKeyId": "AKIAEXAMPLE",
            "userName": "m.rivera",
        },
        "eventTime": "2026-07-05T14:01:52Z",
        "eventSource": "rds.amazonaws.com",
        "eventName": "ModifyDBParameterGroup",
        "awsRegion": "eu-west-1",
        "sourceIPAddress": "203.0.113.24",
        "userAgent": "aws-cli/2.17.9 md/prompt#off",
        "requestParameters": {"dBParameterGroupName": "orders-pg15"},
        "responseElements": {"dBParameterGroupName": "orders-pg15"},
        "requestID": "r-1",
        "eventID": "e-1",
        "readOnly": False,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": "111122223333",
        "eventCategory": "Management",
    }
    record.update(changes)
    return {key: value for key, value in record.items() if value is not ...}


@pytest.fixture
def make_record() -> MakeRecord:
    """Make an ordinary record with some members changed, or left out where the change is ``...``."""
    return _record


@pytest.fixture
def as_bytes() -> Callable[[Any], bytes]:
    """Write a document the way CloudTrail does."""
    return lambda document: json.dumps(document, separators=(",", ":")).encode()

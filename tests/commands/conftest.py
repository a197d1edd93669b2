"""Input for commands: the bundled stories, and small trails made on the spot."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trailhound.shipped import folder

REFUSED = {"errorCode": "AccessDenied"}


@pytest.fixture(scope="session")
def story() -> Path:
    """The bundled incident that the demo shows."""
    return folder("sample_data") / "orders-slow"


@pytest.fixture
def trail(tmp_path: Path) -> Callable[..., Path]:
    """Write records into a log file; each is given by the members that matter, the rest is filled in."""

    def write(*records: dict[str, Any]) -> Path:
        file = tmp_path / "trail" / "log.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"Records": [record(number, **members) for number, members in enumerate(records)]}))
        return file.parent

    return write


def record(number: int, **members: Any) -> dict[str, Any]:
    return {
        "eventVersion": "1.09",
        "eventID": f"00000000-0000-0000-0000-{number:012d}",
        "eventTime": f"2026-03-02T10:00:{number:02d}Z",
        "eventName": "DescribeInstances",
        "eventSource": "ec2.amazonaws.com",
        "awsRegion": "eu-west-1",
        "recipientAccountId": "111122223333",
        "sourceIPAddress": "203.0.113.7",
        "userAgent": "aws-cli/2.15",
        "userIdentity": {"type": "IAMUser", "userName": "dana", "arn": "arn:aws:iam::111122223333:user/dana"},
        "readOnly": True,
        "eventType": "AwsApiCall",
        "eventCategory": "Management",
    } | members

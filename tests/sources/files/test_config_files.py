"""AWS Config."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from trailhound.model.observation import ConfigItem

ITEM = {
    "configurationItemCaptureTime": "2026-05-21T15:00:00Z",
    "resourceType": "AWS::EC2::Instance",
    "resourceId": "i-1",
    "resourceName": "web",
    "ARN": "arn:aws:ec2:r:1:instance/i-1",
    "relationships": [
        {"resourceType": "AWS::EC2::SecurityGroup", "resourceId": "sg-1", "name": "Is associated with SecurityGroup"},
        {"resourceType": "AWS::IAM::Role", "resourceName": "app", "relationshipName": "Is associated with Role"},
        {"resourceType": "AWS::IAM::Role"},
    ],
}


@pytest.mark.parametrize(
    "document", [{"configurationItems": [ITEM]}, ITEM, {"configurationItem": ITEM, "messageType": "x"}, [ITEM]]
)
def test_items_keep_their_relations(observe: Callable[..., Any], write: Callable[[str, Any], Path], document: object) -> None:
    (item,) = observe(write("snapshot.json", document)).rest

    assert isinstance(item, ConfigItem)
    assert (item.resource_type, item.resource_id, item.name) == ("AWS::EC2::Instance", "i-1", "web")
    assert item.arn == "arn:aws:ec2:r:1:instance/i-1"
    assert item.captured_at == datetime(2026, 5, 21, 15, tzinfo=UTC)
    assert item.related == (
        ("AWS::EC2::SecurityGroup", "sg-1", "Is associated with SecurityGroup"),
        ("AWS::IAM::Role", "app", "Is associated with Role"),
    )
    assert item.document == ITEM


def test_an_item_without_a_name_is_listed_with_its_number(observe: Callable[..., Any], write: Callable[[str, Any], Path]) -> None:
    seen = observe(write("snapshot.json", {"configurationItems": [ITEM, {"resourceType": "x"}, 3]}))

    assert len(seen.rest) == 1
    assert [complaint.origin.position for complaint in seen.complaints] == [2, 3]

"""What a call can do."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.catalogue import first_word, kind_of
from trailhound.cloudtrail.row import DESTRUCTIVE, READ, WRITE


@pytest.mark.parametrize(
    ("name", "read_only", "kind"),
    [
        ("DescribeInstances", None, READ),
        ("BatchGetImage", None, READ),
        ("HeadBucket", None, READ),
        ("AssumeRole", None, READ),
        ("AssumeRole", True, READ),
        ("DeleteEverything", True, READ),
        ("GetSessionToken", None, WRITE),
        ("ListWebACLs", False, WRITE),
        ("PutObject", None, WRITE),
        ("CreateUser", False, WRITE),
        ("DeleteFunction20150331", False, DESTRUCTIVE),
        ("TerminateInstances", None, DESTRUCTIVE),
        ("StopLogging", False, DESTRUCTIVE),
        ("RevokeSecurityGroupIngress", False, DESTRUCTIVE),
        ("DeactivateMFADevice", False, DESTRUCTIVE),
        ("ScheduleKeyDeletion", False, DESTRUCTIVE),
        ("LeaveOrganization", False, DESTRUCTIVE),
        ("BatchDeleteImage", False, DESTRUCTIVE),
        ("CancelKeyDeletion", False, WRITE),
        ("DeleteMessage", False, WRITE),
        ("StopQuery", False, WRITE),
        ("DeleteTags", False, WRITE),
        ("", None, READ),
    ],
)
def test_the_record_decides_about_reading_and_the_verb_about_danger(name: str, read_only: bool | None, kind: int) -> None:
    assert kind_of(name, "any.amazonaws.com", read_only) == kind


def test_the_verb_is_the_first_word() -> None:
    assert first_word("DeleteDBInstance") == "Delete"
    assert first_word("123") == ""

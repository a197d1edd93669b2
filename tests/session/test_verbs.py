"""What calls do, in the past tense."""

from __future__ import annotations

import dataclasses

import pytest
from tests.session.test_sentences import EVENT

from trailhound.session.verbs import verb


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("DeleteBucket", "deleted"),
        ("DeleteBucketPolicy", "deleted the bucket policy of"),
        ("AttachUserPolicy", "attached a user policy of"),
        ("RunInstances", "launched"),
        ("Invoke20150331", "invoked"),
        ("AddTags", "added to"),
        ("RevokeSecurityGroupEgress", "closed the way out of"),
        ("Xyz", "called"),
        ("", "called"),
    ],
)
def test_a_call_has_a_verb_and_says_which_part_it_changes(name: str, expected: str) -> None:
    assert verb(dataclasses.replace(EVENT, name=name)) == expected

"""What a call is by its name alone."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.calls import bare_target, call_of
from trailhound.cloudtrail.row import DESTRUCTIVE, READ, WRITE


@pytest.mark.parametrize(
    ("name", "read_only", "kind", "target"),
    [
        ("DescribeInstances", True, READ, "*"),
        ("ConsoleLogin", False, WRITE, "console"),
        ("TerminateInstances", False, DESTRUCTIVE, ""),
        ("", None, READ, ""),
    ],
)
def test_a_call_that_names_nothing_has_a_kind_and_a_target(name: str, read_only: bool | None, kind: int, target: str) -> None:
    call = call_of(name, "ec2.amazonaws.com", read_only)

    assert (call.kind, call.bare_target) == (kind, target)
    assert bare_target(name, kind) == target


def test_what_a_call_creates_is_looked_for_in_its_answer_first() -> None:
    creating = call_of("CreateVolume", "ec2.amazonaws.com", False).plan
    changing = call_of("ModifyVolume", "ec2.amazonaws.com", False).plan

    assert creating.response_rank < creating.request_rank
    assert changing.request_rank < changing.response_rank

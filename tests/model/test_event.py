"""Events answer simple questions about themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from trailhound.model.event import CallKind, Event, is_refusal, short_call_name
from trailhound.model.identity import ActorClass, Identity

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("UpdateFunctionCode20150331v2", "UpdateFunctionCode"),
        ("CreateFunction20150331", "CreateFunction"),
        ("CreateDistribution2020_05_31", "CreateDistribution"),
        ("RunInstances", "RunInstances"),
        ("PutV2", "PutV2"),
        ("20150331", "20150331"),
        ("", ""),
    ],
)
def test_the_version_of_an_api_is_dropped_from_a_call_name(name: str, short: str) -> None:
    assert short_call_name(name) == short


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("AccessDenied", True),
        ("AccessDeniedException", True),
        ("Client.UnauthorizedOperation", True),
        ("VpceAccessDenied", True),
        ("ResourceNotFoundException", False),
        ("", False),
    ],
)
def test_refusals_are_told_from_other_errors(code: str, refused: bool) -> None:
    assert is_refusal(code) is refused


def test_the_delay_is_the_time_from_the_call_to_the_arrival_of_its_record() -> None:
    event = Event(
        row=0,
        event_id="e",
        occurred_at=NOON,
        observed_at=NOON + timedelta(minutes=5),
        name="RunInstances",
        source="ec2.amazonaws.com",
        kind=CallKind.WRITE,
        identity=Identity(ActorClass.PERSON, "m.rivera"),
        target="i-1",
    )

    assert event.delay == timedelta(minutes=5)
    assert event.short_name == "RunInstances"
    assert not event.is_refused

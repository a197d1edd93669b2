"""Builders of calls, series and questions for the correlation's tests."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.question import Question
from trailhound.model.alarm import Alarm, AlarmKind
from trailhound.model.answer import Subject, SubjectKind
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.metric import Metric, Series

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DATABASE = Metric("AWS/RDS", "DatabaseConnections", (("DBInstanceIdentifier", "orders-db"),))
READS = ("Get", "List", "Describe", "Lookup")


def call(
    name: str,
    at: float = 0.0,
    *,
    request: Mapping[str, Any] | None = None,
    response: Mapping[str, Any] | None = None,
    source: str = "ec2.amazonaws.com",
    who: str = "m.rivera",
    number: int | None = None,
    error: str = "",
    known_after: float = 2.0,
    identity: Identity | None = None,
    message: str = "",
) -> Call:
    """Make a call so many minutes after noon; its id follows from name, caller and time unless a number is given."""
    occurred_at = NOON + timedelta(minutes=at)
    kind = CallKind.READ if name.startswith(READS) else CallKind.WRITE
    event_id = f"{name}-{who}-{at}" if number is None else f"{name}-{number}"
    event = Event(
        row=zlib.crc32(event_id.encode()) if number is None else number,
        event_id=event_id,
        occurred_at=occurred_at,
        observed_at=occurred_at + timedelta(minutes=known_after),
        name=name,
        source=source,
        kind=kind,
        identity=identity or Identity(ActorClass.PERSON, who, "IAMUser", f"arn:aws:iam::111122223333:user/{who}"),
        target="",
        error_code=error,
        address="203.0.113.9",
    )
    document = {"eventName": name, "eventSource": source, "requestParameters": request or {}, "responseElements": response}
    if error:
        document["errorCode"] = error
    if message:
        document["errorMessage"] = message
    return Call(event.row, event, document)


def stepped(metric: Metric, before: float, after: float, at: float = 0.0, minutes: int = 10) -> Series:
    """Make a series of the hour before a step so many minutes after noon, and some minutes of the new level."""
    start_at = NOON + timedelta(minutes=at - 60)
    wobble = [0.01 * before * (i % 3) for i in range(60)]
    return Series(metric, start_at, (*(before + w for w in wobble), *([after] * minutes)))


def question(
    calls: Sequence[Call], *, series: Series | None = None, metric: Metric = DATABASE, comparison: str = "", **more: Any
) -> Question:
    """Make the question why connections fell at noon, asked ten minutes later."""
    alarm = Alarm(
        "orders-db-connections-low",
        AlarmKind.METRIC,
        metric=metric,
        comparison=comparison or "LessThanThreshold",
        threshold=10.0,
        evaluation_periods=3,
        datapoints_to_alarm=3,
    )
    subject = Subject(SubjectKind.ALARM, alarm.name, NOON + timedelta(minutes=4))
    return Question(
        subject=subject,
        as_of=NOON + timedelta(minutes=10),
        series=series if series is not None else stepped(metric, 100.0, 2.0),
        alarm=alarm,
        calls=calls,
        **more,
    )


@pytest.fixture(scope="session")
def noon() -> datetime:
    """The moment at which the metric moves."""
    return NOON


@pytest.fixture(scope="session")
def make_call() -> Callable[..., Call]:
    """Make a call: name, minutes after noon, and what else matters."""
    return call


@pytest.fixture(scope="session")
def make_series() -> Callable[..., Series]:
    """Make a series that steps at noon."""
    return stepped


@pytest.fixture(scope="session")
def ask() -> Callable[..., Question]:
    """Make the question why connections fell at noon."""
    return question


@pytest.fixture(scope="session")
def crowd() -> Callable[[int], Question]:
    """Make a question with so many calls of five people, most of them on other databases."""

    def build(count: int) -> Question:
        names = ["DeleteDBInstance", "ModifyDBInstance", "RebootDBInstance", "AddTagsToResource", "DescribeDBInstances"]
        return question(
            [
                call(
                    names[n % len(names)],
                    -(n % 50) - n / count,
                    request={"dBInstanceIdentifier": "orders-db" if n % 7 == 0 else f"db-{n % 13}"},
                    source="rds.amazonaws.com",
                    who=f"person-{n % 4}",
                    number=n,
                )
                for n in range(count)
            ]
        )

    return build

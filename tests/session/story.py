"""A small incident made of observations, and the means to make more of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from trailhound.model.alarm import Alarm, AlarmKind, AlarmState, AlarmTransition
from trailhound.model.metric import Datapoint, Metric
from trailhound.model.observation import (
    AlarmChanged,
    AlarmDescribed,
    MetricPoints,
    NotUnderstood,
    Observation,
    Origin,
    Records,
)
from trailhound.session.boards import Boards
from trailhound.session.clock import PlaybackClock
from trailhound.session.feed import Feed
from trailhound.session.loaded import Loaded
from trailhound.session.session import Watch

START = datetime(2026, 11, 18, 13, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LATENCY = Metric("AWS/RDS", "ReadLatency", (("DBInstanceIdentifier", "orders-db-1"),), region="eu-west-1")
ALARM = Alarm(
    "orders-db-latency",
    AlarmKind.METRIC,
    region="eu-west-1",
    metric=LATENCY,
    comparison="GreaterThanThreshold",
    threshold=0.020,
    evaluation_periods=5,
    datapoints_to_alarm=3,
    document={"AlarmActions": ["arn:aws:sns:eu-west-1:444455556666:oncall-orders"], "DatapointsToAlarm": 3},
)
PERSON_KEY = "ASIAEXAMPLE7QRIVERA0"


def at(minutes: float) -> datetime:
    """Give a moment of the story."""
    return START + timedelta(minutes=minutes)


def stamp(moment: datetime) -> str:
    """Write a moment as CloudTrail does."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def user(name: str, key: str = "") -> dict[str, Any]:
    """Make the identity of an IAM user."""
    return {
        "type": "IAMUser",
        "userName": name,
        "arn": f"arn:aws:iam::444455556666:user/{name}",
        "accountId": "444455556666",
        "principalId": f"AIDA{name.upper().replace('.', '')}",
        "accessKeyId": key or f"AKIA{name.upper().replace('.', '')}",
    }


def role_session(role: str, session: str, key: str) -> dict[str, Any]:
    """Make the identity of a role session."""
    return {
        "type": "AssumedRole",
        "principalId": f"AROAEXAMPLE:{session}",
        "arn": f"arn:aws:sts::444455556666:assumed-role/{role}/{session}",
        "accountId": "444455556666",
        "accessKeyId": key,
        "sessionContext": {
            "sessionIssuer": {
                "type": "Role",
                "userName": role,
                "arn": f"arn:aws:iam::444455556666:role/{role}",
                "accountId": "444455556666",
                "principalId": "AROAEXAMPLE",
            }
        },
    }


def call(
    minutes: float,
    name: str,
    source: str = "rds",
    who: Mapping[str, Any] | None = None,
    request: Mapping[str, Any] | None = None,
    *,
    event_id: str = "",
    error: str = "",
    read_only: bool | None = None,
    response: Mapping[str, Any] | None = None,
    address: str = "203.0.113.24",
) -> bytes:
    """Make a record of a call."""
    document: dict[str, Any] = {
        "eventVersion": "1.09",
        "eventTime": stamp(at(minutes)),
        "eventSource": f"{source}.amazonaws.com",
        "eventName": name,
        "userIdentity": dict(who or user("k.tanaka")),
        "awsRegion": "eu-west-1",
        "sourceIPAddress": address,
        "userAgent": "aws-cli/2.17.9",
        "requestParameters": dict(request) if request is not None else None,
        "responseElements": dict(response) if response is not None else None,
        "eventID": event_id or f"{name}-{minutes}",
        "eventType": "AwsApiCall",
        "eventCategory": "Management",
        "recipientAccountId": "444455556666",
        "readOnly": read_only if read_only is not None else name.startswith(("Describe", "List", "Get")),
    }
    if error:
        document["errorCode"] = error
    return json.dumps(document).encode()


def delivered(minutes: float, *records: bytes, path: str = "") -> Records:
    """Make a log file that was delivered at a moment."""
    return Records(records, Origin(path or f"logs/{minutes}.json.gz", 1), at(minutes))


def points(metric: Metric, values: Sequence[float | None], start: float = 0) -> MetricPoints:
    """Make datapoints of a metric, one a period; each is known when its period is over."""
    made = tuple(
        Datapoint(moment, value, moment + metric.period)
        for index, value in enumerate(values)
        if value is not None
        for moment in (at(start) + index * metric.period,)
    )
    return MetricPoints(metric, made, Origin("get-metric-data.json"))


def described(alarm: Alarm, state: AlarmState, since: datetime | None = None) -> AlarmDescribed:
    """Make the description of an alarm."""
    return AlarmDescribed(alarm, state, "as described", since, Origin("describe-alarms.json"))


def changed(alarm: str, minutes: float, before: AlarmState, after: AlarmState) -> AlarmChanged:
    """Make a line of the alarm history."""
    transition = AlarmTransition(alarm, at(minutes), before, after, "Threshold Crossed", "eu-west-1")
    return AlarmChanged(transition, Origin("describe-alarm-history.json"))


def story() -> list[Observation]:
    """Tell of m.rivera, who changed a parameter group; two minutes later reads of the database slowed."""
    admin = role_session("orders-admin", "session-1", PERSON_KEY)
    group = {"dBParameterGroupName": "orders-pg15"}
    random_page = {"parameterName": "random_page_cost", "parameterValue": "1.1", "applyMethod": "immediate"}
    credentials = {"credentials": {"accessKeyId": PERSON_KEY, "expiration": "Nov 18, 2026"}}
    opened = {"roleArn": "arn:aws:iam::444455556666:role/orders-admin", "roleSessionName": "session-1"}
    background = [
        delivered(minute + 4, call(minute, "DescribeDBInstances", event_id=f"quiet-{minute}", address="198.51.100.7"))
        for minute in range(0, 70, 2)
    ]
    return [
        delivered(
            4,
            call(1, "CreateDBInstance", request={"dBInstanceIdentifier": "orders-db-1", **group}, event_id="create"),
            call(2, "ModifyDBParameterGroup", request={**group, "parameters": [random_page]}, event_id="first"),
        ),
        *background,
        delivered(
            65,
            call(60, "AssumeRole", "sts", user("m.rivera"), opened, response=credentials, event_id="assume", read_only=True),
            call(61, "DescribeDBParameters", who=admin, request=group, event_id="look"),
            call(
                62,
                "ModifyDBParameterGroup",
                who=admin,
                request={**group, "parameters": [{**random_page, "parameterValue": "40"}]},
                event_id="culprit",
            ),
            call(63, "RebootDBInstance", request={"dBInstanceIdentifier": "orders-db-1"}, error="AccessDenied", event_id="no"),
        ),
        points(LATENCY, [0.004 + 0.0001 * (minute % 3) for minute in range(64)] + [0.022, 0.031, 0.036, 0.041, 0.037, 0.038]),
        described(ALARM, AlarmState.ALARM, at(67)),
        changed(ALARM.name, 67, AlarmState.OK, AlarmState.ALARM),
        NotUnderstood(Origin("notes.txt"), "not JSON"),
    ]


class Seconds:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.value = 0.0

    def __call__(self) -> float:
        """Give the seconds so far."""
        return self.value


@dataclass
class Told:
    """A source that tells what it was given."""

    observations: Sequence[Observation] = field(default_factory=tuple)

    def observe(self) -> Iterator[Observation]:
        """Tell it all."""
        yield from self.observations


def boards_of(observations: Iterable[Observation]) -> Boards:
    """Lay out what some observations tell."""
    loaded = Loaded()
    Feed(loaded).run(Told(tuple(observations)))
    return Boards(loaded)


def watch_of(observations: Iterable[Observation], seconds: Seconds | None = None, *, is_running: bool = False) -> Watch:
    """Open a watch over some observations, at its start."""
    boards = boards_of(observations)
    clock = PlaybackClock(boards.span, seconds or Seconds(), start_at=boards.dense.start_at, is_running=is_running)
    return Watch(boards, clock, "story")

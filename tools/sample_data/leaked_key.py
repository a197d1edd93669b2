"""The leaked-key story: a pipeline's access key in a stranger's hands, and the metric filters that notice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tools.sample_data.alarms import Board, Watch
from tools.sample_data.dice import Dice
from tools.sample_data.leaked_calls import MINERS, clock, tell
from tools.sample_data.logs import write_group
from tools.sample_data.metrics import Line, Sheet, steps, write_metrics
from tools.sample_data.trail import Trail, write_json
from tools.sample_data.world import World

ACCOUNT, HOME, GLOBAL = "777788889999", "eu-west-1", "us-east-1"
START, END = clock("02:40"), clock("04:10")
MEASURED = clock("00:40"), clock("04:20")
GROUP = "CloudTrail/DefaultLogGroup"
SPACE = "CISBenchmark"
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """A metric filter over the trail's log group, in AWS's pattern language, and the same as a test of ours."""

    name: str
    pattern: str
    matches: Callable[[Record], bool]


def _calls(name: str, *calls: str) -> Filter:
    pattern = "{ " + " || ".join(f"($.eventName = {call})" for call in calls) + " }"
    return Filter(name, pattern, lambda record: record["eventName"] in calls)


def _is_unauthorized(record: Record) -> bool:
    code: str = record.get("errorCode", "")
    return code.endswith("UnauthorizedOperation") or code.startswith("AccessDenied")


FILTERS = (
    Filter(
        "UnauthorizedAPICalls",
        '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
        _is_unauthorized,
    ),
    Filter(
        "RootAccountUsage",
        '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
        lambda record: record["userIdentity"]["type"] == "Root",
    ),
    _calls("CloudTrailChanges", "CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    _calls(
        "IAMPolicyChanges",
        "PutUserPolicy",
        "PutRolePolicy",
        "AttachUserPolicy",
        "DetachUserPolicy",
        "AttachRolePolicy",
        "DetachRolePolicy",
    ),
    _calls("AccessKeyChanges", "CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey"),
    _calls(
        "SecurityGroupChanges",
        "AuthorizeSecurityGroupIngress",
        "RevokeSecurityGroupIngress",
        "CreateSecurityGroup",
        "DeleteSecurityGroup",
    ),
)


def write(folder: Path) -> None:
    """Write the whole story into a folder."""
    dice = Dice("leaked-key, 2026-10-06")
    trail = Trail(dice, (ACCOUNT, HOME), prefix="o-example0rg1")
    fleet = ("i-0c71d001", "i-0c71d002", "i-0c71d003", "i-0c71d004")
    west = World(trail, dice, ACCOUNT, HOME, START, END, fleet=fleet)
    east = World(trail, dice, ACCOUNT, GLOBAL, START, END, roles=west.roles)
    tell(west, east)
    trail.write(folder)
    logged = _logged(trail, dice)
    lines = _lines(Sheet(dice, *MEASURED), logged)
    write_metrics(folder, list(lines.values()))
    _board(lines).write(folder, MEASURED[1])
    _write_logs(folder, logged)


def _logged(trail: Trail, dice: Dice) -> list[tuple[datetime, Record]]:
    """Give the records of the night as they reach the log group: one to two minutes after the call."""
    rows = [(row.at + timedelta(seconds=dice.whole(62, 118)), row.record) for row in trail.delivered if row.at >= START]
    return sorted(rows, key=lambda pair: (pair[0], pair[1]["eventID"]))


def _lines(sheet: Sheet, logged: Sequence[tuple[datetime, Record]]) -> dict[str, Line]:
    lines = {}
    for watched in FILTERS:
        counts = Counter(at.replace(second=0, microsecond=0) for at, record in logged if watched.matches(record))
        lines[watched.name] = sheet.line(HOME, f"{SPACE}:{watched.name}", (), _counted(counts), statistic="Sum", digits=0)
    usage = (("Type", "Resource"), ("Resource", "vCPU"), ("Service", "EC2"), ("Class", "Standard/OnDemand"))
    cdn = (("DistributionId", "E1EXAMPLE2STUDIO"), ("Region", "Global"))
    machine = steps(0, [("03:20", 22), ("03:22", 97), ("03:24", 99)])
    alive = clock("03:19"), clock("03:36")
    return lines | {
        "vcpu": sheet.line(
            HOME,
            "AWS/Usage:ResourceCount",
            usage,
            steps(24, [("03:20", 536), ("03:40", 24)]),
            statistic="Maximum",
            period=300,
            digits=0,
        ),
        "web cpu": sheet.line(
            HOME, "AWS/EC2:CPUUtilization", (("AutoScalingGroupName", "web-asg"),), steps(17, ()), noise=0.08, digits=2
        ),
        "miner cpu": sheet.line(
            HOME,
            "AWS/EC2:CPUUtilization",
            (("InstanceId", MINERS[0]),),
            lambda at: machine(at) if alive[0] < at < alive[1] else None,
            noise=0.01,
            digits=2,
        ),
        "network": sheet.line(HOME, "AWS/EC2:NetworkOut", (("InstanceId", "i-0c71d001"),), steps(4.2e6, ()), noise=0.1, digits=0),
        "requests": sheet.line(GLOBAL, "AWS/CloudFront:Requests", cdn, steps(6100, ()), statistic="Sum", noise=0.04, digits=0),
        "site errors": sheet.line(GLOBAL, "AWS/CloudFront:5xxErrorRate", cdn, steps(0.2, ()), noise=0.2, digits=3),
        "billing": sheet.line(
            GLOBAL,
            "AWS/Billing:EstimatedCharges",
            (("Currency", "USD"),),
            steps(96.1, [("03:40", 148.7)]),
            statistic="Maximum",
            period=1800,
            digits=2,
        ),
    }


def _counted(counts: Mapping[datetime, int]) -> Callable[[datetime], float | None]:
    """Give the count of a minute; a filter without a default value publishes nothing for a minute without a match."""
    return lambda at: float(counts[at]) if at in counts else None


def _board(lines: Mapping[str, Line]) -> Board:
    board = Board(ACCOUNT, "security")
    quiet_at = datetime(2026, 9, 22, 9, 40, tzinfo=UTC)
    rows = (
        ("unauthorized-api-calls", "UnauthorizedAPICalls", 5, "Many calls were refused"),
        ("root-account-use", "RootAccountUsage", 1, "Someone works as root"),
        ("trail-changes", "CloudTrailChanges", 1, "A trail was changed or stopped"),
        ("iam-policy-changes", "IAMPolicyChanges", 1, "Permissions were changed"),
        ("access-key-changes", "AccessKeyChanges", 1, "An access key was made, switched or removed"),
        ("security-group-changes", "SecurityGroupChanges", 1, "A security group was changed"),
    )
    for number, (name, line, threshold, words) in enumerate(rows):
        phase = timedelta(milliseconds=180 + 73 * number)
        at_least = "GreaterThanOrEqualToThreshold"
        board.watches.append(Watch(name, lines[line], threshold, 1, 1, ("OK", quiet_at), phase, at_least, "notBreaching", words))
    calm = (
        ("vcpu-usage-high", "vcpu", 256, 1, 1, "More processors run than this account ever needed"),
        ("web-cpu-high", "web cpu", 75, 5, 3, "The web servers are too small"),
        ("site-5xx", "site errors", 2, 5, 3, "The site answers with errors"),
        ("monthly-spend", "billing", 140, 1, 1, "This month costs too much"),
    )
    for number, (name, line, threshold, n, m, words) in enumerate(calm):
        phase = timedelta(milliseconds=220 + 91 * number)
        board.watches.append(Watch(name, lines[line], threshold, n, m, ("OK", quiet_at), phase, description=words))
    return board


def _write_logs(folder: Path, logged: Sequence[tuple[datetime, Record]]) -> None:
    """Write what the filters saw: the log lines that match one of them, and the filters."""
    matched = [
        (at, json.dumps(record, separators=(",", ":"))) for at, record in logged if any(one.matches(record) for one in FILTERS)
    ]
    write_group(folder, HOME, GROUP, f"{ACCOUNT}_CloudTrail_{HOME}", matched, lag=timedelta(seconds=1))
    made_at = int(datetime(2026, 9, 22, 9, 35, tzinfo=UTC).timestamp() * 1000)
    filters = [
        {
            "filterName": one.name,
            "filterPattern": one.pattern,
            "metricTransformations": [{"metricName": one.name, "metricNamespace": SPACE, "metricValue": "1"}],
            "creationTime": made_at,
            "logGroupName": GROUP,
        }
        for one in FILTERS
    ]
    write_json(folder / "logs" / HOME / "describe-metric-filters.json", {"metricFilters": filters})

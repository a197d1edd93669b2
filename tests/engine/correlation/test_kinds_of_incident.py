"""Incidents of many kinds, each in its smallest form: what is to blame, and what is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.graph import Graph, learn
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.rank import rank
from trailhound.model.answer import Verdict
from trailhound.model.metric import Metric, Series

Row = tuple[str, float, str, dict[str, Any]]
ARN = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:"
FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:"
BALANCER = ("LoadBalancer", "app/orders-alb/50dc6c495c0c9188")
GROUP = ("TargetGroup", "targetgroup/orders-tg/c0175c8cbc4fc4de")
ASG = ("AutoScalingGroupName", "orders-asg")

BACKGROUND: list[Row] = [
    ("CreateTags", -1, "ec2", {"resourcesSet": {"items": [{"resourceId": "i-0d652c44df0d5f877"}]}}),
    ("PutDashboard", -2, "monitoring", {"dashboardName": "orders"}),
    ("AssumeRole", -3, "sts", {"roleArn": "arn:aws:iam::111122223333:role/orders-role", "roleSessionName": "x"}),
    ("PutObject", -1.5, "s3", {"bucketName": "orders-data", "key": "notes.md"}),
    ("UpdateFunctionCode20150331v2", -2.5, "lambda", {"functionName": "search-worker"}),
]
FOUNDATION: list[Row] = [
    (
        "CreateLaunchTemplate",
        -9000,
        "ec2",
        {"launchTemplateId": "lt-02b31c0e0b3989220", "IamInstanceProfile": {"Name": "orders-role"}},
    ),
    (
        "CreateAutoScalingGroup",
        -9000,
        "autoscaling",
        {
            "autoScalingGroupName": "orders-asg",
            "minSize": 2,
            "maxSize": 9,
            "desiredCapacity": 5,
            "launchTemplate": {"launchTemplateId": "lt-02b31c0e0b3989220"},
            "targetGroupARNs": [f"{ARN}targetgroup/orders-tg/c0175c8cbc4fc4de"],
        },
    ),
    ("CreateDBInstance", -9000, "rds", {"dBInstanceIdentifier": "orders-db", "dBInstanceClass": "db.r6g.2xlarge"}),
    (
        "PutTargets",
        -9000,
        "events",
        {"rule": "orders-hourly", "targets": [{"arn": "arn:aws:lambda:eu-west-1:1:function:orders-worker"}]},
    ),
    ("CreateFunction20150331", -9000, "lambda", {"functionName": "orders-worker", "timeout": 30, "memorySize": 1024}),
    ("CreateTable", -9000, "dynamodb", {"tableName": "orders", "provisionedThroughput": {"readCapacityUnits": 300}}),
]

TO_BLAME = {
    "health check path changed": (
        Metric("AWS/ApplicationELB", "HealthyHostCount", (BALANCER, GROUP)),
        "down",
        ("ModifyTargetGroup", -2, "elasticloadbalancing", {"targetGroupArn": f"{ARN}targetgroup/orders-tg/c0175c8cbc4fc4de"}),
    ),
    "name points elsewhere": (
        Metric("AWS/ApplicationELB", "RequestCount", (BALANCER,), "Sum"),
        "down",
        (
            "ChangeResourceRecordSets",
            -2,
            "route53",
            {"changeBatch": {"changes": [{"resourceRecordSet": {"aliasTarget": {
                "dNSName": "dualstack.orders-alb-1234567890.eu-west-1.elb.amazonaws.com."}}}]}},
        ),
    ),
    "scheduled rule disabled": (
        Metric("AWS/Lambda", "Invocations", (("FunctionName", "orders-worker"),), "Sum"),
        "down",
        ("DisableRule", -4, "events", {"name": "orders-hourly"}),
    ),
    "function gets no concurrency": (
        Metric("AWS/Lambda", "Throttles", (("FunctionName", "orders-worker"),), "Sum"),
        "up",
        ("PutFunctionConcurrency20171031", -1, "lambda", {"functionName": "orders-worker", "reservedConcurrentExecutions": 0}),
    ),
    "timeout cut": (
        Metric("AWS/Lambda", "Errors", (("FunctionName", "orders-worker"),), "Sum"),
        "up",
        ("UpdateFunctionConfiguration20150331v2", -1, "lambda", {"functionName": "orders-worker", "timeout": 3}),
    ),
    "database made smaller": (
        Metric("AWS/RDS", "CPUUtilization", (("DBInstanceIdentifier", "orders-db"),)),
        "up",
        ("ModifyDBInstance", -9, "rds", {"dBInstanceIdentifier": "orders-db", "dBInstanceClass": "db.t3.small"}),
    ),
    "group set to none": (
        Metric("AWS/AutoScaling", "GroupInServiceInstances", (ASG,)),
        "down",
        ("SetDesiredCapacity", -3, "autoscaling", {"autoScalingGroupName": "orders-asg", "desiredCapacity": 1}),
    ),
    "role loses a policy": (
        Metric("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", (BALANCER, GROUP), "Sum"),
        "up",
        ("DetachRolePolicy", -1, "iam", {"roleName": "orders-role", "policyArn": "arn:aws:iam::1:policy/orders"}),
    ),
    "service deployed": (
        Metric("AWS/ECS", "CPUUtilization", (("ClusterName", "shop"), ("ServiceName", "orders"))),
        "up",
        ("UpdateService", -2, "ecs", {"service": "orders", "cluster": "shop", "taskDefinition": "orders:42"}),
    ),
    "costly machines": (
        Metric("AWS/Billing", "EstimatedCharges", (("Currency", "USD"),), "Maximum"),
        "up",
        ("RunInstances", -20, "ec2", {"instanceType": "p4d.24xlarge", "instancesSet": {"items": [{"maxCount": 8}]}}),
    ),
    "the alarm itself was changed": (
        Metric("AWS/RDS", "FreeableMemory", (("DBInstanceIdentifier", "orders-db"),)),
        "flat",
        ("PutMetricAlarm", -3, "monitoring", {"alarmName": "orders-db-connections-low", "threshold": 1000.0}),
    ),
    "consumer switched off": (
        Metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", (("QueueName", "orders-queue"),)),
        "up",
        (
            "UpdateEventSourceMapping20150331",
            -5,
            "lambda",
            {"uUID": "0b1f", "enabled": False, "eventSourceArn": "arn:aws:sqs:eu-west-1:111122223333:orders-queue"},
        ),
    ),
}  # fmt: skip

NOT_TO_BLAME = {
    "group may grow": (
        Metric("AWS/ApplicationELB", "TargetResponseTime", (BALANCER, GROUP)),
        ("UpdateAutoScalingGroup", -3, "autoscaling", {"autoScalingGroupName": "orders-asg", "maxSize": 14}),
    ),
    "table gets more room": (
        Metric("AWS/DynamoDB", "ReadThrottleEvents", (("TableName", "orders"),), "Sum"),
        ("UpdateTable", -3, "dynamodb", {"tableName": "orders", "provisionedThroughput": {"readCapacityUnits": 900}}),
    ),
    "description changed": (
        Metric("AWS/Lambda", "Errors", (("FunctionName", "orders-worker"),), "Sum"),
        ("UpdateFunctionConfiguration20150331v2", -1, "lambda", {"functionName": "orders-worker", "description": "ours"}),
    ),
    "backup window moved": (
        Metric("AWS/RDS", "ReadLatency", (("DBInstanceIdentifier", "orders-db"),)),
        ("ModifyDBInstance", -3, "rds", {"dBInstanceIdentifier": "orders-db", "preferredBackupWindow": "03:00-03:30"}),
    ),
    "policy added": (
        Metric("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", (BALANCER, GROUP), "Sum"),
        ("AttachRolePolicy", -3, "iam", {"roleName": "orders-role", "policyArn": "arn:aws:iam::1:policy/more"}),
    ),
    "snapshot taken": (
        Metric("AWS/RDS", "ReadLatency", (("DBInstanceIdentifier", "orders-db"),)),
        ("CreateDBSnapshot", -3, "rds", {"dBInstanceIdentifier": "orders-db", "dBSnapshotIdentifier": "daily"}),
    ),
}


def made(make_call: Callable[..., Call], rows: list[Row]) -> list[Call]:
    """Make calls of several people."""
    people = ["j.berg", "noor.aziz", "chen.wei"]
    return [
        make_call(name, at, request=request, source=f"{service}.amazonaws.com", who=people[i % 3])
        for i, (name, at, service, request) in enumerate(rows)
    ]


def series_of(make_series: Callable[..., Series], metric: Metric, move: str) -> Series:
    """Make a series that goes the way a move says."""
    after = {"up": 400.0, "down": 1.0, "flat": 101.0}[move]
    if metric.namespace != "AWS/Billing":
        return make_series(metric, 100.0, after)
    steps = make_series(metric, 1.0, 40.0).values
    total, sums = 0.0, []
    for step in steps:
        total += step or 0.0
        sums.append(total)
    return Series(metric, make_series(metric, 1.0, 40.0).start_at, tuple(sums))


@pytest.mark.parametrize("kind", TO_BLAME)
def test_the_change_behind_it_is_named(
    kind: str, make_call: Callable[..., Call], make_series: Callable[..., Series], ask: Callable[..., Question]
) -> None:
    metric, move, (name, at, service, request) = TO_BLAME[kind]
    culprit = make_call(name, at, request=request, source=f"{service}.amazonaws.com")
    graph = Graph.of([edge for call in made(make_call, FOUNDATION) for edge in learn(call)])
    comparison = "LessThanThreshold" if move == "down" else "GreaterThanThreshold"
    series = series_of(make_series, metric, move)

    answer = rank(ask([*made(make_call, BACKGROUND), culprit], metric=metric, series=series, graph=graph, comparison=comparison))

    told = [(c.event.name, c.score, [r.text for r in c.because]) for c in answer.candidates[:2]]
    assert (answer.candidates[0].event, answer.verdict) == (culprit.event, Verdict.CALL), json.dumps(told, indent=1)


@pytest.mark.parametrize("kind", NOT_TO_BLAME)
def test_a_harmless_change_of_the_same_thing_is_not_blamed(
    kind: str, make_call: Callable[..., Call], make_series: Callable[..., Series], ask: Callable[..., Question]
) -> None:
    metric, (name, at, service, request) = NOT_TO_BLAME[kind]
    innocent = make_call(name, at, request=request, source=f"{service}.amazonaws.com")
    graph = Graph.of([edge for call in made(make_call, FOUNDATION) for edge in learn(call)])
    calls = [*made(make_call, BACKGROUND), innocent]

    answer = rank(
        ask(calls, metric=metric, series=make_series(metric, 100.0, 400.0), graph=graph, comparison="GreaterThanThreshold")
    )

    told = [(c.event.name, c.score, [r.text for r in c.because]) for c in answer.candidates[:2]]
    assert answer.verdict is Verdict.NO_CALL_EXPLAINS, json.dumps(told, indent=1)

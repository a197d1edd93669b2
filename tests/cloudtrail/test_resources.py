"""The resources a record names."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from trailhound.cloudtrail.reader import read_row
from trailhound.cloudtrail.resources import MOST, read_resources
from trailhound.model.resource import Resource

SHARED = Path(os.environ.get("TRAILHOUND_SHARED", Path(__file__).parents[3] / "shared"))

TARGETS: list[tuple[str, str, dict[str, Any], dict[str, Any] | None, str]] = [
    ("ec2", "StopInstances", {"instancesSet": {"items": [{"instanceId": "i-1"}]}}, None, "i-1"),
    ("ec2", "RunInstances", {"subnetId": "subnet-1"}, {"instancesSet": {"items": [{"instanceId": "i-9"}]}}, "i-9"),
    ("ec2", "DeleteNatGateway", {"DeleteNatGatewayRequest": {"NatGatewayId": "nat-1"}}, None, "nat-1"),
    ("ec2", "AuthorizeSecurityGroupIngress", {"groupId": "sg-1", "ipPermissions": {}}, None, "sg-1"),
    ("s3", "PutObject", {"bucketName": "exports", "key": "2026/a.csv"}, None, "exports/2026/a.csv"),
    ("s3", "PutBucketPolicy", {"bucketName": "exports", "policy": ""}, None, "exports"),
    ("lambda", "UpdateFunctionCode20150331v2", {"functionName": "arn:aws:lambda:eu-west-1:1:function:pay"}, None, "pay"),
    ("rds", "ModifyDBInstance", {"DBInstanceIdentifier": "orders-db-1"}, None, "orders-db-1"),
    ("rds", "ModifyDBParameterGroup", {"dBParameterGroupName": "orders-pg15"}, None, "orders-pg15"),
    ("ecs", "UpdateService", {"cluster": "prod", "service": "checkout"}, None, "checkout"),
    (
        "ecs",
        "RegisterTaskDefinition",
        {"family": "checkout"},
        {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:r:1:task-definition/checkout:118"}},
        "checkout:118",
    ),
    ("iam", "AttachRolePolicy", {"roleName": "batch", "policyArn": "arn:aws:iam::aws:policy/Admin"}, None, "batch"),
    ("sts", "AssumeRole", {"roleArn": "arn:aws:iam::1:role/orders-admin", "roleSessionName": "x"}, None, "orders-admin"),
    ("events", "DisableRule", {"name": "nightly"}, None, "nightly"),
    ("cloudtrail", "StopLogging", {"name": "arn:aws:cloudtrail:r:1:trail/main"}, None, "main"),
    ("sqs", "PurgeQueue", {"queueUrl": "https://sqs.eu-west-1.amazonaws.com/1/orders-q"}, None, "orders-q"),
    ("sns", "SetTopicAttributes", {"topicArn": "arn:aws:sns:r:1:oncall"}, None, "oncall"),
    (
        "elasticloadbalancing",
        "ModifyLoadBalancerAttributes",
        {"loadBalancerArn": "arn:aws:elasticloadbalancing:r:1:loadbalancer/app/edge/0a"},
        None,
        "edge",
    ),
    ("monitoring", "DeleteAlarms", {"alarmNames": ["cpu-high", "cpu-low"]}, None, "cpu-high"),
    ("kms", "ScheduleKeyDeletion", {"keyId": "1234-abcd"}, None, "1234-abcd"),
    ("sts", "GetCallerIdentity", {}, None, "*"),
]


@pytest.mark.parametrize(("service", "name", "request_", "response", "target"), TARGETS, ids=[row[1] for row in TARGETS])
def test_the_target_is_what_the_call_is_about(
    service: str, name: str, request_: dict[str, Any], response: dict[str, Any] | None, target: str
) -> None:
    record = {
        "eventSource": f"{service}.amazonaws.com",
        "eventName": name,
        "requestParameters": request_,
        "responseElements": response,
    }

    assert read_row(json.dumps(record).encode()).target == target


def test_listed_resources_and_request_are_one_list_without_repeats() -> None:
    record = {
        "eventSource": "s3.amazonaws.com",
        "eventName": "DeleteBucket",
        "requestParameters": {"bucketName": "exports"},
        "resources": [{"ARN": "arn:aws:s3:::exports", "type": "AWS::S3::Bucket", "accountId": "1"}, "odd"],
    }

    assert read_resources(record) == [Resource("exports", "AWS::S3::Bucket", "arn:aws:s3:::exports")]


def test_any_arn_in_a_request_is_a_resource() -> None:
    record = {"eventSource": "x.amazonaws.com", "requestParameters": {"role": {"deep": ["arn:aws:iam::1:role/a"]}}}

    assert read_resources(record) == [Resource("a", "AWS::IAM::Role", "arn:aws:iam::1:role/a")]


def test_a_bulk_call_and_a_deep_one_stay_bounded() -> None:
    many = {"requestParameters": {"instanceIds": [f"i-{number}" for number in range(1000)]}}
    deep: dict[str, Any] = {"instanceId": "i-1"}
    for _ in range(50):
        deep = {"inner": deep}

    assert len(read_resources(many)) == MOST
    assert read_resources({"requestParameters": deep}) == []


def test_every_path_of_the_link_table_is_found() -> None:
    table = SHARED / "reference" / "resource-links.json"
    if not table.is_file():
        pytest.skip("TRAILHOUND_SHARED holds no table of links")
    for link in json.loads(table.read_text())["metric_links"]:
        for change in link["changes"]:
            service, _, name = change["event"].partition(":")
            for path in change["paths"]:
                value = "arn:aws:x:r:1:thing/found" if path.lower().endswith("arn") else "found"
                record = {"eventSource": f"{service}.amazonaws.com", "eventName": name, **_nested(path.split("."), value)}
                assert "found" in {resource.name for resource in read_resources(record)}, (change["event"], path)


def _nested(parts: list[str], value: str) -> dict[str, Any]:
    name, is_list = parts[0].removesuffix("[]"), parts[0].endswith("[]")
    inner: Any = _nested(parts[1:], value) if len(parts) > 1 else value
    return {name: [inner] if is_list else inner}

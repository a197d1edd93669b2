"""What a call does is told from its name and sharpened by its request."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.deeds import Does, deed_of
from trailhound.engine.correlation.settings import Settings, settings_of

Make = Callable[..., Call]
DENY = json.dumps({"Statement": [{"Effect": "Deny", "Action": "*"}]})
ALLOW = json.dumps({"Statement": {"Effect": "Allow", "Action": "*"}})


@pytest.mark.parametrize(
    ("service", "name", "request_", "does"),
    [
        ("ec2", "RevokeSecurityGroupIngress", {"groupId": "sg-1"}, Does.RESTRICTIVE),
        ("ec2", "AuthorizeSecurityGroupIngress", {"groupId": "sg-1"}, Does.PERMISSIVE),
        ("ec2", "CreateTags", {}, Does.NEUTRAL),
        ("ec2", "DescribeInstances", {}, Does.READ),
        ("ec2", "CreateNetworkAclEntry", {"networkAclId": "acl-1", "ruleAction": "deny"}, Does.RESTRICTIVE),
        ("ec2", "DeleteNetworkAclEntry", {"networkAclId": "acl-1", "ruleAction": "deny"}, Does.PERMISSIVE),
        ("autoscaling", "UpdateAutoScalingGroup", {"autoScalingGroupName": "orders-asg", "maxSize": 1}, Does.LESS),
        ("autoscaling", "PutScalingPolicy", {"autoScalingGroupName": "orders-asg", "scalingAdjustment": -3}, Does.LESS),
        ("rds", "ModifyDBInstance", {"dBInstanceIdentifier": "orders-db", "allocatedStorage": 400}, Does.MORE),
        ("rds", "ModifyDBInstance", {"dBInstanceIdentifier": "orders-db", "preferredBackupWindow": "03:00"}, Does.NEUTRAL),
        ("lambda", "UpdateFunctionConfiguration20150331v2", {"functionName": "f-1", "memorySize": 2048}, Does.MORE),
        ("lambda", "UpdateFunctionConfiguration20150331v2", {"functionName": "f-1", "layers": ["x"]}, Does.CONFIG),
        ("lambda", "UpdateEventSourceMapping20150331", {"uUID": "1", "enabled": False}, Does.DESTRUCTIVE),
        ("iam", "PutRolePolicy", {"roleName": "r-1", "policyDocument": DENY}, Does.RESTRICTIVE),
        ("iam", "PutRolePolicy", {"roleName": "r-1", "policyDocument": ALLOW}, Does.PERMISSIVE),
        ("iam", "PutRolePolicy", {"roleName": "r-1", "policyDocument": "{ broken"}, Does.CONFIG),
        ("iam", "UpdateAccessKey", {"accessKeyId": "AKIA", "status": "Inactive"}, Does.RESTRICTIVE),
        ("apigateway", "UpdateStage", {"restApiId": "a", "patchOperations": [{"path": "/description"}]}, Does.NEUTRAL),
        ("newservice", "DeleteThing", {}, Does.DESTRUCTIVE),
        ("newservice", "FrobnicateThing", {}, Does.CONFIG),
    ],
)
def test_what_calls_do(service: str, name: str, request_: dict[str, Any], does: Does, make_call: Make, noon: datetime) -> None:
    made = make_call(name, request=request_, source=f"{service}.amazonaws.com")

    assert deed_of(made, Settings(), noon).does is does


@pytest.mark.parametrize(("after", "does", "turn"), [(100, Does.LESS, "lowers"), (600, Does.MORE, "raises")])
def test_an_amount_is_compared_with_what_was_set_before(
    after: int, does: Does, turn: str, make_call: Make, noon: datetime
) -> None:
    def sets(units: int, at: float) -> Call:
        request = {"tableName": "orders", "provisionedThroughput": {"readCapacityUnits": units}}
        return make_call("UpdateTable", at, request=request, source="dynamodb.amazonaws.com")

    earlier = sets(300, -60)

    deed = deed_of(sets(after, -1), Settings.of(settings_of(earlier)), noon)

    assert (deed.does, deed.words) == (does, f"{turn} readCapacityUnits from 300 to {after}")
    assert deed.proof == (earlier.event.event_id,)

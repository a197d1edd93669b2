"""How the orders shop was built: the calls of the days before, from which it can be learned what belongs to what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.sample_data.background import Pipeline, release
from tools.sample_data.callers import TERRAFORM, Caller
from tools.sample_data.world import World

PROVIDER = "token.actions.example.com"
DEPLOY = Pipeline("deploy-bot", "repo:example-shop/services:ref:refs/heads/main", PROVIDER, "198.51.100.12")
APPLY = Pipeline("terraform", "repo:example-shop/infrastructure:ref:refs/heads/main", PROVIDER, "198.51.100.12", TERRAFORM)
ORDERS_SG, LEDGER_SG, API_SG = "sg-0a1b77c2", "sg-0d4e55f1", "sg-0c3390ab"
EDGE, INNER = "app/edge/3f1d2c4b5a697881", "app/inner/7b20c1d98e4f6a53"
USES = {"checkout": "orders-db-1", "catalog": "ledger-db-1"}
"""The database of a service, as its task definition names it."""


def target_group(service: str) -> str:
    """Give the target group of a service as metrics name it."""
    return f"targetgroup/{service}/0123456789abcdef"


KEYS = ("5d1c7e0a-1111-4e6b-9c55-0a52f6d0e701", "5d1c7e0a-2222-4e6b-9c55-0a52f6d0e702")


def build(world: World) -> None:
    """Make the calls that created the shop, nine and six days before the story."""
    first = datetime(2026, 11, 9, 8, 10, 20, tzinfo=UTC)
    apply = APPLY.sign_in(world, first)
    _databases(world, apply, first + timedelta(seconds=100))
    _front(world, apply, first + timedelta(seconds=190))
    _workers(world, apply, first + timedelta(seconds=260))
    later = datetime(2026, 11, 12, 10, 39, 40, tzinfo=UTC)
    apply = APPLY.sign_in(world, later)
    request = {"dBParameterGroupName": "orders-pg15", "parameters": [parameter("1.1")]}
    world.call(
        later + timedelta(seconds=31),
        apply,
        "rds:ModifyDBParameterGroup",
        request,
        response={"dBParameterGroupName": "orders-pg15"},
    )
    world.call(later + timedelta(seconds=40), apply, "rds:DescribeDBParameters", {"dBParameterGroupName": "orders-pg15"})
    for day, hour, minute in ((10, 9, 12), (11, 15, 44), (13, 11, 3), (13, 16, 27), (16, 10, 51), (17, 14, 38)):
        at = datetime(2026, 11, day, hour, minute, 11, tzinfo=UTC)
        robot = DEPLOY.sign_in(world, at)
        update_function(world, robot, at + timedelta(seconds=20), 35 + day)
        for step, name in enumerate(("catalog", "profile", "cart")):
            release(world, robot, at + timedelta(minutes=2 + step), name, 80 + 2 * day + hour)


def parameter(value: str) -> dict[str, str]:
    """Give the one parameter that the story turns on."""
    return {"parameterName": "random_page_cost", "parameterValue": value, "applyMethod": "immediate", "isModifiable": "false"}


def update_function(world: World, caller: Caller, at: datetime, version: int, lag: float | None = None) -> None:
    """Put new code into pay-webhook, as the pipeline does every few days without harm."""
    arn = world.arn("lambda", "function:pay-webhook")
    request = {
        "functionName": "pay-webhook",
        "s3Bucket": "example-build-artifacts",
        "s3Key": f"pay-webhook/{version}.zip",
        "publish": False,
        "dryRun": False,
    }
    answer = {
        "functionName": "pay-webhook",
        "functionArn": arn,
        "lastModified": at.strftime("%Y-%m-%dT%H:%M:%S.000+0000"),
        "version": "$LATEST",
    }
    world.call(at, caller, "lambda:UpdateFunctionCode20150331v2", request, response=answer, lag=lag)
    answer = {"functionName": "pay-webhook", "functionArn": f"{arn}:{version}", "version": str(version)}
    asked = {"functionName": "pay-webhook", "description": f"release {version}"}
    world.call(at + timedelta(seconds=2), caller, "lambda:PublishVersion20150331", asked, response=answer, lag=lag)


def _databases(world: World, caller: Caller, at: datetime) -> None:
    for step, (database, group, guard) in enumerate(
        (("orders-db-1", "orders-pg15", ORDERS_SG), ("ledger-db-1", "ledger-pg15", LEDGER_SG))
    ):
        when = at + timedelta(seconds=30 * step)
        request = {
            "dBParameterGroupName": group,
            "dBParameterGroupFamily": "postgres15",
            "description": f"settings of {database}",
        }
        arn = world.arn("rds", f"pg:{group}")
        world.call(
            when,
            caller,
            "rds:CreateDBParameterGroup",
            request,
            response={"dBParameterGroupName": group, "dBParameterGroupArn": arn},
        )
        instance: dict[str, Any] = {
            "dBInstanceIdentifier": database,
            "dBInstanceClass": "db.r6g.xlarge",
            "engine": "postgres",
            "engineVersion": "15.8",
            "dBParameterGroupName": group,
            "dBSubnetGroupName": "data",
            "vpcSecurityGroupIds": [guard],
            "allocatedStorage": 400,
            "masterUsername": "postgres",
            "masterUserPassword": "****",
            "kmsKeyId": world.arn("kms", f"key/{KEYS[0]}"),
        }
        answer = {
            "dBInstanceIdentifier": database,
            "dBInstanceArn": world.arn("rds", f"db:{database}"),
            "dBInstanceStatus": "creating",
            "dBParameterGroups": [{"dBParameterGroupName": group, "parameterApplyStatus": "in-sync"}],
            "vpcSecurityGroups": [{"vpcSecurityGroupId": guard, "status": "active"}],
        }
        world.call(when + timedelta(seconds=14), caller, "rds:CreateDBInstance", instance, response=answer)
    request = {
        "dBInstanceIdentifier": "orders-db-1-ro",
        "sourceDBInstanceIdentifier": "orders-db-1",
        "dBInstanceClass": "db.r6g.large",
    }
    answer = {"dBInstanceIdentifier": "orders-db-1-ro", "dBParameterGroups": [{"dBParameterGroupName": "orders-pg15"}]}
    world.call(at + timedelta(seconds=62), caller, "rds:CreateDBInstanceReadReplica", request, response=answer)


def _front(world: World, caller: Caller, at: datetime) -> None:
    """Build two load balancers: the edge that visitors meet, and an inner one."""
    _balancer(world, caller, at, EDGE, ("checkout", "search"))
    _balancer(world, caller, at + timedelta(seconds=30), INNER, ("catalog", "profile", "cart"))
    request = {
        "autoScalingGroupName": "api-asg",
        "minSize": 4,
        "maxSize": 12,
        "desiredCapacity": 6,
        "vPCZoneIdentifier": "subnet-0aa11bb2,subnet-0aa11bb3",
        "launchTemplate": {"launchTemplateId": "lt-0bb22cc3dd44", "version": "9"},
        "targetGroupARNs": [world.arn("elasticloadbalancing", target_group("catalog"))],
    }
    world.call(at + timedelta(seconds=64), caller, "autoscaling:CreateAutoScalingGroup", request)


def _balancer(world: World, caller: Caller, at: datetime, balancer: str, names: Sequence[str]) -> None:
    arn = world.arn("elasticloadbalancing", f"loadbalancer/{balancer}")
    name = balancer.split("/")[1]
    answer: dict[str, Any] = {"loadBalancers": [{"loadBalancerArn": arn, "loadBalancerName": name, "type": "application"}]}
    world.call(at, caller, "elb:CreateLoadBalancer", {"name": name, "type": "application"}, response=answer)
    for step, service in enumerate(names):
        group = world.arn("elasticloadbalancing", target_group(service))
        answer = {"targetGroups": [{"targetGroupArn": group, "targetGroupName": service, "loadBalancerArns": [arn]}]}
        asked = {"name": service, "protocol": "HTTP", "port": 8080, "targetType": "ip"}
        world.call(at + timedelta(seconds=4 + step), caller, "elb:CreateTargetGroup", asked, response=answer)
        container: dict[str, Any] = {
            "name": service,
            "image": f"{world.account}.dkr.ecr.{world.region}.amazonaws.com/{service}:1",
        }
        if service in USES:
            container["environment"] = [{"name": f"{service.upper()}_DATABASE", "value": USES[service]}]
        task = {"family": service, "networkMode": "awsvpc", "containerDefinitions": [container]}
        world.call(at + timedelta(seconds=10 + step), caller, "ecs:RegisterTaskDefinition", task)
        target = {"targetGroupArn": group, "containerName": service, "containerPort": 8080}
        request = {"serviceName": service, "desiredCount": 4, "taskDefinition": service, "loadBalancers": [target]}
        world.call(
            at + timedelta(seconds=20 + step),
            caller,
            "ecs:CreateService",
            request,
            response={"service": {"serviceName": service}},
        )


def _workers(world: World, caller: Caller, at: datetime) -> None:
    for step, name in enumerate(("pay-webhook", "order-mailer", "stock-sync")):
        request: dict[str, Any] = {
            "functionName": name,
            "runtime": "python3.12",
            "role": world.role(f"{name}-role").arn,
            "handler": "app.handler",
            "environment": {"variables": "HIDDEN_DUE_TO_SECURITY_REASONS"},
            "vpcConfig": {"securityGroupIds": [API_SG], "subnetIds": ["subnet-0aa11bb2"]},
        }
        answer = {"functionName": name, "functionArn": world.arn("lambda", f"function:{name}")}
        world.call(at + timedelta(seconds=step), caller, "lambda:CreateFunction20150331", request, response=answer)
    queue = f"https://sqs.eu-west-1.amazonaws.com/{world.account}/orders-q"
    world.call(at + timedelta(seconds=9), caller, "sqs:CreateQueue", {"queueName": "orders-q"}, response={"queueUrl": queue})
    mapping = {"eventSourceArn": world.arn("sqs", "orders-q"), "functionName": "order-mailer", "batchSize": 10}
    world.call(at + timedelta(seconds=12), caller, "lambda:CreateEventSourceMapping20150331", mapping, response=mapping)
    world.call(at + timedelta(seconds=20), caller, "logs:CreateLogGroup", {"logGroupName": "/ecs/checkout"})

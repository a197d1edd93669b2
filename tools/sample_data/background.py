"""What an account does all day: agents, service roles, vendors that poll, pipelines that deploy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tools.sample_data.callers import BOTO3, CLI, SDK_GO, Caller, other_account, role_session, service, web_identity
from tools.sample_data.trail import named
from tools.sample_data.world import World

VENDOR_ACCOUNT = "999988887777"
SERVICE_PATH = "aws-service-role/"


def vendor_polling(world: World, per_minute: float, address: str, *, role: str = "datadog-integration") -> None:
    """A monitoring vendor in its own account reads everything there is, every minute, all day."""
    kept = world.role(role)
    polls: tuple[tuple[str, Mapping[str, Any] | None], ...] = (
        ("cloudwatch:GetMetricData", None),
        ("cloudwatch:ListMetrics", {"recentlyActive": "PT3H"}),
        ("cloudwatch:DescribeAlarms", {"maxRecords": 100}),
        ("ec2:DescribeInstances", {"instancesSet": {}, "filterSet": {}}),
        ("ec2:DescribeVolumes", {"volumeSet": {}, "filterSet": {}}),
        ("rds:DescribeDBInstances", {"maxRecords": 100}),
        ("elb:DescribeLoadBalancers", {"pageSize": 100}),
        ("elb:DescribeTargetGroups", {"pageSize": 100}),
        ("ecs:ListClusters", {"maxResults": 100}),
        ("ecs:DescribeServices", {"cluster": "shop", "services": ["checkout", "catalog"]}),
        ("lambda:ListFunctions20150331", {"maxItems": 50}),
        ("sqs:ListQueues", {"maxResults": 1000}),
        ("autoscaling:DescribeAutoScalingGroups", {"maxRecords": 100}),
        ("tagging:GetResources", {"resourcesPerPage": 100}),
        ("health:DescribeEvents", {"maxResults": 50}),
    )
    key, started_at = world.dice.key("ASIA"), world.start_at - timedelta(minutes=12)
    renewed_at = world.start_at + timedelta(minutes=6)
    for at in world.dice.moments(world.start_at, world.end_at, per_minute):
        if at >= renewed_at:
            key, started_at = world.dice.key("ASIA"), at
            renewed_at = at + timedelta(minutes=50)
            request = {
                "roleArn": kept.arn,
                "roleSessionName": "datadog",
                "externalId": "example-external-id",
                "durationSeconds": 3600,
            }
            vendor = other_account(VENDOR_ACCOUNT, "AROAEXAMPLEVENDOR001:collector", address, BOTO3)
            world.call(at, vendor, "sts:AssumeRole", request, response=world.assumed(kept, "datadog", key, at))
            continue
        name, asked = world.dice.pick(polls)
        caller = Caller(role_session(kept, "datadog", key, started_at), address, BOTO3)
        world.call(at, caller, name, asked)


def agents(world: World) -> None:
    """Every instance asks Systems Manager every five minutes what it should do."""
    role = world.role("instance-base")
    for number, instance in enumerate(world.fleet):
        started_at = world.start_at - timedelta(minutes=40 + number)
        address = f"198.51.100.{60 + number}"
        caller = Caller(
            role_session(role, instance, world.dice.key("ASIA"), started_at),
            address,
            "aws-sdk-go/1.55.5 amazon-ssm-agent/3.3.1345.0",
        )
        at = world.start_at + timedelta(seconds=world.dice.whole(0, 299))
        while at < world.end_at:
            world.call(at, caller, "ssm:ListInstanceAssociations", {"instanceId": instance, "maxResults": 20})
            at += timedelta(seconds=world.dice.whole(296, 304))


def functions(world: World, names: Sequence[str], secrets: Sequence[str], per_minute: float) -> None:
    """Lambda functions start up: a role session, a log stream, a secret, a key to open it with."""
    for at in world.dice.moments(world.start_at, world.end_at, per_minute):
        name = world.dice.pick(names)
        role = world.role(f"{name}-role")
        key = world.dice.key("ASIA")
        asked = {"roleArn": role.arn, "roleSessionName": name}
        world.call(at, service("lambda"), "sts:AssumeRole", asked, response=world.assumed(role, name, key, at, 12))
        worker = Caller(
            role_session(role, name, key, at, invoked_by="lambda.amazonaws.com"), "lambda.amazonaws.com", "lambda.amazonaws.com"
        )
        if world.dice.chance(0.2):
            stream = f"{at:%Y/%m/%d}/[$LATEST]{world.dice.hexes(32)}"
            asked = {"logGroupName": f"/aws/lambda/{name}", "logStreamName": stream}
            world.call(at + timedelta(seconds=1), worker, "logs:CreateLogStream", asked)
        if world.dice.chance(0.55):
            secret = world.dice.pick(secrets)
            world.call(at + timedelta(seconds=1), worker, "secretsmanager:GetSecretValue", {"secretId": secret})
            context = {"SecretARN": world.arn("secretsmanager", f"secret:{secret}-a1b2c3")}
            world.call(
                at + timedelta(seconds=1),
                worker,
                "kms:Decrypt",
                {"encryptionContext": context, "encryptionAlgorithm": "SYMMETRIC_DEFAULT"},
            )


def tasks(world: World, cluster: str, names: Sequence[str], moving: Sequence[str], per_minute: float) -> None:
    """ECS keeps its services running: roles for tasks, log streams, and for those that are ``moving`` targets in and out."""
    keeper = world.service_session(
        "AWSServiceRoleForECS", "ecs-service-scheduler", "ecs.amazonaws.com", SERVICE_PATH + "ecs.amazonaws.com/"
    )
    for at in world.dice.moments(world.start_at, world.end_at, per_minute):
        name = world.dice.pick(names)
        task = world.dice.hexes(32)
        draw = world.dice.between(0, 1)
        group = world.arn("elasticloadbalancing", f"targetgroup/{name}/0123456789abcdef")
        if draw < 0.45:
            role = world.role(f"{name}-task")
            key = world.dice.key("ASIA")
            asked = {"roleArn": role.arn, "roleSessionName": task}
            world.call(at, service("ecs-tasks"), "sts:AssumeRole", asked, response=world.assumed(role, task, key, at, 6))
        elif draw < 0.7:
            world.call(at, keeper, "elb:DescribeTargetHealth", {"targetGroupArn": group})
        elif draw < 0.9:
            world.call(at, keeper, "ecs:DescribeServices", {"cluster": cluster, "services": [name]})
        elif draw < 0.96:
            target = {"id": f"10.20.{world.dice.whole(1, 6)}.{world.dice.whole(4, 250)}", "port": 8080}
            name = "elb:RegisterTargets" if world.dice.chance(0.5) else "elb:DeregisterTargets"
            mover = world.arn("elasticloadbalancing", f"targetgroup/{world.dice.pick(moving)}/0123456789abcdef")
            world.call(at, keeper, name, {"targetGroupArn": mover, "targets": [target]})
        else:
            asked = {"logGroupName": f"/ecs/{name}", "logStreamName": f"{name}/{task}"}
            world.call(at, keeper, "logs:CreateLogStream", asked)


def housekeeping(world: World, per_minute: float, key_ids: Sequence[str], buckets: Sequence[str]) -> None:
    """Config, Backup, KMS, Auto Scaling, CloudTrail itself: AWS working for the account."""
    scaling = world.service_session(
        "AWSServiceRoleForAutoScaling", "AutoScaling", "autoscaling.amazonaws.com", SERVICE_PATH + "autoscaling.amazonaws.com/"
    )
    recorder = world.service_session(
        "AWSServiceRoleForConfig", "AWSConfig-Describe", "config.amazonaws.com", SERVICE_PATH + "config.amazonaws.com/"
    )
    advisor = world.service_session(
        "AWSServiceRoleForTrustedAdvisor",
        "TrustedAdvisor",
        "trustedadvisor.amazonaws.com",
        SERVICE_PATH + "trustedadvisor.amazonaws.com/",
    )
    for at in world.dice.moments(world.start_at, world.end_at, per_minute):
        draw = world.dice.between(0, 1)
        if draw < 0.36:
            _key_use(world, at, world.dice.pick(key_ids))
        elif draw < 0.56:
            name = world.dice.pick(
                ("ec2:DescribeInstanceStatus", "autoscaling:DescribeScalingActivities", "elb:DescribeTargetHealth")
            )
            world.call(at, scaling, name, {"maxRecords": 50})
        elif draw < 0.78:
            name = world.dice.pick(
                (
                    "ec2:DescribeSecurityGroups",
                    "s3:GetBucketPolicy",
                    "rds:DescribeDBInstances",
                    "lambda:GetFunction20150331v2",
                    "ec2:DescribeVpcs",
                )
            )
            world.call(at, recorder, name, {"maxResults": 100} if "s3" not in name else {"bucketName": world.dice.pick(buckets)})
        elif draw < 0.88:
            name = world.dice.pick(
                (
                    "ec2:DescribeReservedInstancesOfferings",
                    "rds:DescribeDBSnapshots",
                    "elb:DescribeLoadBalancers",
                    "ec2:DescribeAddresses",
                )
            )
            world.call(at, advisor, name, {"maxResults": 100})
        else:
            bucket = world.dice.pick(buckets)
            extra = named([(f"arn:aws:s3:::{bucket}", world.account, "AWS::S3::Bucket")])
            world.call(at, service("cloudtrail"), "s3:GetBucketAcl", {"bucketName": bucket, "acl": ""}, extra=extra)


def _key_use(world: World, at: datetime, key_id: str) -> None:
    host = world.dice.pick(("rds", "secretsmanager", "sqs", "dynamodb"))
    arn = world.arn("kms", f"key/{key_id}")
    name = "kms:GenerateDataKey" if world.dice.chance(0.4) else "kms:Decrypt"
    world.call(at, service(host), name, {"keyId": arn}, extra=named([(arn, world.account, "AWS::KMS::Key")]))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline that signs in with a token of the code host and takes a role."""

    role: str
    subject: str
    provider: str
    address: str
    agent: str = SDK_GO

    def sign_in(self, world: World, at: datetime) -> Caller:
        """Take the role, and give the caller that works inside it."""
        role = world.role(self.role)
        key, session = world.dice.key("ASIA"), f"run-{world.dice.whole(10_000, 99_999)}"
        asked = {"roleArn": role.arn, "roleSessionName": session, "durationSeconds": 3600}
        arn = f"arn:aws:iam::{world.account}:oidc-provider/{self.provider}"
        answer = world.assumed(role, session, key, at) | {
            "subjectFromWebIdentityToken": self.subject,
            "audience": "sts.amazonaws.com",
            "provider": arn,
        }
        visitor = Caller(web_identity(world.account, self.provider, self.subject), self.address, self.agent)
        world.call(at, visitor, "sts:AssumeRoleWithWebIdentity", asked, response=answer)
        return Caller(role_session(role, session, key, at, federated_by=arn), self.address, self.agent)


def release(world: World, caller: Caller, at: datetime, name: str, revision: int) -> datetime:
    """Register a new revision of a task and roll it out; give the moment of the roll-out."""
    task = f"{name}:{revision}"
    arn = world.arn("ecs", f"task-definition/{task}")
    answer = {"taskDefinition": {"taskDefinitionArn": arn, "family": name, "revision": revision}}
    world.call(at, caller, "ecs:RegisterTaskDefinition", {"family": name, "networkMode": "awsvpc"}, response=answer)
    at += timedelta(seconds=37)
    asked = {"cluster": "shop", "service": name, "taskDefinition": arn}
    world.call(at, caller, "ecs:UpdateService", asked, response={"service": {"serviceName": name, "desiredCount": 4}})
    return at


def deploy(world: World, pipeline: Pipeline, start_at: datetime, name: str, revision: int) -> None:
    """Roll out one service: push an image, register a task, update the service and wait until it is steady."""
    caller = pipeline.sign_in(world, start_at)
    image = {"registryId": world.account, "repositoryName": name}
    tagged = image | {"imageTag": f"{revision}-{world.dice.hexes(7)}"}
    calls = [
        (3, "sts:GetCallerIdentity", None),
        (6, "ecr:GetAuthorizationToken", {"registryIds": [world.account]}),
        (9, "ecr:BatchCheckLayerAvailability", image | {"layerDigests": ["sha256:" + world.dice.hexes(16)]}),
        (14, "ecr:InitiateLayerUpload", image),
        (22, "ecr:CompleteLayerUpload", image),
        (25, "ecr:PutImage", tagged),
        (31, "ecs:DescribeTaskDefinition", {"taskDefinition": name}),
    ]
    world.errand(start_at, caller, calls)
    at = release(world, caller, start_at + timedelta(seconds=36), name, revision)
    for wait in range(world.dice.whole(4, 7)):
        world.call(
            at + timedelta(seconds=15 * (wait + 1)), caller, "ecs:DescribeServices", {"cluster": "shop", "services": [name]}
        )


def plan(world: World, caller: Caller, start_at: datetime, names: Sequence[str], calls: int) -> None:
    """Refresh the state of the infrastructure code: many reads, fast."""
    reads = (
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeVpcs",
        "ec2:DescribeSubnets",
        "rds:DescribeDBInstances",
        "rds:ListTagsForResource",
        "elb:DescribeListeners",
        "ecs:DescribeClusters",
        "logs:DescribeLogGroups",
        "cloudwatch:DescribeAlarms",
        "lambda:GetFunction20150331v2",
        "s3:GetBucketVersioning",
        "sqs:GetQueueAttributes",
        "kms:DescribeKey",
        "secretsmanager:DescribeSecret",
    )
    for number in range(calls):
        name = world.dice.pick(reads)
        at = start_at + timedelta(seconds=2 + number * 0.6)
        world.call(at, caller, name, {"name": world.dice.pick(names)})


def person_reading(world: World, caller: Caller, start_at: datetime, calls: int) -> None:
    """A person clicks through the console, or types list commands."""
    reads = (
        "ec2:DescribeInstances",
        "cloudwatch:DescribeAlarms",
        "cloudwatch:GetMetricData",
        "logs:DescribeLogGroups",
        "logs:FilterLogEvents",
        "ecs:ListServices",
        "ecs:DescribeServices",
        "rds:DescribeDBInstances",
        "s3:ListBuckets",
        "ce:GetCostAndUsage",
        "elb:DescribeTargetHealth",
    )
    at = start_at
    for _ in range(calls):
        world.call(at, caller, world.dice.pick(reads), {"maxResults": 50})
        at += timedelta(seconds=world.dice.between(1, 40))


def cli(identity: dict[str, object], address: str) -> Caller:
    """Give a person who types commands."""
    return Caller(identity, address, CLI)

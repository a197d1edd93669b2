"""The calls of the leaked-key story: a usual night, a stranger with a key, and the people who shut the door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.sample_data import background
from tools.sample_data.background import Pipeline
from tools.sample_data.callers import BOTO3, BROWSER, CLI, SDK_GO, TERRAFORM, Caller, denial, iam_user, role_session
from tools.sample_data.orders_people import clock as clock_on
from tools.sample_data.trail import named
from tools.sample_data.world import World

DAY = datetime(2026, 10, 6, tzinfo=UTC)
KALI = "aws-cli/2.15.30 Python/3.11.8 Linux/6.6.9-amd64 exe/x86_64.kali.2024 prompt/off"
STRANGER, SECOND = "192.0.2.66", "192.0.2.140"
BUCKETS = ("example-studio-assets", "example-studio-trail", "example-studio-backups")
KEYS = ("9e0b77aa-3333-4c1d-8f10-6f0a2b3c4d01",)
APPLY = Pipeline(
    "terraform",
    "repo:example-studio/infrastructure:ref:refs/heads/main",
    "token.actions.example.com",
    "198.51.100.40",
    TERRAFORM,
)
WEB_SG = "sg-05f2d8c1"
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"
MINERS = tuple(f"i-0bad{number:04}" for number in range(1, 9))


def clock(text: str) -> datetime:
    """Give a moment of this story's night."""
    return clock_on(text, DAY)


def tell(west: World, east: World) -> None:
    """Make every call. ``west`` is the home Region; IAM and sign-in are recorded in ``east``."""
    _setup(west, east)
    _usual_night(west, east)
    _publishing(west, _publisher(west, "AKIAEXAMPLEPUBLISH01"), (46, 61, 76, 91))
    _publishing(west, _publisher(west, "AKIAEXAMPLEPUBLISH02"), (106, 121))
    stranger = replace(_publisher(west, "AKIAEXAMPLEPUBLISH01"), address=STRANGER, agent=KALI)
    _looking_around(west, east, stranger)
    _digging_in(west, east, stranger)
    _shutting_the_door(west, east)


def _setup(west: World, east: World) -> None:
    at = datetime(2026, 9, 22, 9, 30, 5, tzinfo=UTC)
    apply = APPLY.sign_in(west, at)
    user = {"userName": "ci-publisher", "path": "/"}
    east.call(at + timedelta(seconds=20), apply, "iam:CreateUser", user, response={"user": user})
    allowed = '{"Effect":"Allow","Action":["s3:*","ecr:*","iam:*AccessKey*"],"Resource":"*"}'
    document = f'{{"Version":"2012-10-17","Statement":[{allowed}]}}'
    policy = {"userName": "ci-publisher", "policyName": "publish", "policyDocument": document}
    east.call(at + timedelta(seconds=24), apply, "iam:PutUserPolicy", policy)
    key = {"accessKey": {"userName": "ci-publisher", "accessKeyId": "AKIAEXAMPLEPUBLISH01", "status": "Active"}}
    east.call(at + timedelta(seconds=31), apply, "iam:CreateAccessKey", {"userName": "ci-publisher"}, response=key)
    group = {"groupName": "web", "groupDescription": "web servers", "vpcId": "vpc-0f1e2d3c"}
    west.call(at + timedelta(seconds=44), apply, "ec2:CreateSecurityGroup", group, response={"groupId": WEB_SG})
    asg = {
        "autoScalingGroupName": "web-asg",
        "minSize": 2,
        "maxSize": 6,
        "launchTemplate": {"launchTemplateId": "lt-0cc44", "version": "3"},
    }
    west.call(at + timedelta(seconds=50), apply, "autoscaling:CreateAutoScalingGroup", asg)
    trail = {"name": "studio-trail", "s3BucketName": "example-studio-trail", "isMultiRegionTrail": True}
    west.call(at + timedelta(seconds=58), apply, "cloudtrail:CreateTrail", trail, response=trail)


def _usual_night(west: World, east: World) -> None:
    background.vendor_polling(west, 2.6, "198.51.100.200", role="monitoring-reader")
    background.vendor_polling(east, 0.5, "198.51.100.200", role="monitoring-reader")
    background.agents(west)
    background.functions(west, ("thumbnailer", "transcode-done"), ("studio/db",), 0.6)
    background.housekeeping(west, 2.6, KEYS, BUCKETS)
    for start in ("02:52:10", "03:50:25"):
        background.plan(west, APPLY.sign_in(west, clock(start)), clock(start), ("web", "media", "cdn"), 26)


def _publisher(world: World, key: str) -> Caller:
    return Caller(iam_user(world.account, "ci-publisher", "AIDAEXAMPLEPUBLISHER1", key), "198.51.100.40", CLI)


def _publishing(west: World, caller: Caller, minutes: Sequence[int]) -> None:
    """What the key is for: every quarter of an hour the pipeline uploads pages, always from the same address."""
    for minute in minutes:
        at = clock("02:00") + timedelta(minutes=minute, seconds=west.dice.whole(2, 40))
        west.call(at, caller, "s3:ListBuckets")
        west.call(at + timedelta(seconds=3), caller, "s3:GetBucketLocation", {"bucketName": "example-studio-assets"})
        for number in range(west.dice.whole(2, 4)):
            key = f"pages/{west.dice.hexes(6)}.html"
            west.call(
                at + timedelta(seconds=6 + number),
                caller,
                "s3:PutObject",
                {"bucketName": "example-studio-assets", "key": key},
                extra=_object(west, key),
            )


def _object(world: World, key: str) -> dict[str, Any]:
    arn = "arn:aws:s3:::example-studio-assets"
    return {"managementEvent": False, "eventCategory": "Data"} | named(
        [(f"{arn}/{key}", world.account, "AWS::S3::Object"), (arn, world.account, "AWS::S3::Bucket")]
    )


def _looking_around(west: World, east: World, stranger: Caller) -> None:
    """First quiet questions, then everything a script knows how to ask; most of it is refused."""
    east.call(clock("03:02:11"), stranger, "sts:GetCallerIdentity", lag=2.9)
    west.call(clock("03:02:39"), stranger, "s3:ListBuckets", lag=2.6)
    west.call(clock("03:03:02"), stranger, "s3:GetBucketAcl", {"bucketName": "example-studio-backups"}, lag=2.4)
    at = clock("03:04:18")
    asked = (
        "iam:ListUsers",
        "iam:ListRoles",
        "iam:GetAccountAuthorizationDetails",
        "ec2:DescribeInstances",
        "ec2:DescribeSecurityGroups",
        "secretsmanager:ListSecrets",
        "ssm:DescribeParameters",
        "lambda:ListFunctions20150331",
        "rds:DescribeDBInstances",
        "kms:ListKeys",
        "ses:GetAccount",
        "servicequotas:ListServiceQuotas",
        "ec2:DescribeVpcs",
        "organizations:DescribeOrganization",
        "iam:GetAccountPasswordPolicy",
        "dynamodb:ListTables",
        "ecs:ListClusters",
        "cloudtrail:DescribeTrails",
        "guardduty:ListDetectors",
        "iam:ListAttachedUserPolicies",
    )
    for name in asked:
        world = east if name.startswith(("iam:", "organizations:")) else west
        error = None if name in ("cloudtrail:DescribeTrails", "iam:ListUsers") else denial(stranger, name.replace("20150331", ""))
        world.call(at, stranger, name, {"maxResults": 50}, error=error, lag=2.5)
        at += timedelta(seconds=west.dice.whole(2, 9))
    for user in ("p.novak", "build-old", "r.haddad"):
        east.call(at, stranger, "iam:ListAccessKeys", {"userName": user}, lag=2.2)
        at += timedelta(seconds=11)


def _digging_in(west: World, east: World, stranger: Caller) -> None:
    """A key for someone else's user, a user of their own, the door held open, and machines."""
    novak = _issue(east, stranger, "p.novak", "AKIAEXAMPLENOVAK0001", clock("03:09:20"))
    taken = Caller(iam_user(east.account, "p.novak", "AIDAEXAMPLENOVAK00001", novak), STRANGER, KALI)
    east.call(clock("03:10:48"), taken, "sts:GetCallerIdentity", lag=2.2)
    fresh = {"userName": "support-sync", "path": "/"}
    answer = {"user": fresh | {"arn": f"arn:aws:iam::{east.account}:user/support-sync", "userId": "AIDAEXAMPLESUPPORT001"}}
    east.call(clock("03:11:57"), taken, "iam:CreateUser", fresh, response=answer, lag=2.4)
    east.call(clock("03:12:30"), taken, "iam:AttachUserPolicy", {"userName": "support-sync", "policyArn": ADMIN}, lag=2.4)
    key = _issue(east, taken, "support-sync", "AKIAEXAMPLESUPPORT01", clock("03:12:52"))
    profile = {"userName": "support-sync", "passwordResetRequired": False, "password": "HIDDEN_DUE_TO_SECURITY_REASONS"}
    east.call(clock("03:13:15"), taken, "iam:CreateLoginProfile", profile, lag=2.3)
    ghost = Caller(iam_user(east.account, "support-sync", "AIDAEXAMPLESUPPORT001", key), SECOND, BOTO3)
    west.call(clock("03:14:40"), ghost, "ec2:DescribeSecurityGroups", lag=2.0)
    rule = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "groups": {}, "ipRanges": {"items": [{"cidrIp": "0.0.0.0/0"}]}}
    west.call(
        clock("03:15:06"),
        ghost,
        "ec2:AuthorizeSecurityGroupIngress",
        {"groupId": WEB_SG, "ipPermissions": {"items": [rule]}},
        response={"_return": True},
        lag=2.6,
    )
    west.call(
        clock("03:16:31"),
        ghost,
        "cloudtrail:StopLogging",
        {"name": f"arn:aws:cloudtrail:{west.region}:{west.account}:trail/studio-trail"},
        lag=2.5,
    )
    west.call(clock("03:17:22"), ghost, "ec2:DescribeInstanceTypes", {"filterSet": {}}, lag=2.0)
    _machines(west, ghost)


def _machines(west: World, ghost: Caller) -> None:
    at = clock("03:18:03")
    asked = {
        "instancesSet": {"items": [{"imageId": "ami-0example", "minCount": 16, "maxCount": 16, "keyName": "k1"}]},
        "instanceType": "p3.16xlarge",
    }
    limit = (
        "Client.VcpuLimitExceeded",
        "You have requested more vCPU capacity than your current vCPU limit of 512 allows for the instance bucket",
    )
    west.call(at, ghost, "ec2:RunInstances", asked, error=limit, lag=2.2)
    west.call(at + timedelta(seconds=12), ghost, "ec2:CreateKeyPair", {"keyName": "k1"}, response={"keyName": "k1"}, lag=2.2)
    for number in range(4):
        pair = MINERS[2 * number : 2 * number + 2]
        request = {
            "instancesSet": {"items": [{"imageId": "ami-0example", "minCount": 2, "maxCount": 2, "keyName": "k1"}]},
            "instanceType": "p3.16xlarge",
            "groupSet": {"items": [{"groupId": WEB_SG}]},
        }
        answer = {
            "instancesSet": {
                "items": [
                    {"instanceId": one, "instanceType": "p3.16xlarge", "groupSet": {"items": [{"groupId": WEB_SG}]}}
                    for one in pair
                ]
            }
        }
        west.call(at + timedelta(seconds=24 + 9 * number), ghost, "ec2:RunInstances", request, response=answer, lag=2.3)


def _issue(east: World, caller: Caller, user: str, key: str, at: datetime) -> str:
    answer: Mapping[str, Any] = {"accessKey": {"userName": user, "accessKeyId": key, "status": "Active"}}
    east.call(at, caller, "iam:CreateAccessKey", {"userName": user}, response=answer, lag=2.3)
    return key


def _shutting_the_door(west: World, east: World) -> None:
    """r.haddad, on call for security, comes in half an hour later and undoes it, step by step."""
    role = west.role("AWSReservedSSO_Security_0c5e71d92b3f8a46", "aws-reserved/sso.amazonaws.com/eu-west-1/")
    identity = role_session(role, "r.haddad", "ASIAEXAMPLEHADDAD001", clock("03:30:02"))
    console, typed = Caller(identity, "203.0.113.30", BROWSER, is_console=True), Caller(identity, "203.0.113.30", CLI)
    login = {"eventType": "AwsConsoleSignIn", "additionalEventData": {"MobileVersion": "No", "MFAUsed": "No"}}
    east.call(
        clock("03:30:04"),
        Caller(identity, "203.0.113.30", BROWSER),
        "signin:ConsoleLogin",
        response={"ConsoleLogin": "Success"},
        extra=login,
    )
    background.person_reading(west, console, clock("03:30:40"), 6)
    for number, (user, key) in enumerate(
        (("ci-publisher", "AKIAEXAMPLEPUBLISH01"), ("p.novak", "AKIAEXAMPLENOVAK0001"), ("support-sync", "AKIAEXAMPLESUPPORT01"))
    ):
        request = {"userName": user, "accessKeyId": key, "status": "Inactive"}
        east.call(clock("03:33:10") + timedelta(seconds=9 * number), typed, "iam:UpdateAccessKey", request)
    east.call(clock("03:34:02"), typed, "iam:DetachUserPolicy", {"userName": "support-sync", "policyArn": ADMIN})
    gone = {"instancesSet": {"items": [{"instanceId": one} for one in MINERS]}}
    west.call(clock("03:35:20"), typed, "ec2:TerminateInstances", gone, response=gone)
    rule = {"ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "groups": {}, "ipRanges": {"items": [{"cidrIp": "0.0.0.0/0"}]}}
    west.call(
        clock("03:36:04"),
        typed,
        "ec2:RevokeSecurityGroupIngress",
        {"groupId": WEB_SG, "ipPermissions": {"items": [rule]}},
        response={"_return": True},
    )
    west.call(
        clock("03:36:49"),
        typed,
        "cloudtrail:StartLogging",
        {"name": f"arn:aws:cloudtrail:{west.region}:{west.account}:trail/studio-trail"},
    )
    east.call(clock("03:38:15"), typed, "iam:DeleteLoginProfile", {"userName": "support-sync"})
    east.call(
        clock("03:38:40"), typed, "iam:DeleteAccessKey", {"userName": "support-sync", "accessKeyId": "AKIAEXAMPLESUPPORT01"}
    )
    east.call(clock("03:39:05"), typed, "iam:DeleteUser", {"userName": "support-sync"})
    _issue(east, typed, "ci-publisher", "AKIAEXAMPLEPUBLISH02", clock("03:41:12"))
    background.person_reading(west, Caller(identity, "203.0.113.30", SDK_GO), clock("03:40:00"), 8)

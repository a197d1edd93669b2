"""The calls of the orders story, from lunch to the all-clear."""

from __future__ import annotations

from datetime import timedelta

from tools.sample_data import background
from tools.sample_data.callers import CLI, Caller, denial, service
from tools.sample_data.orders_people import OKAFOR, RIVERA, TANAKA, clock, lindqvist, sign_in, take_role
from tools.sample_data.orders_setup import APPLY, DEPLOY, KEYS, LEDGER_SG, ORDERS_SG, build, parameter, update_function
from tools.sample_data.trail import named
from tools.sample_data.world import World

BUCKETS = ("example-build-artifacts", "example-shop-exports", "example-shop-trail")
SERVICES = ("checkout", "catalog", "search", "profile", "cart")
CIDR = {"ipProtocol": "tcp", "fromPort": 5432, "toPort": 5432, "groups": {}, "ipRanges": {"items": [{"cidrIp": "10.20.14.0/24"}]}}


def tell(prod: World, tools: World) -> None:
    """Make every call of the story: how the shop was built, a usual day, the change and what followed."""
    build(prod)
    _usual_day(prod, tools)
    _deploys(prod)
    _people(prod, tools)
    _change(prod, tools)
    _machines(prod)
    _on_call(prod, tools)


def _usual_day(prod: World, tools: World) -> None:
    background.vendor_polling(prod, 4.2, "198.51.100.200")
    background.vendor_polling(tools, 0.8, "198.51.100.200")
    background.agents(prod)
    background.functions(prod, ("pay-webhook", "order-mailer", "stock-sync"), ("orders/db", "payments/api", "stock/ftp"), 1.1)
    background.tasks(prod, "shop", SERVICES, ("catalog", "profile", "cart"), 2.4)
    background.housekeeping(prod, 4.4, KEYS, BUCKETS)
    background.housekeeping(tools, 0.7, KEYS[:1], ("example-tools-packages",))
    build_bot = tools.service_session("codebuild-runner", "AWSCodeBuild-7b0c", "codebuild.amazonaws.com")
    for at in tools.dice.moments(tools.start_at, tools.end_at, 0.5):
        name = tools.dice.pick(
            ("logs:CreateLogStream", "ecr:GetAuthorizationToken", "codeartifact:GetAuthorizationToken", "ssm:GetParameters")
        )
        tools.call(at, build_bot, name, {"name": "/build/" + tools.dice.pick(SERVICES)})


def _deploys(prod: World) -> None:
    runs = (
        ("13:05:40", "catalog", 441), ("13:17:22", "profile", 96), ("13:31:08", "cart", 203), ("13:41:30", "profile", 97),
        ("13:54:12", "catalog", 442), ("14:12:35", "profile", 97), ("14:24:50", "cart", 204),
    )  # fmt: skip
    for start, name, revision in runs:
        background.deploy(prod, DEPLOY, clock(start), name, revision)
    robot = DEPLOY.sign_in(prod, clock("13:40:41"))
    arn = "arn:aws:s3:::example-build-artifacts"
    data = {"managementEvent": False, "eventCategory": "Data"} | named(
        [(f"{arn}/profile/97.zip", prod.account, "AWS::S3::Object"), (arn, prod.account, "AWS::S3::Bucket")]
    )
    prod.call(
        clock("13:41:00"), robot, "s3:PutObject", {"bucketName": "example-build-artifacts", "key": "profile/97.zip"}, extra=data
    )
    stack = prod.arn("cloudformation", "stack/inner-stack/6e1f")
    change = {"stackName": "inner-stack", "changeSetName": "release-57"}
    prod.call(clock("13:48:08"), robot, "cloudformation:CreateChangeSet", change, response={"stackId": stack})
    prod.call(clock("13:48:15"), robot, "cloudformation:ExecuteChangeSet", change)
    update_function(prod, DEPLOY.sign_in(prod, clock("14:02:12")), clock("14:02:31"), 53, lag=3.0)
    _infrastructure(prod)


def _infrastructure(prod: World) -> None:
    for start, calls in (("13:19:10", 34), ("13:44:20", 46), ("14:21:05", 34)):
        background.plan(prod, APPLY.sign_in(prod, clock(start)), clock(start), ("edge", "data", "shop"), calls)
    robot = APPLY.sign_in(prod, clock("13:45:00"))
    policy = {"roleName": "batch-runner", "policyName": "queues", "policyDocument": '{"Version":"2012-10-17","Statement":[]}'}
    prod.call(clock("13:45:26"), robot, "iam:PutRolePolicy", policy, region="us-east-1")
    refused = denial(robot, "iam:PutRolePolicy", f"arn:aws:iam::{prod.account}:role/batch-runner")
    prod.call(clock("13:45:33"), robot, "iam:PutRolePolicy", policy | {"policyName": "admin"}, region="us-east-1", error=refused)
    robot = APPLY.sign_in(prod, clock("13:58:02"))
    alarm = {
        "alarmName": "search-latency",
        "namespace": "Shop",
        "metricName": "ResponseTime",
        "dimensions": [{"name": "ServiceName", "value": "search"}],
        "threshold": 800,
        "evaluationPeriods": 3,
        "datapointsToAlarm": 3,
    }
    prod.call(clock("13:58:31"), robot, "cloudwatch:PutMetricAlarm", alarm)
    tags = {"resourceARN": prod.arn("cloudwatch", "alarm:search-latency"), "tags": [{"key": "team", "value": "search"}]}
    prod.call(clock("13:58:33"), robot, "cloudwatch:TagResource", tags)


def _people(prod: World, tools: World) -> None:
    tanaka = sign_in(tools, prod, TANAKA, clock("13:27:40"), console=True)
    typed = Caller(tanaka.identity, tanaka.address, CLI)
    background.person_reading(prod, tanaka, clock("13:28:10"), 11)
    prod.call(clock("13:43:28"), typed, "sts:GetCallerIdentity")
    started = {"instancesSet": {"items": [{"instanceId": "i-0aa17b20"}]}}
    prod.call(clock("13:47:24"), typed, "ec2:StartInstances", started, response=started)
    prod.call(clock("13:47:41"), tanaka, "s3:ListBuckets")
    again = sign_in(tools, prod, TANAKA, clock("13:59:40"), console=True)
    prod.call(clock("14:00:15"), again, "iam:ListAccessKeys", {"userName": "k.tanaka"}, region="us-east-1")
    prod.call(
        clock("14:03:40"),
        again,
        "ec2:AuthorizeSecurityGroupIngress",
        {"groupId": ORDERS_SG, "ipPermissions": {"items": [CIDR]}},
        response={"_return": True},
        lag=2.9,
    )
    background.person_reading(prod, again, clock("14:15:20"), 9)
    exporter = lindqvist(prod)
    background.person_reading(prod, exporter, clock("13:10:30"), 8)
    for at, name, key in (
        ("13:44:12", "s3:DeleteObject", "exports/2026-10.csv"),
        ("13:44:59", "s3:GetObject", "exports/index.csv"),
    ):
        arn = "arn:aws:s3:::example-shop-exports"
        data = {"managementEvent": False, "eventCategory": "Data"} | named(
            [(f"{arn}/{key}", prod.account, "AWS::S3::Object"), (arn, prod.account, "AWS::S3::Bucket")]
        )
        prod.call(clock(at), exporter, name, {"bucketName": "example-shop-exports", "key": key}, extra=data)
    group = {"groupId": LEDGER_SG, "tagSet": {"items": [{"key": "owner", "value": "ledger"}]}}
    prod.call(
        clock("13:37:05"),
        tanaka,
        "ec2:CreateTags",
        {"resourcesSet": {"items": [{"resourceId": LEDGER_SG}]}, "tagSet": group["tagSet"]},
    )


def _change(prod: World, tools: World) -> None:
    """m.rivera takes orders-admin, looks, changes one value, looks again; and takes it back fifteen minutes later."""
    home = sign_in(tools, tools, RIVERA, clock("13:52:04"), console=False)
    admin = prod.role("orders-admin")
    rivera = take_role(tools, prod, home, admin, RIVERA, clock("14:00:38"))
    group = {"dBParameterGroupName": "orders-pg15"}
    asked = group | {"source": "user", "maxRecords": 100}
    prod.call(clock("14:00:58"), rivera, "rds:DescribeDBParameters", asked, lag=3.2)
    twice = prod.call(clock("14:01:21"), rivera, "rds:DescribeDBParameters", asked, lag=2.9)
    prod.trail.deliver_again(twice, 2)
    prod.call(
        clock("14:01:52"),
        rivera,
        "rds:ModifyDBParameterGroup",
        group | {"parameters": [parameter("40")]},
        response=group,
        lag=4.8,
    )
    prod.call(clock("14:02:07"), rivera, "rds:DescribeDBInstances", {"dBInstanceIdentifier": "orders-db-1"}, lag=4.6)
    prod.call(clock("14:15:41"), rivera, "rds:DescribeDBParameters", asked, lag=2.0)
    prod.call(
        clock("14:16:47"),
        rivera,
        "rds:ModifyDBParameterGroup",
        group | {"parameters": [parameter("1.1")]},
        response=group,
        lag=2.4,
    )
    prod.call(clock("14:17:02"), rivera, "rds:DescribeDBInstances", {"dBInstanceIdentifier": "orders-db-1"}, lag=2.1)


def _machines(prod: World) -> None:
    """AWS at work around the incident: exports, backups, and Auto Scaling that answers a load it cannot help with."""
    task = {
        "exportTaskIdentifier": "nightly-0411",
        "sourceArn": prod.arn("rds", "snapshot:rds:ledger-db-1-2026-11-18"),
        "s3BucketName": "example-shop-exports",
    }
    prod.call(clock("14:00:02"), service("rds"), "rds:StartExportTask", task, lag=3.0)
    prod.call(clock("13:46:07"), service("secretsmanager"), "secretsmanager:RotateSecret", {"secretId": "ledger/db"})
    prod.call(
        clock("14:03:05"),
        service("backup"),
        "logs:DeleteLogStream",
        {"logGroupName": "/ecs/batch", "logStreamName": "batch/2026-08-18"},
        lag=2.6,
    )
    scaling = prod.service_session(
        "AWSServiceRoleForAutoScaling", "AutoScaling", "autoscaling.amazonaws.com", "aws-service-role/autoscaling.amazonaws.com/"
    )
    more = {"autoScalingGroupName": "api-asg", "desiredCapacity": 8, "honorCooldown": True}
    prod.call(clock("14:04:40"), scaling, "autoscaling:SetDesiredCapacity", more, lag=1.4)
    tag = {"resourceType": "instance", "tags": [{"key": "aws:autoscaling:groupName", "value": "api-asg"}]}
    launch = {
        "instancesSet": {"items": [{"minCount": 1, "maxCount": 1}]},
        "tagSpecificationSet": {"items": [tag]},
        "instanceType": "m6i.large",
    }
    for at, instance in (("14:05:03", "i-0c9e11d4"), ("14:05:04", "i-0c9e11d5")):
        prod.call(
            clock(at),
            scaling,
            "ec2:RunInstances",
            launch,
            response={"instancesSet": {"items": [{"instanceId": instance}]}},
            lag=1.3,
        )
    gone = {"instancesSet": {"items": [{"instanceId": "i-07d2aa10"}]}}
    prod.call(clock("14:07:16"), scaling, "ec2:TerminateInstances", gone, response=gone, lag=1.1)
    less = more | {"desiredCapacity": 6}
    prod.call(clock("14:27:12"), scaling, "autoscaling:SetDesiredCapacity", less)


def _on_call(prod: World, tools: World) -> None:
    """j.okafor is woken, looks, may not reboot, and takes a snapshot before anything else."""
    okafor = sign_in(tools, prod, OKAFOR, clock("13:49:20"), console=True)
    typed = Caller(okafor.identity, okafor.address, CLI)
    looked = {"lookupAttributes": [{"attributeKey": "ReadOnly", "attributeValue": "false"}], "maxResults": 50}
    prod.call(clock("14:05:44"), typed, "cloudtrail:LookupEvents", looked, lag=1.2)
    database = {"dBInstanceIdentifier": "orders-db-1"}
    prod.call(clock("14:07:49"), okafor, "rds:DescribeDBInstances", database, lag=1.0)
    refused = denial(okafor, "rds:RebootDBInstance", prod.arn("rds", "db:orders-db-1"))
    prod.call(clock("14:08:12"), okafor, "rds:RebootDBInstance", database, error=refused, lag=0.9)
    snapshot = database | {"dBSnapshotIdentifier": "orders-db-1-before-fix"}
    answer = snapshot | {"status": "creating", "dBSnapshotArn": prod.arn("rds", "snapshot:orders-db-1-before-fix")}
    prod.call(clock("14:08:40"), okafor, "rds:CreateDBSnapshot", snapshot, response=answer, lag=0.4)
    at = clock("14:09:10")
    for name in (
        "cloudwatch:GetMetricData",
        "pi:GetResourceMetrics",
        "rds:DescribeEvents",
        "rds:DownloadDBLogFilePortion",
        "rds:DescribeDBParameters",
        "cloudwatch:GetMetricData",
        "rds:DescribeEvents",
        "cloudwatch:DescribeAlarms",
    ):
        prod.call(at, okafor, name, database)
        at += timedelta(seconds=prod.dice.whole(15, 110))

"""ARNs, URLs and paths in the shortest form that people use."""

from __future__ import annotations

import re
from functools import lru_cache

_SECRET_TAIL = re.compile(r"-[A-Za-z0-9]{6}$")

_ARN_TYPES = {
    ("lambda", "function"): "AWS::Lambda::Function",
    ("iam", "role"): "AWS::IAM::Role",
    ("iam", "user"): "AWS::IAM::User",
    ("iam", "group"): "AWS::IAM::Group",
    ("iam", "policy"): "AWS::IAM::ManagedPolicy",
    ("iam", "instance-profile"): "AWS::IAM::InstanceProfile",
    ("iam", "oidc-provider"): "AWS::IAM::OIDCProvider",
    ("iam", "saml-provider"): "AWS::IAM::SAMLProvider",
    ("s3", ""): "AWS::S3::Bucket",
    ("ec2", "instance"): "AWS::EC2::Instance",
    ("ec2", "volume"): "AWS::EC2::Volume",
    ("ec2", "security-group"): "AWS::EC2::SecurityGroup",
    ("ec2", "subnet"): "AWS::EC2::Subnet",
    ("ec2", "vpc"): "AWS::EC2::VPC",
    ("rds", "db"): "AWS::RDS::DBInstance",
    ("rds", "cluster"): "AWS::RDS::DBCluster",
    ("rds", "pg"): "AWS::RDS::DBParameterGroup",
    ("dynamodb", "table"): "AWS::DynamoDB::Table",
    ("sqs", ""): "AWS::SQS::Queue",
    ("sns", ""): "AWS::SNS::Topic",
    ("kms", "key"): "AWS::KMS::Key",
    ("kms", "alias"): "AWS::KMS::Alias",
    ("secretsmanager", "secret"): "AWS::SecretsManager::Secret",
    ("logs", "log-group"): "AWS::Logs::LogGroup",
    ("cloudtrail", "trail"): "AWS::CloudTrail::Trail",
    ("cloudwatch", "alarm"): "AWS::CloudWatch::Alarm",
    ("cloudformation", "stack"): "AWS::CloudFormation::Stack",
    ("ecs", "cluster"): "AWS::ECS::Cluster",
    ("ecs", "service"): "AWS::ECS::Service",
    ("ecs", "task"): "AWS::ECS::Task",
    ("ecs", "task-definition"): "AWS::ECS::TaskDefinition",
    ("elasticloadbalancing", "loadbalancer"): "AWS::ElasticLoadBalancingV2::LoadBalancer",
    ("elasticloadbalancing", "targetgroup"): "AWS::ElasticLoadBalancingV2::TargetGroup",
    ("elasticloadbalancing", "listener"): "AWS::ElasticLoadBalancingV2::Listener",
    ("kinesis", "stream"): "AWS::Kinesis::Stream",
    ("firehose", "deliverystream"): "AWS::KinesisFirehose::DeliveryStream",
    ("states", "stateMachine"): "AWS::StepFunctions::StateMachine",
    ("events", "rule"): "AWS::Events::Rule",
    ("acm", "certificate"): "AWS::CertificateManager::Certificate",
    ("autoscaling", "autoScalingGroup"): "AWS::AutoScaling::AutoScalingGroup",
    ("eks", "cluster"): "AWS::EKS::Cluster",
    ("ssm", "parameter"): "AWS::SSM::Parameter",
    ("wafv2", "webacl"): "AWS::WAFv2::WebACL",
}

_SECOND_PART = frozenset({"loadbalancer", "listener", "listener-rule"})
"""Kinds whose ARN goes on as ``app/NAME/HASH``: the name is the second part."""
_FIRST_PART = frozenset({"stack", "targetgroup", "table", "changeSet", "webacl"})
"""Kinds whose ARN goes on as ``NAME/ID`` or ``NAME/stream/...``: the name is the first part."""
_OWN_FORMS = frozenset({"s3", "sqs", "sns", "logs", "secretsmanager", "kms", "ssm"})


@lru_cache(maxsize=4096)
def short_name(text: str) -> str:
    """Give the shortest name people use for an ARN, a queue URL or a plain name.

    ``arn:aws:lambda:...:function:orders:live`` is ``orders``, ``arn:aws:s3:::bucket/key`` is ``bucket/key``, a queue URL
    is its last part. A text of another form comes back as it is.
    """
    if text.startswith("arn:"):
        return _short_arn(text)
    if text.startswith(("https://sqs.", "https://queue.")) or (text.startswith("https://") and ".queue.amazonaws.com" in text):
        return text.rstrip("/").rsplit("/", 1)[-1]
    return text


@lru_cache(maxsize=4096)
def arn_type(text: str) -> str:
    """Give the CloudFormation type an ARN stands for, or "" if it is no ARN or of a kind that is not in the table."""
    parts = text.split(":", 5)
    if len(parts) < 6 or parts[0] != "arn":
        return ""
    kind = re.split("[:/]", parts[5], maxsplit=1)[0] if parts[2] not in {"s3", "sqs", "sns"} else ""
    return _ARN_TYPES.get((parts[2], kind), "")


def short_service(text: str) -> str:
    """Give a service by the word people use: ``autoscaling.amazonaws.com`` is ``autoscaling``."""
    for tail in (".amazonaws.com.cn", ".amazonaws.com", ".amazon.com", ".aws.internal"):
        if text.endswith(tail):
            return text[: -len(tail)] or text
    return text


def _short_arn(arn: str) -> str:
    parts = arn.split(":", 5)
    if len(parts) < 6 or not parts[5]:
        return arn
    service, rest = parts[2], parts[5]
    if service in _OWN_FORMS:
        name = _own_form(service, rest)
        if name is not None:
            return name
    kind, slash, path = rest.partition("/")
    if slash and ":" not in kind:
        if "/" not in path:
            return path or rest
        names = path.split("/")
        if kind in _SECOND_PART:
            return names[1]
        return names[0] if kind in _FIRST_PART else (names[-1] or rest)
    pieces = rest.split(":")
    if service == "lambda" and len(pieces) > 1:
        return pieces[1]
    if service == "ecs":
        return rest.rsplit("/", 1)[-1]
    return pieces[-1].rsplit("/", 1)[-1] or rest


def _own_form(service: str, rest: str) -> str | None:
    """Give the name out of an ARN of a service that has a form of its own; None where this one is like any other."""
    if service == "s3":
        return rest
    if service in {"sqs", "sns"}:
        return rest.split(":")[0]
    if service == "logs":
        return rest.removeprefix("log-group:").split(":")[0]
    if service == "secretsmanager":
        return _SECRET_TAIL.sub("", rest.removeprefix("secret:"))
    if service == "kms" and rest.startswith("alias/"):
        return rest
    return rest.removeprefix("parameter") if service == "ssm" and rest.startswith("parameter/") else None

"""Short names for ARNs."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.arn import arn_type, short_name, short_service


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("arn:aws:lambda:eu-west-1:1:function:orders:live", "orders", "AWS::Lambda::Function"),
        ("arn:aws:s3:::exports/2026/a.csv", "exports/2026/a.csv", "AWS::S3::Bucket"),
        ("arn:aws:iam::1:role/team/batch", "batch", "AWS::IAM::Role"),
        ("arn:aws:elasticloadbalancing:r:1:loadbalancer/app/edge/0a", "edge", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
        ("arn:aws:elasticloadbalancing:r:1:targetgroup/edge-tg/0a", "edge-tg", "AWS::ElasticLoadBalancingV2::TargetGroup"),
        ("arn:aws:rds:r:1:db:orders-db-1", "orders-db-1", "AWS::RDS::DBInstance"),
        ("arn:aws:dynamodb:r:1:table/carts/stream/2026", "carts", "AWS::DynamoDB::Table"),
        ("arn:aws:logs:r:1:log-group:/aws/lambda/pay:*", "/aws/lambda/pay", "AWS::Logs::LogGroup"),
        ("arn:aws:secretsmanager:r:1:secret:orders/db-AbC123", "orders/db", "AWS::SecretsManager::Secret"),
        ("arn:aws:kms:r:1:alias/orders", "alias/orders", "AWS::KMS::Alias"),
        ("arn:aws:cloudformation:r:1:stack/edge/0f-1e", "edge", "AWS::CloudFormation::Stack"),
        ("arn:aws:ecs:r:1:service/prod/checkout", "checkout", "AWS::ECS::Service"),
        ("arn:aws:sqs:r:1:orders-q", "orders-q", "AWS::SQS::Queue"),
        ("https://sqs.eu-west-1.amazonaws.com/1/orders-q", "orders-q", ""),
        ("i-0123", "i-0123", ""),
        ("arn:aws:x", "arn:aws:x", ""),
        ("arn:aws:iam::1:", "arn:aws:iam::1:", ""),
    ],
)
def test_an_arn_is_shown_by_the_name_people_use(text: str, name: str, kind: str) -> None:
    assert (short_name(text), arn_type(text)) == (name, kind)


def test_a_service_loses_its_domain() -> None:
    assert short_service("autoscaling.amazonaws.com") == "autoscaling"
    assert short_service("AWS Internal") == "AWS Internal"

"""Two spellings of one resource meet in one name, and what is no resource gives none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.engine.correlation.names import leaves, names_and_words, reduce, resource_names, spellings

ACCOUNT = "eu-west-1:111122223333"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"arn:aws:lambda:{ACCOUNT}:function:orders-worker:live", "orders-worker"),
        (
            f"arn:aws:elasticloadbalancing:{ACCOUNT}:loadbalancer/app/orders-alb/50dc6c495c0c9188",
            "app/orders-alb/50dc6c495c0c9188",
        ),
        (f"arn:aws:elasticloadbalancing:{ACCOUNT}:listener/app/orders-alb/50dc/ab12", "app/orders-alb/50dc"),
        (f"arn:aws:elasticloadbalancing:{ACCOUNT}:targetgroup/orders-tg/c0175c8c", "targetgroup/orders-tg/c0175c8c"),
        (f"arn:aws:dynamodb:{ACCOUNT}:table/orders/index/by-day", "orders"),
        (f"arn:aws:kinesis:{ACCOUNT}:stream/clicks", "clicks"),
        (f"arn:aws:secretsmanager:{ACCOUNT}:secret:orders/db/app-383ac2", "orders/db/app"),
        (f"arn:aws:kms:{ACCOUNT}:key/6f5a4813-308e-114c-75d5-f05029fca00a", "6f5a4813-308e-114c-75d5-f05029fca00a"),
        ("arn:aws:s3:::orders-data/invoices/1.pdf", "orders-data"),
        ("arn:aws:iam::111122223333:role/service/orders-role", "orders-role"),
        (f"arn:aws:rds:{ACCOUNT}:db:orders-db", "orders-db"),
        (f"arn:aws:ecs:{ACCOUNT}:service/shop/orders", "orders"),
        (f"arn:aws:logs:{ACCOUNT}:log-group:/app/orders:*", "/app/orders"),
        ("https://sqs.eu-west-1.amazonaws.com/111122223333/orders-queue", "orders-queue"),
        ("orders-db", "orders-db"),
        ("arn:aws", "arn:aws"),
    ],
)
def test_a_name_is_reduced_to_what_tells_resources_apart(text: str, name: str) -> None:
    assert reduce(text) == name


def test_a_load_balancer_meets_its_own_host_name() -> None:
    arn = f"arn:aws:elasticloadbalancing:{ACCOUNT}:loadbalancer/app/orders-alb/50dc6c495c0c9188"

    assert set(spellings(arn)) & set(spellings("dualstack.orders-alb-1234567890.eu-west-1.elb.amazonaws.com.")) == {"orders-alb"}


def test_resources_are_found_in_request_and_response() -> None:
    record = {
        "requestParameters": {
            "autoScalingGroupName": "orders-asg",
            "vPCZoneIdentifier": "subnet-0ead8d7ad69e839ce,subnet-0c5d97d1344c60dba",
            "LaunchTemplateData": {"SecurityGroupId": {"tag": 1, "content": "sg-0c732765cf7030ce1"}, "InstanceType": "m6i.large"},
            "stageName": "prod",
            "vpcId": "vpc-06d8ed7801a8b0bc5",
        },
        "responseElements": {"requestId": "b96cb810-5855-61f0-a39f-bbfccb23e72f", "functionName": "orders-worker"},
    }

    assert resource_names(record) == {
        "orders-asg",
        "subnet-0ead8d7ad69e839ce",
        "subnet-0c5d97d1344c60dba",
        "sg-0c732765cf7030ce1",
        "orders-worker",
    }


def test_a_comment_names_what_it_speaks_of() -> None:
    assert resource_names({"requestParameters": {"comment": "migrate orders-db, then rest"}}) == {"orders-db"}


def test_policies_of_aws_and_common_words_tie_nothing() -> None:
    record = {
        "requestParameters": {
            "policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "name": "live",
            "key": "aws:autoscaling:groupName",
        }
    }

    assert resource_names(record) == frozenset()


def test_every_word_can_be_compared_with_a_dimension() -> None:
    assert "g5.12xlarge" in names_and_words({"requestParameters": {"instanceType": "g5.12xlarge"}})[1]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@settings(max_examples=50, deadline=None)
@given(document=st.dictionaries(st.sampled_from(["requestParameters", "responseElements", "resources"]), JSON))
def test_any_document_can_be_read(document: dict[str, object]) -> None:
    names, words = names_and_words(document)

    assert names == resource_names(document)
    assert all(isinstance(name, str) for name in names | words)


def test_deep_and_long_values_cost_nothing() -> None:
    deep: object = "orders-db"
    for _ in range(500):
        deep = {"inner": deep}

    assert list(leaves(deep)) == []
    assert list(leaves({"name": "x" * 1_000_000})) == []

"""What lies around the calls of the orders story: log lines, a metric filter, and a Config snapshot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tools.sample_data.dice import Dice
from tools.sample_data.logs import write_group
from tools.sample_data.orders_people import clock
from tools.sample_data.orders_setup import API_SG, EDGE, LEDGER_SG, ORDERS_SG, target_group
from tools.sample_data.trail import write_json
from tools.sample_data.world import World


def write_logs(folder: Path, region: str, dice: Dice, start_at: datetime, end_at: datetime) -> None:
    """Write what the checkout and its database said, and the filter that counts slow statements."""
    lines = [(at, _placed(dice)) for at in dice.moments(start_at, end_at, 0.55)]
    lines += [(at, _slow(dice)) for at in dice.moments(clock("14:04:20"), clock("14:17:30"), 1.6)]
    lines += [(at, _given_up(dice)) for at in dice.moments(clock("14:05:10"), clock("14:17:30"), 2.2)]
    write_group(folder, region, "/ecs/checkout", "checkout/4b2f0c", lines)
    checkpoints = [start_at + timedelta(minutes=minute, seconds=7) for minute in range(0, 90, 10)]
    postgres = [(at, "LOG:  checkpoint complete: wrote 812 buffers (0.2%)") for at in checkpoints if at < end_at]
    for moment, value in (("14:03:38", "40"), ("14:17:12", "1.1")):
        postgres.append((clock(moment), "LOG:  received SIGHUP, reloading configuration files"))
        postgres.append((clock(moment), f'LOG:  parameter "random_page_cost" changed to "{value}"'))
    write_group(folder, region, "/aws/rds/instance/orders-db-1/postgresql", "orders-db-1.0", postgres)
    write_json(folder / "logs" / region / "describe-metric-filters.json", {"metricFilters": [_slow_filter()]})


def _placed(dice: Dice) -> str:
    return f'{{"level":"INFO","msg":"order placed","ms":{dice.whole(180, 640)},"trace":"{dice.hexes(12)}"}}'


def _slow(dice: Dice) -> str:
    text = f"slow statement, {dice.whole(1900, 3600)} ms: select * from order_lines where order_id = $1 (sequential scan)"
    return f'{{"level":"WARN","msg":"{text}","db":"orders-db-1","trace":"{dice.hexes(12)}"}}'


def _given_up(dice: Dice) -> str:
    text = "canceling statement due to statement timeout"
    return f'{{"level":"ERROR","msg":"{text}","db":"orders-db-1","trace":"{dice.hexes(12)}"}}'


def _slow_filter() -> dict[str, Any]:
    made_at = int(datetime(2026, 11, 9, 8, 20, tzinfo=UTC).timestamp() * 1000)
    change = {"metricName": "SlowStatements", "metricNamespace": "Orders", "metricValue": "1"}
    return {
        "filterName": "slow-statements",
        "filterPattern": '{ $.msg = "slow statement*" }',
        "metricTransformations": [change],
        "creationTime": made_at,
        "logGroupName": "/ecs/checkout",
    }


def snapshot(prod: World) -> dict[str, Any]:
    """Describe what is connected, as AWS Config had it six days before."""
    rows: list[tuple[str, str, str, list[tuple[str, str, str]]]] = []
    for database, group, guard in (
        ("orders-db-1", "orders-pg15", ORDERS_SG),
        ("orders-db-1-ro", "orders-pg15", ORDERS_SG),
        ("ledger-db-1", "ledger-pg15", LEDGER_SG),
    ):
        guarded = ("AWS::EC2::SecurityGroup", guard, "Is associated with SecurityGroup")
        rows.append(
            (
                "AWS::RDS::DBInstance",
                database,
                database,
                [("AWS::RDS::DBParameterGroup", group, "Is associated with DBParameterGroup"), guarded],
            )
        )
    for name in ("pay-webhook", "order-mailer", "stock-sync"):
        related = [
            ("AWS::IAM::Role", f"{name}-role", "Is associated with Role"),
            ("AWS::EC2::SecurityGroup", API_SG, "Is associated with SecurityGroup"),
        ]
        if name == "pay-webhook":
            related.append(("AWS::RDS::DBInstance", "orders-db-1", "Reads from DBInstance"))
        rows.append(("AWS::Lambda::Function", name, name, related))
    contained = [("AWS::EC2::Instance", instance, "Contains Instance") for instance in prod.fleet]
    rows.append(("AWS::AutoScaling::AutoScalingGroup", "api-asg", "api-asg", contained))
    balancer = prod.arn("elasticloadbalancing", f"loadbalancer/{EDGE}")
    groups = [
        ("AWS::ElasticLoadBalancingV2::TargetGroup", prod.arn("elasticloadbalancing", group), "Is associated with TargetGroup")
        for group in (target_group("checkout"), target_group("search"))
    ]
    rows.append(("AWS::ElasticLoadBalancingV2::LoadBalancer", balancer, "edge", groups))
    items = [_item(prod, kind, identity, name, related) for kind, identity, name, related in rows]
    return {"fileVersion": "1.0", "configSnapshotId": "3b6a1f0e-5c2d-4e7f-8a90-1b2c3d4e5f60", "configurationItems": items}


def _item(prod: World, kind: str, identity: str, name: str, related: list[tuple[str, str, str]]) -> dict[str, Any]:
    return {
        "configurationItemVersion": "1.3",
        "configurationItemCaptureTime": "2026-11-12T10:41:07.310Z",
        "configurationItemStatus": "ResourceDiscovered",
        "awsAccountId": prod.account,
        "awsRegion": prod.region,
        "resourceType": kind,
        "resourceId": identity,
        "resourceName": name,
        "relationships": [{"resourceType": other, "resourceId": target, "name": words} for other, target, words in related],
        "tags": {},
    }

"""The metrics of the orders story: what moved, and what stayed calm so that it can be ruled out."""

from __future__ import annotations

from datetime import datetime

from tools.sample_data.metrics import Line, Sheet, steps
from tools.sample_data.orders_people import clock
from tools.sample_data.orders_setup import EDGE, target_group

HOME = "eu-west-1"
DATABASE, LEDGER = ("DBInstanceIdentifier", "orders-db-1"), ("DBInstanceIdentifier", "ledger-db-1")


def draw(sheet: Sheet) -> dict[str, Line]:
    """Draw every metric, by a short name."""
    return _databases(sheet) | _front(sheet) | _around(sheet)


def _front(sheet: Sheet) -> dict[str, Line]:
    edge = ("LoadBalancer", EDGE)
    checkout, search = (("ServiceName", "checkout"),), (("ServiceName", "search"),)
    return {
        "5xx": sheet.line(
            HOME,
            "AWS/ApplicationELB:HTTPCode_Target_5XX_Count",
            (edge,),
            steps(13, _FIVES),
            statistic="Sum",
            noise=0.04,
            digits=0,
        ),
        "requests": sheet.line(
            HOME, "AWS/ApplicationELB:RequestCount", (edge,), steps(114_000, ()), statistic="Sum", noise=0.012, digits=0
        ),
        "p99": sheet.line(HOME, "Shop:ResponseTime", checkout, steps(720, _P99), statistic="p99", noise=0.02, digits=1),
        "search requests": sheet.line(
            HOME,
            "AWS/ApplicationELB:RequestCountPerTarget",
            (("TargetGroup", target_group("search")),),
            steps(5200, _RUSH),
            statistic="Sum",
            noise=0.02,
            digits=0,
        ),
        "search p90": sheet.line(HOME, "Shop:ResponseTime", search, steps(180, _WAIT), statistic="p90", noise=0.03, digits=1),
        "api cpu": sheet.line(
            HOME,
            "AWS/EC2:CPUUtilization",
            (("AutoScalingGroupName", "api-asg"),),
            steps(41, [("14:04", 44), ("14:05", 46), ("14:19", 41)]),
            noise=0.04,
        ),
    }


def _around(sheet: Sheet) -> dict[str, Line]:
    return {
        "webhook": sheet.line(
            HOME,
            "AWS/Lambda:Errors",
            (("FunctionName", "pay-webhook"),),
            lambda _: float(sheet.dice.chance(0.04)),
            statistic="Sum",
            digits=0,
        ),
        "queue": sheet.line(
            HOME,
            "AWS/SQS:ApproximateAgeOfOldestMessage",
            (("QueueName", "orders-q"),),
            steps(3, ()),
            statistic="Maximum",
            period=300,
            noise=0.15,
            digits=0,
        ),
        "export": sheet.line(
            HOME, "Orders/Export:AgeSeconds", (("Job", "nightly-export"),), _export_age, statistic="Maximum", period=300, digits=0
        ),
        "dead letters": sheet.line(
            HOME,
            "AWS/SQS:ApproximateNumberOfMessagesVisible",
            (("QueueName", "payments-dlq"),),
            lambda _: None,
            statistic="Maximum",
            period=300,
        ),
        "nat": sheet.line(
            HOME,
            "AWS/NATGateway:BytesOutToDestination",
            (("NatGatewayId", "nat-0e77c1a4"),),
            steps(1.1e9, ()),
            statistic="Sum",
            period=300,
            noise=0.04,
            digits=0,
        ),
        "billing": sheet.line(
            "us-east-1",
            "AWS/Billing:EstimatedCharges",
            (("Currency", "USD"),),
            lambda at: 211.4 if at.hour < 14 else 212.3,
            statistic="Maximum",
            period=1800,
            digits=2,
        ),
    }


def _databases(sheet: Sheet) -> dict[str, Line]:
    return {
        "latency": sheet.line(HOME, "AWS/RDS:ReadLatency", (DATABASE,), steps(0.0042, _READS), noise=0.025, digits=5),
        "iops": sheet.line(HOME, "AWS/RDS:ReadIOPS", (DATABASE,), steps(1600, _IOPS), noise=0.03, digits=1),
        "cpu": sheet.line(HOME, "AWS/RDS:CPUUtilization", (DATABASE,), steps(23, _CPU), noise=0.03, digits=2),
        "connections": sheet.line(
            HOME, "AWS/RDS:DatabaseConnections", (DATABASE,), steps(84, [("14:05", 97), ("14:20", 86)]), noise=0.02, digits=0
        ),
        "credits": sheet.line(HOME, "AWS/RDS:EBSIOBalance%", (DATABASE,), steps(100, ()), period=300, digits=0),
        "ledger": sheet.line(HOME, "AWS/RDS:ReadLatency", (LEDGER,), steps(0.0041, ()), noise=0.04, digits=5),
    }


_READS = [
    ("14:04", 0.0243),
    ("14:05", 0.0291),
    ("14:06", 0.0335),
    ("14:07", 0.0372),
    ("14:08", 0.0385),
    ("14:17", 0.031),
    ("14:18", 0.0121),
    ("14:19", 0.0045),
]
_IOPS = [
    ("14:04", 4200),
    ("14:05", 6900),
    ("14:06", 8600),
    ("14:07", 9500),
    ("14:08", 9800),
    ("14:17", 7400),
    ("14:18", 3900),
    ("14:19", 1700),
]
_CPU = [("14:04", 38), ("14:05", 52), ("14:06", 63), ("14:07", 69), ("14:08", 71), ("14:17", 55), ("14:18", 36), ("14:19", 24)]
_FIVES = [
    ("14:04", 24),
    ("14:05", 141),
    ("14:06", 248),
    ("14:07", 344),
    ("14:08", 412),
    ("14:17", 260),
    ("14:18", 61),
    ("14:19", 14),
]
_P99 = [
    ("14:04", 1060),
    ("14:05", 1730),
    ("14:06", 2140),
    ("14:07", 2560),
    ("14:08", 2900),
    ("14:17", 2100),
    ("14:18", 1180),
    ("14:19", 740),
]
_RUSH = [
    ("13:20", 7400),
    ("13:21", 9900),
    ("13:22", 12100),
    ("13:23", 13700),
    ("13:24", 14500),
    ("13:32", 11200),
    ("13:33", 8300),
    ("13:34", 5600),
    ("13:35", 5200),
]
_WAIT = [
    ("13:22", 310),
    ("13:23", 550),
    ("13:24", 960),
    ("13:25", 1150),
    ("13:26", 1220),
    ("13:33", 940),
    ("13:34", 400),
    ("13:35", 190),
]


def _export_age(at: datetime) -> float | None:
    """The age of the nightly export; the job that reports it falls silent at a quarter past one."""
    return 42_300 + (at - clock("13:00")).total_seconds() if at < clock("13:15") else None

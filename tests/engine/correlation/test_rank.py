"""The ranking names the call that explains what moved, says why, and abstains when none does."""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.graph import Graph, learn
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.rank import rank
from trailhound.model.answer import Verdict
from trailhound.model.metric import Metric, Series
from trailhound.model.observation import MetricFilterDescribed, Origin

Make = Callable[..., Call]
Ask = Callable[..., Question]
DELETE = {"dBInstanceIdentifier": "orders-db"}
CREATE = {"dBInstanceIdentifier": "orders-db", "vpcSecurityGroupIds": ["sg-0a1b2c3d4e5f60718"]}
SIGN_INS = Metric("CloudTrailMetrics", "FailedSignIns", statistic="Sum")


def test_a_call_that_takes_away_what_is_measured_is_named(make_call: Make, ask: Ask) -> None:
    culprit = make_call("DeleteDBInstance", -2, request=DELETE, source="rds.amazonaws.com")
    other = make_call("DeleteBucket", -1, request={"bucketName": "scratch"}, source="s3.amazonaws.com", who="j.berg")

    answer = rank(ask([other, culprit]))

    assert answer.verdict is Verdict.CALL
    assert answer.candidates[0].event is culprit.event
    assert "names orders-db" in [reason.text for reason in answer.candidates[0].because]
    assert "2 min before the step at 12:00" in [reason.text for reason in answer.candidates[0].because]


def test_points_of_the_reasons_add_up_to_the_score(make_call: Make, ask: Ask) -> None:
    answer = rank(ask([make_call("DeleteDBInstance", -2, request=DELETE, source="rds.amazonaws.com")]))

    assert [sum(r.points for r in c.because) for c in answer.candidates] == pytest.approx([c.score for c in answer.candidates])
    assert sum(c.share for c in answer.candidates) + answer.no_call_share == pytest.approx(1.0, abs=0.01)


def test_a_change_one_step_away_is_found_over_the_graph(make_call: Make, ask: Ask) -> None:
    created = make_call("CreateDBInstance", -9000, request=CREATE, source="rds.amazonaws.com")
    revoked = make_call("RevokeSecurityGroupIngress", -3, request={"groupId": "sg-0a1b2c3d4e5f60718"})
    elsewhere = make_call("RevokeSecurityGroupIngress", -1, request={"groupId": "sg-0ffffffffffffffff"}, who="j.berg")

    answer = rank(ask([revoked, elsewhere], graph=Graph.of(learn(created))))

    best = answer.candidates[0]
    assert best.event is revoked.event
    way = next(reason for reason in best.because if reason.source == "graph")
    assert way.text.startswith("sg-0a1b2c3d4e5f60718 > orders-db: 1 step away, by CreateDBInstance of")
    assert way.evidence == (revoked.event.event_id, created.event.event_id)


def test_a_call_in_the_other_direction_is_not_blamed(make_call: Make, ask: Ask) -> None:
    created = make_call("CreateDBInstance", -9000, request=CREATE, source="rds.amazonaws.com")
    opened = make_call("AuthorizeSecurityGroupIngress", -3, request={"groupId": "sg-0a1b2c3d4e5f60718"})

    answer = rank(ask([opened], graph=Graph.of(learn(created))))

    assert answer.verdict is Verdict.NO_CALL_EXPLAINS
    assert [c.event for c in answer.candidates] == [opened.event]


def test_what_was_not_yet_delivered_is_not_known(make_call: Make, ask: Ask) -> None:
    late = make_call("DeleteDBInstance", -2, request=DELETE, source="rds.amazonaws.com", known_after=20)

    answer = rank(ask([late]))

    assert (answer.looked_at, answer.candidates, answer.verdict) == (0, (), Verdict.NO_CALL_EXPLAINS)


def test_refused_calls_are_shown_as_attempts_and_never_ranked(make_call: Make, ask: Ask) -> None:
    refused = make_call("DeleteDBInstance", -2, request=DELETE, source="rds.amazonaws.com", error="AccessDenied")
    refused = replace(refused, resources=("arn:aws:rds:eu-west-1:111122223333:db:orders-db",))

    answer = rank(ask([refused]))

    assert answer.attempts == (refused.event,)
    assert answer.candidates == ()


def test_calls_that_the_metric_filter_counts_are_the_answer_even_if_refused(make_call: Make, ask: Ask) -> None:
    pattern = '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }'
    counted = MetricFilterDescribed("f", "trail", pattern, (("CloudTrailMetrics", "FailedSignIns"),), Origin("f"))
    failed = [
        make_call("ConsoleLogin", -1 + n / 10, source="signin.amazonaws.com", error="Denied", message="Failed authentication")
        for n in range(5)
    ]
    bystander = make_call("DeleteDBInstance", -2, request=DELETE, source="rds.amazonaws.com")

    answer = rank(ask([*failed, bystander], metric=SIGN_INS, comparison="GreaterThanThreshold", filters=[counted]))

    assert answer.candidates[0].event_ids == tuple(call.event.event_id for call in failed)
    assert "5 such calls are what the metric filter counts" in [reason.text for reason in answer.candidates[0].because]


def test_a_filter_that_cannot_be_read_is_said_so(make_call: Make, ask: Ask) -> None:
    odd = MetricFilterDescribed("odd", "trail", "[a, b, c]", (("CloudTrailMetrics", "FailedSignIns"),), Origin("f"))

    answer = rank(ask([make_call("StopLogging")], metric=SIGN_INS, filters=[odd]))

    assert 'pattern not understood: metric filter "odd"' in [reason.text for reason in answer.ruled_out]


def test_traffic_that_rose_first_explains_it_without_a_call(
    make_call: Make, make_series: Callable[..., Series], ask: Ask
) -> None:
    balancer = ("LoadBalancer", "app/orders-alb/50dc6c495c0c9188")
    latency = Metric("AWS/ApplicationELB", "TargetResponseTime", (balancer,))
    requests = make_series(Metric("AWS/ApplicationELB", "RequestCount", (balancer,), "Sum"), 500.0, 3000.0, -2, 14)
    arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/orders-alb/50dc6c495c0c9188"
    change = make_call(
        "ModifyLoadBalancerAttributes", -3, request={"loadBalancerArn": arn}, source="elasticloadbalancing.amazonaws.com"
    )
    slower = make_series(latency, 0.2, 4.0)

    alone = rank(ask([change], metric=latency, series=slower, comparison="GreaterThanThreshold"))
    flooded = rank(ask([change], metric=latency, series=slower, comparison="GreaterThanThreshold", peers=[requests]))

    assert alone.verdict is Verdict.CALL
    assert flooded.verdict is Verdict.NO_CALL_EXPLAINS
    assert flooded.ruled_out[0].text == "RequestCount of orders-alb rose first: 505 to 3000 at 11:58"


def test_a_metric_that_did_not_move_blames_nobody(make_call: Make, make_series: Callable[..., Series], ask: Ask) -> None:
    flat = make_series(ask([]).metric, 100.0, 101.0)

    answer = rank(ask([make_call("ModifyDBInstance", -2, request=DELETE, source="rds.amazonaws.com")], series=flat))

    assert answer.verdict is Verdict.NO_CALL_EXPLAINS
    assert answer.moved_at is None


def test_calls_of_one_change_are_one_candidate(make_call: Make, ask: Ask) -> None:
    steps = ["UpdateFunctionCode20150331v2", "PublishVersion20150331", "UpdateAlias20150331"]
    request = {"functionName": "orders-worker"}
    calls = [make_call(name, -3 + i / 10, request=request, source="lambda.amazonaws.com") for i, name in enumerate(steps)]
    errors = Metric("AWS/Lambda", "Errors", (("FunctionName", "orders-worker"),), "Sum")

    answer = rank(ask(calls, metric=errors, comparison="GreaterThanThreshold"))

    assert len(answer.candidates) == 1
    assert set(answer.candidates[0].event_ids) == {call.event.event_id for call in calls}


def test_a_burst_is_one_candidate(make_call: Make, ask: Ask) -> None:
    bytes_out = Metric("AWS/S3", "BytesDownloaded", (("BucketName", "orders-data"), ("FilterId", "all")), "Sum")
    reads = [
        make_call("GetObject", -1 + n / 50, request={"bucketName": "orders-data"}, source="s3.amazonaws.com", number=n)
        for n in range(40)
    ]

    answer = rank(ask(reads, metric=bytes_out, comparison="GreaterThanThreshold"))

    assert len(answer.candidates) == 1
    assert len(answer.candidates[0].rows) == 40
    assert answer.verdict is Verdict.CALL


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_the_order_of_the_calls_makes_no_difference(crowd: Callable[[int], Question], seed: int) -> None:
    base = crowd(30)
    shuffled = list(base.calls)
    random.Random(seed).shuffle(shuffled)

    assert rank(replace(base, calls=shuffled)) == rank(base)


def test_the_work_grows_no_faster_than_the_number_of_calls(crowd: Callable[[int], Question]) -> None:
    rank(crowd(30))  # fills what is remembered for good

    few, many = _steps(crowd(300)), _steps(crowd(3000))

    assert many < 12 * few


def _steps(question: Question) -> int:
    """Count the functions that are entered while a question is answered: the same on a busy machine."""
    entered = itertools.count()

    def count(frame: FrameType, event: str, argument: object) -> None:
        if event in {"call", "c_call"}:
            next(entered)

    sys.setprofile(count)
    try:
        rank(question)
    finally:
        sys.setprofile(None)
    return next(entered)


def test_with_nothing_to_look_at_nothing_is_claimed(ask: Ask, noon: datetime) -> None:
    answer = rank(ask([]))

    assert (answer.candidates, answer.no_call_share, answer.looked_at) == ((), 0.0, 0)
    assert answer.moved_at is not None
    assert abs(answer.moved_at - noon) <= timedelta(minutes=1)

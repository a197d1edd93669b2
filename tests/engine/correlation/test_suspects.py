"""Suspects are gathered once each, bursts as one, and reads only where reading does something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.scene import survey
from trailhound.engine.correlation.suspects import attempts, caller_of, gather, known_calls
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.metric import Metric

Make = Callable[..., Call]
Ask = Callable[..., Question]


def test_a_record_that_was_delivered_twice_is_one_call(make_call: Make, ask: Ask) -> None:
    made = make_call("StopInstances")

    assert len(known_calls(survey(ask([made, replace(made, row=made.row + 1)])))) == 1


def test_reads_and_failures_are_no_suspects(make_call: Make, ask: Ask) -> None:
    calls = [
        make_call("DescribeInstances"),
        make_call("StopInstances", error="ValidationException"),
        make_call("StopInstances", -1),
    ]

    assert [suspect.event for suspect in gather(survey(ask(calls)), calls)] == [calls[2].event]


@pytest.mark.parametrize(("metric", "is_found"), [("NetworkOut", True), ("StatusCheckFailed", False)])
def test_many_reads_are_a_suspect_where_reading_moves_the_metric(metric: str, is_found: bool, make_call: Make, ask: Ask) -> None:
    reads = [make_call("GetObject", -n / 20, number=n) for n in range(30)]
    scene = survey(ask(reads, metric=Metric("AWS/EC2", metric), comparison="GreaterThanThreshold"))

    found = gather(scene, reads)

    assert [(len(suspect.calls), suspect.is_burst) for suspect in found] == ([(30, True)] if is_found else [])


def test_a_steady_rate_is_no_burst(make_call: Make, ask: Ask) -> None:
    steady = [make_call("PutObject", 5 - n, number=n) for n in range(60)]
    scene = survey(ask(steady))

    assert not any(suspect.is_burst for suspect in gather(scene, known_calls(scene)))


def test_attempts_are_those_on_what_lies_near(make_call: Make, ask: Ask) -> None:
    near = replace(make_call("DeleteDBInstance", -1, error="AccessDenied"), resources=("orders-db",))
    far = replace(make_call("DeleteDBInstance", -2, error="AccessDenied", who="j.berg"), resources=("search-db",))
    tried = replace(make_call("StopInstances", -3, error="Client.DryRunOperation"), resources=("orders-db",))
    scene = survey(ask([near, far, tried]))

    assert attempts(scene, [near, far, tried], {"orders-db"}) == (near.event, tried.event)


def test_sessions_of_a_role_are_one_caller(make_call: Make) -> None:
    role = "arn:aws:iam::111122223333:role/orders"
    one, other = (Identity(ActorClass.AWS, "orders", arn=f"session-{n}", issuer_arn=role) for n in range(2))

    assert caller_of(make_call("GetItem", identity=one).event) == caller_of(make_call("GetItem", identity=other).event)

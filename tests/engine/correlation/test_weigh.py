"""Each point for or against a call has its sentence and its proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.scene import survey
from trailhound.engine.correlation.surroundings import look_around
from trailhound.engine.correlation.suspects import Suspect
from trailhound.engine.correlation.weigh import Weighed, in_words, is_service, weigh
from trailhound.model.identity import ActorClass, Identity

Make = Callable[..., Call]
Ask = Callable[..., Question]
REQUEST = {"dBInstanceIdentifier": "orders-db"}


def weighed(asked: Question, call: Call) -> Weighed:
    """Weigh one call of a question."""
    scene = survey(asked)
    return weigh(scene, look_around(scene), Suspect((call,)))


def points(one: Weighed, source: str) -> list[float]:
    """Give the points from one source."""
    return [reason.points for reason in one.because if reason.source == source]


@pytest.mark.parametrize(("at", "expected"), [(-15, 0.5), (0, 1.0), (1, 0.5), (5, -3.0)])
def test_time_counts_little_before_and_much_after(at: float, expected: float, make_call: Make, ask: Ask) -> None:
    made = make_call("DeleteDBInstance", at, request=REQUEST, source="rds.amazonaws.com")

    assert points(weighed(ask([made]), made), "time") == [expected]


@pytest.mark.parametrize(("count", "expected"), [(0, [1.0]), (4, [0.47]), (50, [])])
def test_a_rare_call_counts_more(count: int, expected: list[float], make_call: Make, ask: Ask) -> None:
    made = make_call("DeleteDBInstance", -1, request=REQUEST, source="rds.amazonaws.com")
    history = {("m.rivera", "DeleteDBInstance"): count, ("j.berg", "StopInstances"): 1}

    assert points(weighed(ask([made], history=history), made), "history") == expected


def test_a_new_address_counts(make_call: Make, ask: Ask) -> None:
    made = make_call("DeleteDBInstance", -1, request=REQUEST, source="rds.amazonaws.com")

    assert points(weighed(ask([made], addresses={"m.rivera": frozenset({"198.51.100.7"})}), made), "address") == [0.5]
    assert points(weighed(ask([made], addresses={"m.rivera": frozenset({"203.0.113.9"})}), made), "address") == []


def test_a_service_that_reacts_is_held_back(make_call: Make, ask: Ask) -> None:
    scaling = Identity(ActorClass.AWS, "autoscaling", "AWSService", invoked_by="autoscaling.amazonaws.com")
    made = make_call("TerminateInstances", -1, request=REQUEST, identity=scaling)

    assert points(weighed(ask([made]), made), "identity") == [-3.5]


def test_a_service_with_a_persons_credentials_is_that_person(make_call: Make) -> None:
    person = Identity(ActorClass.PERSON, "m.rivera", "IAMUser", invoked_by="cloudformation.amazonaws.com")

    assert not is_service(make_call("DeleteDBInstance", identity=person).event)


def test_an_emergency_identity_stands_out(make_call: Make, ask: Ask) -> None:
    emergency = Identity(ActorClass.UNKNOWN, "x", "AssumedRole", role="ops-break-glass")
    made = make_call("DeleteDBInstance", -1, request=REQUEST, identity=emergency)

    assert points(weighed(ask([made]), made), "identity") == [0.5]


def test_a_call_that_nothing_ties_gains_little_by_what_it_does(make_call: Make, ask: Ask) -> None:
    made = make_call("DeleteBucket", -1, request={"bucketName": "scratch"}, source="s3.amazonaws.com")

    one = weighed(ask([made]), made)

    assert not one.is_linked
    assert points(one, "request") == [0.5]
    assert one.score < 1


def test_every_reason_about_the_call_is_proved(make_call: Make, ask: Ask) -> None:
    made = make_call("DeleteDBInstance", -1, request=REQUEST, source="rds.amazonaws.com")

    assert all(made.event.event_id in reason.evidence for reason in weighed(ask([made]), made).because)


@pytest.mark.parametrize(
    ("gap", "words"),
    [(8, "8 s"), (128, "2 min 8 s"), (120, "2 min"), (3840, "1 h 4 min"), (7200, "2 h")],
)
def test_gaps_are_in_words(gap: int, words: str) -> None:
    assert in_words(timedelta(seconds=gap)) == words


@pytest.mark.parametrize(("name", "at", "expected"), [("UpdateService", -40, -1.5), ("UpdateScalingThing", -40, 0.16)])
def test_code_that_ran_well_for_long_is_an_unlikely_cause(
    name: str, at: float, expected: float, make_call: Make, ask: Ask
) -> None:
    made = make_call(name, at, request=REQUEST, source="ecs.amazonaws.com")

    assert points(weighed(ask([made]), made), "time") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("connection timed out", [2.0]), ("AccessDenied for everything", [-1.0]), ("nothing that we know", [])],
)
def test_the_error_log_speaks_for_or_against(text: str, expected: list[float], make_call: Make, ask: Ask, noon: datetime) -> None:
    request = {"groupId": "sg-0a1b2c3d4e5f60718", "comment": "orders-db"}
    made = make_call("RevokeSecurityGroupIngress", -1, request=request)
    logs = [(noon + timedelta(seconds=n), "/app", f"ERROR {text}") for n in range(5)]

    assert points(weighed(ask([made], logs=logs), made), "logs") == expected


def test_a_runners_new_address_says_nothing(make_call: Make, ask: Ask) -> None:
    runner = Identity(ActorClass.CI, "deploy-bot", "AssumedRole")
    made = make_call("DeleteDBInstance", -1, request=REQUEST, identity=runner)

    assert points(weighed(ask([made], addresses={"deploy-bot": frozenset({"198.51.100.7"})}), made), "address") == []

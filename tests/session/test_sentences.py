"""Sentences about calls and metrics."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from tests.session.story import LATENCY, MINUTE, START

from trailhound.model.answer import Answer, Subject, SubjectKind, Verdict
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.metric import Metric
from trailhound.model.phrase import Tone, plain
from trailhound.session import sentences

EVENT = Event(
    row=0,
    event_id="e",
    occurred_at=START,
    observed_at=START,
    name="ModifyDBParameterGroup",
    source="rds.amazonaws.com",
    kind=CallKind.WRITE,
    identity=Identity(ActorClass.PERSON, "m.rivera"),
    target="orders-pg15",
)


def _event(name: str, target: str = "x", **changes: object) -> Event:
    return dataclasses.replace(EVENT, name=name, target=target, **changes)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ModifyDBParameterGroup", "m.rivera changed x"),
        ("DeleteBucket", "m.rivera deleted x"),
        ("DeleteBucketEncryption", "m.rivera deleted the bucket encryption of x"),
        ("DeactivateMFADevice", "m.rivera deactivated the MFA device of x"),
        ("UpdateFunctionCode20150331v2", "m.rivera changed the function code of x"),
        ("CreateLoginProfile", "m.rivera created a login profile of x"),
        ("CreateAccessKey", "m.rivera created an access key of x"),
        ("TerminateInstances", "m.rivera terminated x"),
        ("AuthorizeSecurityGroupIngress", "m.rivera opened x"),
        ("StopLogging", "m.rivera stopped logging of x"),
        ("DescribeInstances", "m.rivera looked at x"),
        ("Frobnicate", "m.rivera called Frobnicate on x"),
        ("lowercase", "m.rivera called lowercase on x"),
        ("", "m.rivera called  on x"),
    ],
)
def test_calls_are_told_in_the_past_tense(name: str, expected: str) -> None:
    assert plain(sentences.deed(_event(name))) == expected


def test_a_refused_call_is_told_as_refused() -> None:
    words = sentences.deed(_event("RebootDBInstance", "orders-db-1", error_code="AccessDenied"))

    assert plain(words) == "m.rivera was refused RebootDBInstance on orders-db-1"
    assert Tone.DENIED in {word.tone for word in words}


def test_what_is_no_person_carries_its_class() -> None:
    robot = _event("UpdateService", "web", identity=Identity(ActorClass.CI, "deploy-bot"))

    assert plain(sentences.deed(robot)) == "ci deploy-bot changed web"


def test_a_burst_is_told_with_its_number() -> None:
    assert plain(sentences.deeds(_event("SendCommand"), ["web"] * 1600)) == "m.rivera called SendCommand 1 600 times on web"


@pytest.mark.parametrize(
    ("targets", "expected"),
    [(["a", "a"], "a"), (["b/x/1", "b/x/2"], "b/x"), (["a", "b", "c"], "3 resources"), (["", ""], ""), ([], "")],
)
def test_several_targets_are_named_by_what_they_share(targets: list[str], expected: str) -> None:
    assert sentences.shared_target(targets) == expected


def test_a_setting_is_told_with_what_it_was() -> None:
    words = sentences.setting_deed(EVENT, ("random_page_cost", "40", "1.1"))

    assert plain(words) == "m.rivera set random_page_cost from 1.1 to 40 in orders-pg15"


def test_a_metric_is_told_with_how_many_times_the_usual_it_is() -> None:
    long, short = sentences.symptom(LATENCY, 0.038, "Seconds", 9.0)

    assert plain(long) == "orders-db-1 reads take 38 ms, 9x usual."
    assert plain(short) == "orders-db-1 reads take 38 ms."


def test_a_metric_that_fell_is_told_with_what_is_usual() -> None:
    hosts = Metric("AWS/ApplicationELB", "HealthyHostCount", (("LoadBalancer", "app/web/1"),))

    long, _ = sentences.symptom(hosts, 1.0, "", 0.2, 5.0)

    assert plain(long) == "web healthy hosts are at 1, usually 5."


def test_a_silent_metric_is_told_as_silent() -> None:
    long, _ = sentences.symptom(LATENCY, None, "Seconds", None)

    assert plain(long) == "orders-db-1 read latency sends no data."


def test_sums_of_counts_are_told_per_period() -> None:
    errors = Metric("AWS/Lambda", "Errors", (("FunctionName", "f"),), "Sum", 5 * MINUTE)

    assert sentences.reading(errors, 412, "Count") == "412/5m"


@pytest.mark.parametrize(("seconds", "expected"), [(128, "2 min before"), (-240, "4 min after"), (0.5, "at the same time")])
def test_distance_in_time_is_told_roughly(seconds: float, expected: str) -> None:
    assert sentences.before(START, START + timedelta(seconds=seconds)) == expected


def test_a_caller_without_a_name_is_someone() -> None:
    assert plain(sentences.who(Identity(ActorClass.PERSON, ""))) == "someone"


@pytest.mark.parametrize(
    ("looked_at", "share", "said"),
    [(41, 0.88, ("No call explains this.", "88 % sure")), (0, 0.0, ("No call of that time is loaded.", "nothing can be said"))],
)
def test_without_any_call_nothing_is_claimed(looked_at: int, share: float, said: tuple[str, str]) -> None:
    subject = Subject(SubjectKind.ALARM, "HighCPU", START)
    answer = Answer(subject, START, Verdict.NO_CALL_EXPLAINS, no_call_share=share, looked_at=looked_at)

    assert sentences.nobody(answer) == said

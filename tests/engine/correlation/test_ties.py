"""Ties between a call and what moved, from naming it down to sharing a part of its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.deeds import Deed, Does
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.scene import survey
from trailhound.engine.correlation.surroundings import look_around
from trailhound.engine.correlation.suspects import Suspect, opened
from trailhound.engine.correlation.ties import nearest, sets_the_alarm, tie
from trailhound.model.answer import Reason
from trailhound.model.metric import Metric

Make = Callable[..., Call]
Ask = Callable[..., Question]
DEED = Deed(Does.CONFIG, "", "changes settings")


def tied(asked: Question, call: Call, deed: Deed = DEED) -> Reason:
    """Give the tie of one call."""
    scene = survey(asked)
    return tie(scene, look_around(scene), opened(Suspect((call,))), deed)


@pytest.mark.parametrize(
    ("request_", "text"),
    [
        ({"dBInstanceIdentifier": "orders-db"}, "names orders-db"),
        ({"resourceName": "arn:aws:rds:eu-west-1:111122223333:db:orders-db"}, "names orders-db"),
        ({"parameters": "run orders-db now"}, "speaks of orders-db in its request"),
        ({"bucketName": "orders-data"}, 'shares the name part "orders"'),
        ({"bucketName": "scratch"}, "nothing known ties it to what moved"),
    ],
)
def test_ties_in_the_request(request_: dict[str, Any], text: str, make_call: Make, ask: Ask) -> None:
    made = make_call("ModifyThing", -1, request=request_)

    assert tied(ask([made]), made).text == text


def test_a_container_is_a_weaker_tie_than_the_thing(make_call: Make, ask: Ask) -> None:
    metric = Metric("AWS/ECS", "CPUUtilization", (("ClusterName", "shop"), ("ServiceName", "orders")))
    other = make_call("UpdateService", -1, request={"service": "search", "cluster": "shop"}, source="ecs.amazonaws.com")
    own = make_call("UpdateService", -1, request={"service": "orders", "cluster": "shop"}, source="ecs.amazonaws.com")

    assert tied(ask([other], metric=metric), other).points < tied(ask([own], metric=metric), own).points


def test_an_api_call_metric_is_about_the_call(make_call: Make, ask: Ask) -> None:
    made = make_call("GetSecretValue", source="secretsmanager.amazonaws.com")
    metric = Metric("AWS/Usage", "CallCount", (("Resource", "GetSecretValue"), ("Type", "API")))

    assert tied(ask([made], metric=metric), made).text == "is the call that is counted: GetSecretValue"


def test_a_name_in_the_error_log_is_a_tie(make_call: Make, ask: Ask, noon: datetime) -> None:
    made = make_call("DeleteBucket", -1, request={"bucketName": "invoices"}, source="s3.amazonaws.com")
    logs = [(noon, "/app", 'ERROR NoSuchBucket: "invoices" is gone')]

    assert tied(ask([made], logs=logs), made).text == "names invoices, which the error log names too"


def test_the_alarm_may_have_been_changed_itself(make_call: Make, ask: Ask) -> None:
    made = make_call("PutMetricAlarm", -1, request={"alarmName": "orders-db-connections-low"}, source="monitoring.amazonaws.com")

    assert sets_the_alarm(survey(ask([made])), Suspect((made,)))
    assert tied(ask([made]), made).text == "names the alarm orders-db-connections-low"


def test_of_several_resources_the_nearest_stands_for_the_call(make_call: Make, ask: Ask) -> None:
    made = make_call("ModifyDBInstance", -1, request={"bucketName": "acme-artifacts", "dBInstanceIdentifier": "orders-db"})
    scene = survey(ask([made]))

    assert nearest(scene, look_around(scene), opened(Suspect((made,)))) == "orders-db"

"""What a scan gathers, and what it can fail on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trailhound.commands.opening import open_still
from trailhound.commands.survey import CONDITIONS, Survey, computed, conditions, recorded, survey
from trailhound.errors import UsageError
from trailhound.model.alarm import AlarmState
from trailhound.model.answer import Subject, SubjectKind, Verdict
from trailhound.session.views import Trouble

ALARMED_AT = "2026-11-18T14:10:00Z"


@pytest.fixture(scope="module")
def in_alarm(story: Path) -> Survey:
    session = open_still([str(story / "AWSLogs"), str(story / "cloudwatch")], lambda _: None)
    session.seek(ALARMED_AT)
    return survey(session)


@pytest.fixture
def quiet(trail: Callable[..., Path]) -> Survey:
    session = open_still([str(trail({}, {}))], lambda _: None)
    session.to_end()
    return survey(session)


def test_all_alarms_and_incidents_up_to_the_moment_are_gathered(in_alarm: Survey) -> None:
    assert {detail.view.alarm.name for detail in in_alarm.alarms if detail.view.state is AlarmState.ALARM} >= {
        "orders-db-latency"
    }
    assert all(incident.subject.at <= in_alarm.status.now for incident in in_alarm.incidents)
    assert "search-latency" in {incident.subject.name for incident in in_alarm.incidents}


def test_what_aws_recorded_and_what_was_computed_are_told_apart(in_alarm: Survey) -> None:
    (detail,) = [detail for detail in in_alarm.alarms if detail.view.alarm.name == "orders-db-latency"]

    assert recorded(detail)
    assert computed(detail)
    assert not set(recorded(detail)) & set(computed(detail))


def holds(name: str, taken: Survey) -> bool:
    return CONDITIONS[name][1](taken)


def test_a_quiet_trail_meets_no_condition(quiet: Survey) -> None:
    assert not any(holds(name, quiet) for name in CONDITIONS)


def test_each_condition_is_met_by_what_it_names(in_alarm: Survey, quiet: Survey) -> None:
    assert holds("alarm", in_alarm)
    assert holds("incident", in_alarm)
    assert holds("no-call", in_alarm)
    assert holds("not-understood", replace(quiet, coverage=replace(quiet.coverage, troubles=(Trouble("a", "b"),))))
    assert holds("finding", replace(quiet, findings=(Subject(SubjectKind.FINDING, "rule", datetime(2026, 1, 1, tzinfo=UTC)),)))


def test_no_call_is_not_met_while_every_incident_has_one(in_alarm: Survey) -> None:
    explained = tuple(incident for incident in in_alarm.incidents if incident.answer.verdict is Verdict.CALL)

    assert not holds("no-call", replace(in_alarm, incidents=explained))


def test_an_unknown_condition_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="'alram' is no condition: there are alarm "):
        conditions(["alarm", "alram"])

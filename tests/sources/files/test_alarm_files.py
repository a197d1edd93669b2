"""Alarms as the command line prints them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from trailhound.model.alarm import AlarmKind, AlarmState, AlarmTransition
from trailhound.model.metric import Metric
from trailhound.sources.files.alarm_files import read_alarm

Observe = Callable[..., Any]
Write = Callable[[str, Any], Path]
METRIC_ALARM = {
    "AlarmName": "cpu-high",
    "AlarmArn": "arn:aws:cloudwatch:us-west-2:111122223333:alarm:cpu-high",
    "StateValue": "ALARM",
    "StateReason": "Threshold Crossed",
    "StateTransitionedTimestamp": "2026-01-05T12:00:00+00:00",
    "StateUpdatedTimestamp": "2026-01-05T13:00:00+00:00",
    "Namespace": "AWS/EC2",
    "MetricName": "CPUUtilization",
    "Dimensions": [{"Name": "InstanceId", "Value": "i-1"}],
    "ExtendedStatistic": "p99",
    "Period": 300,
    "EvaluationPeriods": 3,
    "Threshold": 85,
    "ComparisonOperator": "GreaterThanThreshold",
}


def test_a_metric_alarm_keeps_its_settings_state_and_document(observe: Observe, write: Write) -> None:
    (described,) = observe(write("alarms.json", {"MetricAlarms": [METRIC_ALARM], "CompositeAlarms": []})).rest

    alarm = described.alarm
    assert (alarm.name, alarm.kind, alarm.account, alarm.region) == ("cpu-high", AlarmKind.METRIC, "111122223333", "us-west-2")
    assert alarm.metric == Metric(
        "AWS/EC2", "CPUUtilization", (("InstanceId", "i-1"),), "p99", timedelta(minutes=5), region="us-west-2"
    )
    assert (alarm.threshold, alarm.evaluation_periods, alarm.datapoints_to_alarm) == (85.0, 3, 3)
    assert (alarm.treat_missing_data, alarm.is_actions_enabled) == ("missing", True)
    assert alarm.document == METRIC_ALARM
    assert (described.state, described.reason) == (AlarmState.ALARM, "Threshold Crossed")
    assert described.since_at == datetime(2026, 1, 5, 12, tzinfo=UTC)


def test_every_kind_of_alarm_is_kept() -> None:
    math = read_alarm({"AlarmName": "m", "Metrics": [{"Id": "e1", "Expression": "a/b"}]}, "MetricAlarms")
    composite = read_alarm({"AlarmName": "c", "AlarmRule": "ALARM(m)"}, "CompositeAlarms")
    logs = read_alarm({"AlarmName": "l"}, "LogAlarms")

    assert [alarm.kind for alarm in (math, composite, logs)] == [AlarmKind.MATH, AlarmKind.COMPOSITE, AlarmKind.OTHER]
    assert (composite.rule, math.metric, logs.threshold) == ("ALARM(m)", None, None)


def test_lists_of_a_kind_that_is_new_are_read_too(observe: Observe, write: Write) -> None:
    seen = observe(write("alarms.json", {"MetricAlarms": [{}], "QuantumAlarms": [{"AlarmName": "q", "StateValue": "OK"}]}))

    assert [(item.alarm.name, item.alarm.kind) for item in seen.rest] == [("q", AlarmKind.OTHER)]
    assert seen.reasons == ["an entry of MetricAlarms without AlarmName"]


def history(kind: str = "StateUpdate", **more: Any) -> dict[str, Any]:
    data = {"oldState": {"stateValue": "OK"}, "newState": {"stateValue": "ALARM", "stateReason": "crossed"}}
    item = {
        "AlarmName": "cpu-high",
        "Timestamp": "2026-01-05T12:00:00+00:00",
        "HistoryItemType": kind,
        "HistoryData": json.dumps(data),
    }
    return {**item, **more}


def test_changes_of_state_come_out_of_the_history(observe: Observe, write: Write) -> None:
    shortened = history(HistoryData='{"oldState": {"sta', HistorySummary="Alarm updated from ALARM to INSUFFICIENT_DATA")
    items = [history(), history("Action"), shortened, history("ConfigurationUpdate"), history(Timestamp="never")]

    seen = observe(write("us-west-2/history.json", {"AlarmHistoryItems": items}))

    at = datetime(2026, 1, 5, 12, tzinfo=UTC)
    assert [item.transition for item in seen.rest] == [
        AlarmTransition("cpu-high", at, AlarmState.OK, AlarmState.ALARM, "crossed", "us-west-2"),
        AlarmTransition("cpu-high", at, AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA, "", "us-west-2"),
    ]
    assert [complaint.origin.position for complaint in seen.complaints] == [5]

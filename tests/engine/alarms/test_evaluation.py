"""An alarm's state follows from its latest periods as the CloudWatch user guide says."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.engine.alarms.evaluation import TREATMENTS, evaluate, range_length, refusal, treatments
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState, Mark
from trailhound.model.metric import Metric

SHARED = Path(os.environ.get("TRAILHOUND_SHARED", Path(__file__).parents[4] / "shared"))
VECTORS = SHARED / "conformance" / "alarms.jsonl"


def alarm_of(config: dict[str, Any]) -> Alarm:
    """Make an alarm out of what PutMetricAlarm takes."""
    statistic = config.get("Statistic") or config.get("ExtendedStatistic") or "Average"
    is_plain = "MetricName" in config
    metric = (
        Metric(config["Namespace"], config["MetricName"], (), statistic, timedelta(seconds=config["Period"]))
        if is_plain
        else None
    )
    return Alarm(
        name=config["AlarmName"],
        kind=AlarmKind.METRIC if is_plain else AlarmKind.MATH,
        metric=metric,
        comparison=config["ComparisonOperator"],
        threshold=config.get("Threshold"),
        evaluation_periods=config["EvaluationPeriods"],
        datapoints_to_alarm=config.get("DatapointsToAlarm", config["EvaluationPeriods"]),
        treat_missing_data=config.get("TreatMissingData", "missing"),
        low_samples=config.get("EvaluateLowSampleCountPercentile", ""),
        document=config,
    )


def simple(treat: str = "missing", periods: int = 3, needed: int = 2, **more: Any) -> Alarm:
    """Make an alarm on "greater than 10"."""
    given_here = {"TreatMissingData": treat, "Threshold": 10.0, "ComparisonOperator": "GreaterThanThreshold", **more}
    config = {"AlarmName": "a", "Namespace": "Acme", "MetricName": "Latency", "Period": 60, **given_here}
    return alarm_of({**config, "EvaluationPeriods": periods, "DatapointsToAlarm": needed})


def vectors() -> Iterator[dict[str, Any]]:
    """Give the rows of the shared table that are about one evaluation, or one reason."""
    if VECTORS.is_file():
        for line in VECTORS.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def out_of_scope(row: dict[str, Any]) -> str:
    """Say why a row is not for this module; "" if it is."""
    if row["kind"] not in ("metric_alarm", "sequence"):
        return str(row["kind"])
    if "WarmUpConfiguration" in row["config"]:
        return "warm-up"
    return refusal(alarm_of(row["config"]))


def wrong_states(row: dict[str, Any]) -> list[str]:
    """Play a row and list the ticks that came out wrong."""
    alarm, previous = alarm_of(row["config"]), AlarmState(row["previous_state"])
    wrong = []
    for number, tick in enumerate(row.get("ticks", [row])):
        state = evaluate(alarm, tick["datapoints"], previous, samples=row.get("sample_counts", ())).state
        expected = tick["expect"]
        if state == expected.get("state_not") or state != expected.get("state", state):
            wrong.append(f"{row['id']} tick {number} ({row['feature']}): {state}, not {expected}")
        previous = AlarmState(tick.get("then_assume") or row.get("then_assume") or state)
    return wrong


def test_every_row_of_the_shared_table_that_is_in_scope_agrees(record_property: Callable[[str, object], None]) -> None:
    rows = list(vectors())
    if not rows:
        pytest.skip(f"no shared table at {VECTORS}")
    skipped = Counter(out_of_scope(row) for row in rows)
    played = [row for row in rows if not out_of_scope(row)]

    wrong = [line for row in played for line in wrong_states(row)]

    # Seen with -rP or in a JUnit report: how much of the table is not played, and why.
    record_property("played", len(played))
    record_property("out_of_scope", {why: count for why, count in skipped.items() if why})
    assert played
    assert wrong == []


def test_reasons_are_worded_as_aws_words_them() -> None:
    rows = [row for row in vectors() if row["kind"] == "state_reason" and is_reason_reproducible(row)]
    if not rows:
        pytest.skip(f"no shared table at {VECTORS}")

    said = {row["id"]: reason_of(row) for row in rows}

    assert said == {row["id"]: row["expect"] for row in rows}


def is_reason_reproducible(row: dict[str, Any]) -> bool:
    """Leave out dates that are placeholders, wordings no longer in use, and math."""
    return "MetricName" in row["config"] and all(at and at[:4].isdigit() for at, _ in row["evaluated"])


def reason_of(row: dict[str, Any]) -> str:
    """Lay the deciding points into a window of the alarm's length and evaluate it."""
    alarm = alarm_of(row["config"])
    points = sorted((datetime.fromisoformat(at), value) for at, value in row["evaluated"])
    assert alarm.metric is not None
    if not points:
        return evaluate(alarm, [None] * range_length(alarm), AlarmState.OK).reason
    # A lone breach among too few points alarms only once it is old: leave room behind it.
    behind = alarm.datapoints_to_alarm - 1 if len(points) == 1 else 0
    count = 1 + (points[-1][0] - points[0][0]) // alarm.metric.period + behind
    times = [points[0][0] + alarm.metric.period * i for i in range(count)]
    values = [dict(points).get(at) for at in times]
    return evaluate(alarm, values, AlarmState(row.get("previous_state", "OK")), times=times).reason


def test_the_short_wording_is_for_a_single_point_without_datapoints_to_alarm() -> None:
    config = {"AlarmName": "a", "Namespace": "Acme", "MetricName": "M", "Period": 10, "EvaluationPeriods": 1, "Threshold": 21.0}
    alarm = alarm_of({**config, "ComparisonOperator": "GreaterThanThreshold"})

    said = evaluate(alarm, [21.5], AlarmState.OK, times=[datetime(2026, 2, 26, 10, 14, tzinfo=UTC)]).reason

    assert said == "Threshold Crossed: 1 datapoint [21.5 (26/02/26 10:14:00)] was greater than the threshold (21.0)."


def test_only_the_newest_n_real_points_count() -> None:
    judged = evaluate(simple(), [99.0, 99.0, 1.0, 1.0, 1.0], AlarmState.ALARM)

    assert (judged.state, judged.marks, judged.breaching) == (AlarmState.OK, (Mark.GOOD,) * 3, 0)


def test_a_value_that_is_no_number_counts_as_missing() -> None:
    judged = evaluate(simple("breaching"), [float("nan")] * 5, AlarmState.OK)

    assert judged.state is AlarmState.ALARM
    assert judged.marks == (Mark.MISSING,) * 3


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (AlarmKind.MATH, "metric math is not evaluated here"),
        (AlarmKind.COMPOSITE, "composite alarms are not evaluated here"),
        (AlarmKind.OTHER, "this kind of alarm is not evaluated here"),
    ],
)
def test_other_kinds_keep_their_state_and_say_why(kind: AlarmKind, words: str) -> None:
    judged = evaluate(Alarm("a", kind), [1.0], AlarmState.ALARM)

    assert (judged.state, judged.is_evaluated, judged.reason) == (AlarmState.ALARM, False, words)


def test_each_treatment_says_what_silence_would_mean() -> None:
    assert treatments(simple(), AlarmState.OK) == (
        ("missing", AlarmState.INSUFFICIENT_DATA),
        ("ignore", AlarmState.OK),
        ("breaching", AlarmState.ALARM),
        ("notBreaching", AlarmState.OK),
    )


@settings(max_examples=60, deadline=None)
@given(
    window=st.lists(st.none() | st.floats(), max_size=12),
    treat=st.sampled_from(TREATMENTS),
    shape=st.integers(1, 5).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n))),
    previous=st.sampled_from(list(AlarmState)),
)
def test_no_values_break_it_and_a_second_look_changes_nothing(
    window: list[float | None], treat: str, shape: tuple[int, int], previous: AlarmState
) -> None:
    alarm = simple(treat, *shape)

    first = evaluate(alarm, window, previous)

    assert evaluate(alarm, window, first.state).state is first.state
    assert len(first.marks) == alarm.evaluation_periods
    assert first.reason

"""Reasons are AWS's sentences, singular and plural, filled and not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from trailhound.engine.alarms.reasons import Facts, describe
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState

AT = datetime(2026, 9, 14, 5, 51, 30, tzinfo=UTC)


def alarm(comparison: str = "GreaterThanThreshold", periods: int = 3, needed: int = 3) -> Alarm:
    """Make an alarm at 50."""
    return Alarm(
        "a", AlarmKind.METRIC, comparison=comparison, threshold=50.0, evaluation_periods=periods, datapoints_to_alarm=needed
    )


def test_filled_periods_are_named() -> None:
    said = describe(alarm(), Facts(AlarmState.ALARM, ((AT, 100.0, True), (AT, 100.0, True)), 1, "breaching"))

    assert said == (
        "Threshold Crossed: 2 out of the last 3 datapoints [100.0 (14/09/26 05:51:30), 100.0 (14/09/26 05:51:30)] were greater "
        "than the threshold (50.0) and 1 missing datapoint was treated as [Breaching] (minimum 3 datapoints for OK -> ALARM "
        "transition)."
    )


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        ("GreaterThanOrEqualToThreshold", "not greater than or equal to the threshold (50.0)"),
        ("LessThanThreshold", "not less than the threshold (50.0)"),
        ("LessThanOrEqualToThreshold", "not less than or equal to the threshold (50.0)"),
    ],
)
def test_each_comparison_has_its_words(comparison: str, words: str) -> None:
    assert words in describe(alarm(comparison), Facts(AlarmState.OK, ((AT, 1.0, False),), 0, "missing"))


@pytest.mark.parametrize(("periods", "words"), [(1, "1 datapoint was unknown."), (3, "3 datapoints were unknown.")])
def test_no_data_at_all(periods: int, words: str) -> None:
    said = describe(alarm(periods=periods, needed=1), Facts(AlarmState.INSUFFICIENT_DATA, (), 0, "missing"))

    assert said == f"Insufficient Data: {words}"


def test_a_state_that_is_kept_says_why() -> None:
    ignored = describe(alarm(), Facts(AlarmState.ALARM, (), 0, "ignore"))
    young = describe(alarm(), Facts(AlarmState.OK, ((AT, 100.0, True),), 0, "missing"))

    assert ignored == "No data for 3 periods: missing data is ignored, so the state stays."
    assert young == "Unchanged: 1 datapoint so far, too few and too young to change the state."

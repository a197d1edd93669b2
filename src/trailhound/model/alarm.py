"""CloudWatch alarms as AWS describes them."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from trailhound.model.metric import Metric


class AlarmState(enum.StrEnum):
    """The three states of an alarm, in AWS's words."""

    ALARM = "ALARM"
    INSUFFICIENT_DATA = "INSUFFICIENT_DATA"
    OK = "OK"


class AlarmKind(enum.StrEnum):
    """What an alarm watches. ``OTHER`` is a kind that is kept and shown but not evaluated here."""

    METRIC = "metric"
    MATH = "math"
    COMPOSITE = "composite"
    OTHER = "other"


class Mark(enum.StrEnum):
    """How one period counts for an alarm."""

    BREACHING = "breaching"
    GOOD = "good"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Alarm:
    """The settings of one alarm. ``document`` is the whole description as AWS printed it, unknown members included.

    ``evaluation_periods`` is N, ``datapoints_to_alarm`` is M. ``metric`` is None for every kind but ``METRIC``.
    """

    name: str
    kind: AlarmKind
    arn: str = ""
    account: str = ""
    region: str = ""
    description: str = ""
    metric: Metric | None = None
    comparison: str = ""
    threshold: float | None = None
    evaluation_periods: int = 1
    datapoints_to_alarm: int = 1
    treat_missing_data: str = "missing"
    low_samples: str = ""
    rule: str = ""
    is_actions_enabled: bool = True
    document: Mapping[str, Any] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True)
class AlarmTransition:
    """An alarm that went from one state to another. ``is_computed`` tells ours from those AWS recorded."""

    alarm: str
    at: datetime
    from_state: AlarmState | None
    to_state: AlarmState
    reason: str = ""
    region: str = ""
    account: str = ""
    is_computed: bool = False

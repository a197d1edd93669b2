"""What a source saw, when, and where it stood. Sources yield these and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from trailhound.model.alarm import Alarm, AlarmState, AlarmTransition
from trailhound.model.metric import Datapoint, Metric


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was read: a file, and a line or record number in it counted from 1 (0 = the whole file)."""

    path: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Records:
    """CloudTrail records as bytes, each one JSON object, and where the first of them stood.

    ``observed_at`` is when they arrived (the delivery time of a log file, the ingestion time of a log line), or None
    if nobody wrote that down; each record then counts as observed when it occurred.
    """

    records: tuple[bytes, ...]
    origin: Origin
    observed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MetricPoints:
    """Datapoints of one metric, in any order. ``unit`` is CloudWatch's word or ""."""

    metric: Metric
    points: tuple[Datapoint, ...]
    origin: Origin
    unit: str = ""


@dataclass(frozen=True, slots=True)
class AlarmDescribed:
    """An alarm with the state AWS gave it, and since when. ``described_at`` is None if the file does not say."""

    alarm: Alarm
    state: AlarmState
    reason: str
    since_at: datetime | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class AlarmChanged:
    """One state change out of the alarm history."""

    transition: AlarmTransition
    origin: Origin


@dataclass(frozen=True, slots=True)
class LogLines:
    """Lines of one log group, oldest first as the file has them: (when, stream, message)."""

    group: str
    lines: tuple[tuple[datetime, str, str], ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class MetricFilterDescribed:
    """A metric filter: a pattern over a log group that feeds a metric."""

    name: str
    group: str
    pattern: str
    metrics: tuple[tuple[str, str], ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class ConfigItem:
    """One configuration item of AWS Config with its relationships, as (type, id, name of the relation)."""

    resource_type: str
    resource_id: str
    name: str
    arn: str
    captured_at: datetime | None
    related: tuple[tuple[str, str, str], ...]
    origin: Origin
    document: Mapping[str, Any] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something that could not be read, with the reason in words a person can act on."""

    origin: Origin
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a source has read: bytes done of all bytes, and what it reads now."""

    done: int
    total: int
    path: str


Observation = (
    Records
    | MetricPoints
    | AlarmDescribed
    | AlarmChanged
    | LogLines
    | MetricFilterDescribed
    | ConfigItem
    | NotUnderstood
    | Progress
)

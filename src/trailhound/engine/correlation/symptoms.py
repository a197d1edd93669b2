"""What a metric's move looks like, and which deeds can bring that about."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping

from trailhound.engine.correlation.change_point import Direction
from trailhound.engine.correlation.deeds import Does
from trailhound.model.metric import Metric


class Symptom(enum.StrEnum):
    """How a resource ails. The value reads after "why"."""

    FAILING = "things fail"
    SLOW = "things take longer"
    BUSY = "more is being worked on"
    FLOOD = "more comes in"
    EGRESS = "more goes out"
    STARVED = "there is too little capacity"
    SILENT = "less happens"
    COST = "more is spent"
    CALLS = "an API is called more often"
    OTHER = "something moved"


_BY_NAME: tuple[tuple[Symptom, str], ...] = (
    (Symptom.COST, r"EstimatedCharges"),
    (Symptom.CALLS, r"^CallCount$"),
    (Symptom.STARVED, r"Throttl|Exceeded|RejectedConnection|SurgeQueue|Evictions|ErrorPortAllocation|PercentIOLimit"),
    (Symptom.EGRESS, r"NetworkOut|NetworkPacketsOut|BytesDownloaded|BytesOut|BytesSent|TransmitThroughput|GetRequests"),
    (Symptom.FLOOD, r"NetworkIn|NetworkPacketsIn|RequestCount|AllRequests|^Count$|Invocations|Incoming|NumberOfMessagesSent"),
    (Symptom.FLOOD, r"NewConnection|ActiveFlow|BytesUploaded|BytesIn"),
    (Symptom.SLOW, r"Latency|Duration|ResponseTime|ReplicaLag|ReplicationLag|IteratorAge|AgeOfOldest|ExecutionTime"),
    (Symptom.SLOW, r"QueueLength|MessagesVisible|DataFreshness|DiskQueue"),
    (Symptom.FAILING, r"Error|5[xX]{2}|4[xX]{2}|Fail|UnHealthy|StatusCheck|Reset|Drop|Fault|Rejected|Blackhole|Blocked|red$"),
    (Symptom.BUSY, r"CPU|Memory|Load|Utilization|ConcurrentExecutions|Connections|ReadIOPS|WriteIOPS|Consumed|Pressure"),
)
_COMPILED = tuple((symptom, re.compile(pattern)) for symptom, pattern in _BY_NAME)
_GOOD_WHEN_HIGH = re.compile(r"(?<!Un)Healthy|Success|CacheHit|Free|CreditBalance|BurstBalance|DaysToExpiry|Available")


def symptom_of(metric: Metric, direction: Direction) -> Symptom:
    """Say what a move of a metric looks like; what falls, or is good when high and falls, is ``SILENT``."""
    if direction is Direction.DOWN:
        return Symptom.SILENT
    if _GOOD_WHEN_HIGH.search(metric.name):
        return Symptom.OTHER
    return next((symptom for symptom, pattern in _COMPILED if pattern.search(metric.name)), Symptom.OTHER)


def weight(does: Does, symptom: Symptom) -> float:
    """How well a deed fits a symptom: 2 if it is what brings this about, -2 if it works the other way."""
    return _FITS.get(does, {}).get(symptom, _USUAL.get(does, 0.0))


_USUAL: Mapping[Does, float] = {
    Does.DESTRUCTIVE: 1.5,
    Does.RESTRICTIVE: 1.0,
    Does.PERMISSIVE: -0.5,
    Does.LESS: 1.5,
    Does.MORE: -1.5,
    Does.CAPACITY: 1.0,
    Does.CODE: 1.5,
    Does.CONFIG: 1.0,
    Does.COMMAND: 1.0,
    Does.SESSION: 0.0,
    Does.START: 0.5,
    Does.USE: -1.0,
    Does.NEUTRAL: -4.0,
    Does.READ: -3.0,
}
_FITS: Mapping[Does, Mapping[Symptom, float]] = {
    Does.DESTRUCTIVE: {Symptom.FAILING: 2.0, Symptom.SILENT: 2.0, Symptom.FLOOD: -1.0, Symptom.EGRESS: -1.0, Symptom.COST: -1.5},
    Does.RESTRICTIVE: {
        Symptom.FAILING: 2.0,
        Symptom.SILENT: 2.0,
        Symptom.BUSY: 0.0,
        Symptom.FLOOD: -2.0,
        Symptom.EGRESS: -2.0,
        Symptom.COST: -1.5,
    },
    Does.PERMISSIVE: {
        Symptom.FAILING: -2.0,
        Symptom.SILENT: -2.0,
        Symptom.SLOW: -1.5,
        Symptom.FLOOD: 2.0,
        Symptom.EGRESS: 1.5,
        Symptom.STARVED: -1.5,
    },
    Does.LESS: {Symptom.SLOW: 2.0, Symptom.BUSY: 2.0, Symptom.STARVED: 2.0, Symptom.SILENT: 2.0, Symptom.FLOOD: -1.5,
                Symptom.EGRESS: -1.5, Symptom.COST: -2.0},
    Does.MORE: {Symptom.FAILING: -2.0, Symptom.SLOW: -2.0, Symptom.BUSY: -2.0, Symptom.STARVED: -2.0, Symptom.SILENT: -2.0,
                Symptom.COST: 2.0, Symptom.FLOOD: 0.0},
    Does.CODE: {Symptom.FAILING: 2.0, Symptom.CALLS: 2.0, Symptom.FLOOD: 0.5, Symptom.EGRESS: 0.5, Symptom.COST: 0.5},
    Does.COMMAND: {Symptom.BUSY: 2.0, Symptom.SLOW: 1.5, Symptom.EGRESS: 1.5, Symptom.FAILING: 0.5, Symptom.SILENT: 0.5},
    Does.SESSION: {Symptom.BUSY: 0.5, Symptom.EGRESS: 0.5},
    Does.START: {Symptom.COST: 2.0, Symptom.BUSY: 1.0, Symptom.CALLS: 1.0, Symptom.SILENT: -1.0, Symptom.FAILING: -0.5},
    Does.USE: {Symptom.CALLS: 1.0, Symptom.FLOOD: 0.5, Symptom.EGRESS: 0.5, Symptom.COST: 0.0},
    Does.READ: {Symptom.EGRESS: 1.5, Symptom.CALLS: 1.5, Symptom.BUSY: 0.0, Symptom.STARVED: 0.0, Symptom.FLOOD: 0.0},
}  # fmt: skip

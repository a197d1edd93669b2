"""Alarms: their states worked out from the metrics, written as AWS describes and records them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from tools.sample_data.metrics import Line
from tools.sample_data.trail import write_json

SETTLING = timedelta(minutes=1)
"""How long a period has been over when it is first judged, as in AWS's own histories."""

COMPARISONS: Mapping[str, tuple[str, Callable[[float, float], bool]]] = {
    "GreaterThanThreshold": ("greater than", lambda value, threshold: value > threshold),
    "GreaterThanOrEqualToThreshold": ("greater than or equal to", lambda value, threshold: value >= threshold),
    "LessThanThreshold": ("less than", lambda value, threshold: value < threshold),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state with the reason AWS would give for it, and when it began."""

    state: str
    reason: str
    data: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """A metric alarm: ``m`` of ``n`` periods beyond the threshold. ``phase`` is when in the minute AWS evaluates it."""

    name: str
    line: Line
    threshold: float
    n: int
    m: int
    started: tuple[str, datetime]
    phase: timedelta
    comparison: str = "GreaterThanThreshold"
    missing: str = "missing"
    description: str = ""
    configured_at: datetime | None = None

    def breaches(self, value: float) -> bool:
        """Say whether a value lies on the bad side of the threshold."""
        return COMPARISONS[self.comparison][1](value, self.threshold)


@dataclass
class Board:
    """The alarms of one account, and what they went through in the window."""

    account: str
    topic: str
    watches: list[Watch] = field(default_factory=list)
    composites: list[dict[str, Any]] = field(default_factory=list)

    def write(self, folder: Path, end_at: datetime) -> None:
        """Write describe-alarms and describe-alarm-history for each Region."""
        regions: dict[str, list[Watch]] = defaultdict(list)
        for watch in self.watches:
            regions[watch.line.region].append(watch)
        for region, watches in sorted(regions.items()):
            histories = [history(watch, end_at) for watch in watches]
            described = [self._describe(watch, verdicts[-1]) for watch, verdicts in zip(watches, histories, strict=True)]
            composites = [row for row in self.composites if f":{region}:" in row["AlarmArn"]]
            items = [item for watch, verdicts in zip(watches, histories, strict=True) for item in self._items(watch, verdicts)]
            items.sort(key=lambda item: (item["Timestamp"], item["AlarmName"]), reverse=True)
            place = folder / "cloudwatch" / region
            write_json(place / "describe-alarms.json", {"CompositeAlarms": composites, "MetricAlarms": described})
            write_json(place / "describe-alarm-history.json", {"AlarmHistoryItems": items})

    def composite(self, region: str, name: str, rule: str, since_at: datetime, description: str) -> None:
        """Add an alarm over other alarms that stays OK."""
        arn = f"arn:aws:cloudwatch:{region}:{self.account}:alarm:{name}"
        self.composites.append(
            {
                "ActionsEnabled": True,
                "AlarmActions": [f"arn:aws:sns:{region}:{self.account}:{self.topic}"],
                "AlarmArn": arn,
                "AlarmConfigurationUpdatedTimestamp": since_at.isoformat(),
                "AlarmDescription": description,
                "AlarmName": name,
                "AlarmRule": rule,
                "InsufficientDataActions": [],
                "OKActions": [],
                "StateReason": f"{arn} was created and its alarm rule evaluates to OK",
                "StateReasonData": json.dumps({"triggeringAlarms": []}),
                "StateUpdatedTimestamp": since_at.isoformat(),
                "StateValue": "OK",
                "StateTransitionedTimestamp": since_at.isoformat(),
            }
        )

    def _describe(self, watch: Watch, verdict: Verdict) -> dict[str, Any]:
        line = watch.line
        topic = f"arn:aws:sns:{line.region}:{self.account}:{self.topic}"
        statistic = "ExtendedStatistic" if line.statistic.startswith("p") else "Statistic"
        return {
            "AlarmName": watch.name,
            "AlarmArn": f"arn:aws:cloudwatch:{line.region}:{self.account}:alarm:{watch.name}",
            "AlarmDescription": watch.description,
            "AlarmConfigurationUpdatedTimestamp": (watch.configured_at or watch.started[1] - timedelta(days=2)).isoformat(),
            "ActionsEnabled": True,
            "OKActions": [],
            "AlarmActions": [topic],
            "InsufficientDataActions": [],
            "StateValue": verdict.state,
            "StateReason": verdict.reason,
            "StateReasonData": json.dumps(verdict.data),
            "StateUpdatedTimestamp": verdict.at.isoformat(),
            "MetricName": line.name,
            "Namespace": line.namespace,
            statistic: line.statistic,
            "Dimensions": [{"Name": name, "Value": value} for name, value in line.dimensions],
            "Period": line.period,
            "EvaluationPeriods": watch.n,
            "DatapointsToAlarm": watch.m,
            "Threshold": watch.threshold,
            "ComparisonOperator": watch.comparison,
            "TreatMissingData": watch.missing,
            "StateTransitionedTimestamp": verdict.at.isoformat(),
        }

    def _items(self, watch: Watch, verdicts: Sequence[Verdict]) -> list[dict[str, Any]]:
        items = []
        for old, new in pairwise(verdicts):
            data = {"version": "1.0", "oldState": _state(old), "newState": _state(new)}
            items.append(_item(watch.name, new.at, "StateUpdate", f"Alarm updated from {old.state} to {new.state}", data))
            if new.state == "ALARM":
                topic = f"arn:aws:sns:{watch.line.region}:{self.account}:{self.topic}"
                act = {
                    "actionState": "Succeeded",
                    "stateUpdateTimestamp": int(new.at.timestamp() * 1000),
                    "notificationResource": topic,
                    "publishedMessage": None,
                    "error": None,
                }
                later = new.at + timedelta(milliseconds=180)
                items.append(_item(watch.name, later, "Action", f"Successfully executed action {topic}", act))
        return items


def _state(verdict: Verdict) -> dict[str, Any]:
    state: dict[str, Any] = {"stateValue": verdict.state, "stateReason": verdict.reason}
    return state | ({"stateReasonData": verdict.data} if verdict.data else {})


def _item(name: str, at: datetime, kind: str, summary: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "AlarmName": name,
        "AlarmType": "MetricAlarm",
        "Timestamp": at.isoformat(),
        "HistoryItemType": kind,
        "HistorySummary": summary,
        "HistoryData": json.dumps(data),
    }


def history(watch: Watch, end_at: datetime) -> list[Verdict]:
    """Give the state before the window and every change in it, oldest first.

    AWS looks every minute, at periods that have been over for a minute. The first look comes when the whole evaluation
    range (two periods more than N) lies inside the window.
    """
    state, since_at = watch.started
    verdicts = [Verdict(state, _older_reason(watch, state), {}, since_at)]
    over_at = watch.line.start_at + watch.line.length * (watch.n + 2)
    while over_at + SETTLING + watch.phase <= end_at:
        verdict = evaluate(watch, over_at, verdicts[-1].state)
        if verdict.state != verdicts[-1].state:
            verdicts.append(verdict)
        over_at += watch.line.length
    return verdicts


def evaluate(watch: Watch, over_at: datetime, before: str) -> Verdict:
    """Decide the state from the periods that were over at a moment; missing data counts only when too few points are there."""
    span = [over_at - watch.line.length * back for back in range(1, watch.n + 3)]
    real = [(moment, value) for moment in span if (value := watch.line.value_at(moment)) is not None][: watch.n]
    breaching = sum(watch.breaches(value) for _, value in real)
    gaps = watch.n - len(real)
    if gaps and watch.missing == "breaching":
        breaching += gaps
    if gaps and not real and watch.missing in ("missing", "ignore"):
        state = "INSUFFICIENT_DATA" if watch.missing == "missing" else before
    else:
        state = "ALARM" if breaching >= watch.m else "OK"
    deciding = watch.m if state != "OK" else watch.n - watch.m + 1
    return _verdict(watch, state, over_at + SETTLING + watch.phase, real, gaps, deciding)


def _verdict(watch: Watch, state: str, at: datetime, real: Sequence[tuple[datetime, float]], gaps: int, deciding: int) -> Verdict:
    matching = [(moment, value) for moment, value in real if watch.breaches(value) == (state == "ALARM")][: watch.n]
    if state == "INSUFFICIENT_DATA":
        unknown = "1 datapoint was unknown." if watch.n == 1 else f"{watch.n} datapoints were unknown."
        return Verdict(state, f"Insufficient Data: {unknown}", _reason_data(watch, at, real, []), at)
    if not matching:
        periods = f"{gaps} period{'' if gaps == 1 else 's'}"
        points = f"{gaps} missing datapoint{' was' if gaps == 1 else 's were'}"
        word = "NonBreaching" if watch.missing == "notBreaching" else "Breaching"
        text = f"Threshold Crossed: no datapoints were received for {periods} and {points} treated as [{word}]."
        return Verdict(state, text, _reason_data(watch, at, real, []), at)
    listed = ", ".join(f"{value} ({moment:%d/%m/%y %H:%M:%S})" for moment, value in matching)
    negation = "" if state == "ALARM" else " not"
    verb = ("was" if len(matching) == 1 else "were") + negation
    way = "OK -> ALARM" if state == "ALARM" else "ALARM -> OK"
    least = f"minimum {deciding} datapoint{'' if deciding == 1 else 's'} for {way} transition"
    words = COMPARISONS[watch.comparison][0]
    text = (
        f"Threshold Crossed: {len(matching)} out of the last {watch.n} datapoints [{listed}] {verb} {words} "
        f"the threshold ({float(watch.threshold)}) ({least})."
    )
    return Verdict(state, text, _reason_data(watch, at, real, matching[:deciding]), at)


def _reason_data(
    watch: Watch, at: datetime, real: Sequence[tuple[datetime, float]], deciding: Sequence[tuple[datetime, float]]
) -> dict[str, Any]:
    data: dict[str, Any] = {"version": "1.0", "queryDate": _inner(at)}
    if real:
        data["startDate"] = _inner(real[-1][0])
    data["statistic"] = watch.line.statistic
    data["period"] = watch.line.period
    data["recentDatapoints"] = [value for _, value in reversed(real)]
    data["threshold"] = float(watch.threshold)
    data["evaluatedDatapoints"] = [{"timestamp": _inner(moment), "value": value} for moment, value in deciding]
    return data


def _inner(at: datetime) -> str:
    """Write a moment as it stands inside StateReasonData: milliseconds, and an offset without a colon."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}+0000"


def _older_reason(watch: Watch, state: str) -> str:
    if state == "INSUFFICIENT_DATA":
        return f"Insufficient Data: {watch.n} datapoints were unknown."
    return (
        f"Threshold Crossed: {watch.n} datapoints were not {COMPARISONS[watch.comparison][0]} the threshold ({watch.threshold})."
    )

"""Alarms and their history as the AWS command line prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import msgspec

from trailhound.cloudtrail.moment import read_moment
from trailhound.cloudtrail.odd import inner, text_of
from trailhound.model.alarm import Alarm, AlarmKind, AlarmState, AlarmTransition
from trailhound.model.metric import Metric
from trailhound.model.observation import AlarmChanged, AlarmDescribed, Observation
from trailhound.sources.files.metric_files import is_number, period_of, read_dimensions
from trailhound.sources.files.place import Place

_STATES: Mapping[str, AlarmState] = {state.value: state for state in AlarmState}


def read_alarms(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read what ``aws cloudwatch describe-alarms`` prints; lists of a kind unknown today are kept as ``OTHER``."""
    position = 0
    for name, raw in members.items():
        listed = msgspec.json.decode(raw) if name.endswith("Alarms") else None
        for document in listed if isinstance(listed, list) else []:
            position += 1
            if not isinstance(document, dict) or not text_of(document.get("AlarmName")):
                yield place.at(position).not_understood(f"an entry of {name} without AlarmName")
                continue
            yield _described(document, name, place.at(position))


def _described(document: dict[str, Any], listed_as: str, place: Place) -> AlarmDescribed:
    state = _STATES.get(text_of(document.get("StateValue")), AlarmState.INSUFFICIENT_DATA)
    since = read_moment(document.get("StateTransitionedTimestamp")) or read_moment(document.get("StateUpdatedTimestamp"))
    return AlarmDescribed(
        read_alarm(document, listed_as, place.region), state, text_of(document.get("StateReason")), since, place.origin
    )


def read_alarm(document: Mapping[str, Any], listed_as: str, region: str = "") -> Alarm:
    """Read the settings of one alarm; ``listed_as`` is the list it stood in (``MetricAlarms``)."""
    account, own_region = _owner(text_of(document.get("AlarmArn")))
    kind = _kind(document, listed_as)
    periods = _count(document.get("EvaluationPeriods"), 1)
    threshold = document.get("Threshold")
    return Alarm(
        name=text_of(document.get("AlarmName")),
        kind=kind,
        arn=text_of(document.get("AlarmArn")),
        account=account,
        region=own_region or region,
        description=text_of(document.get("AlarmDescription")),
        metric=_metric(document, own_region or region) if kind is AlarmKind.METRIC else None,
        comparison=text_of(document.get("ComparisonOperator")),
        threshold=float(threshold) if isinstance(threshold, int | float) and is_number(threshold) else None,
        evaluation_periods=periods,
        datapoints_to_alarm=_count(document.get("DatapointsToAlarm"), periods),
        treat_missing_data=text_of(document.get("TreatMissingData")) or "missing",
        low_samples=text_of(document.get("EvaluateLowSampleCountPercentile")),
        rule=text_of(document.get("AlarmRule")),
        is_actions_enabled=document.get("ActionsEnabled") is not False,
        document=document,
    )


def read_history(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read what ``aws cloudwatch describe-alarm-history`` prints: its changes of state; actions and edits are left out."""
    items = msgspec.json.decode(members["AlarmHistoryItems"])
    for position, item in enumerate(items if isinstance(items, list) else [], 1):
        if not isinstance(item, dict):
            yield place.at(position).not_understood("a history item that is no object")
        elif item.get("HistoryItemType") == "StateUpdate":
            transition = _transition(item, place.region)
            if transition is None:
                yield place.at(position).not_understood("a change of state without alarm, time or new state")
            else:
                yield AlarmChanged(transition, place.at(position).origin)


def _transition(item: Mapping[str, Any], region: str) -> AlarmTransition | None:
    data = _history_data(item.get("HistoryData"))
    before, after = inner(data, "oldState"), inner(data, "newState")
    # "Alarm updated from OK to ALARM": enough where the data was cut out or shortened.
    words = text_of(item.get("HistorySummary")).split()
    old = text_of(before.get("stateValue")) or _word_after(words, "from")
    new = text_of(after.get("stateValue")) or _word_after(words, "to")
    name, at = text_of(item.get("AlarmName")), read_moment(item.get("Timestamp"))
    if new not in _STATES or at is None or not name:
        return None
    account, own_region = _owner(text_of(item.get("AlarmArn")))
    return AlarmTransition(
        name, at, _STATES.get(old), _STATES[new], text_of(after.get("stateReason")), own_region or region, account
    )


def _history_data(value: object) -> Mapping[str, Any]:
    """Open the JSON text in an item; AWS cuts long ones, which then are no JSON any more."""
    if not isinstance(value, str):
        return value if isinstance(value, dict) else {}
    try:
        opened = msgspec.json.decode(value)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return {}
    return opened if isinstance(opened, dict) else {}


def _word_after(words: list[str], mark: str) -> str:
    return next((words[index + 1].rstrip(".") for index, word in enumerate(words[:-1]) if word == mark), "")


def _kind(document: Mapping[str, Any], listed_as: str) -> AlarmKind:
    if listed_as == "CompositeAlarms":
        return AlarmKind.COMPOSITE
    if listed_as == "MetricAlarms":
        if document.get("MetricName"):
            return AlarmKind.METRIC
        return AlarmKind.MATH if document.get("Metrics") else AlarmKind.OTHER
    return AlarmKind.OTHER


def _metric(document: Mapping[str, Any], region: str) -> Metric:
    return Metric(
        namespace=text_of(document.get("Namespace")),
        name=text_of(document.get("MetricName")),
        dimensions=read_dimensions(document.get("Dimensions")),
        statistic=text_of(document.get("Statistic")) or text_of(document.get("ExtendedStatistic")) or "Average",
        period=period_of(document.get("Period")) or timedelta(minutes=1),
        region=region,
    )


def _owner(arn: str) -> tuple[str, str]:
    parts = arn.split(":")
    return (parts[4], parts[3]) if len(parts) > 5 and parts[0] == "arn" else ("", "")


def _count(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else otherwise

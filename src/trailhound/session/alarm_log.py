"""What AWS said about alarms: their settings, and in which state they were at a moment."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from datetime import datetime

from trailhound.model.alarm import Alarm, AlarmKind, AlarmState, AlarmTransition
from trailhound.model.observation import AlarmDescribed, Origin

AlarmKey = tuple[str, str, str]
"""Name, Region and account: names alone are not unique."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The state of an alarm at a moment, as AWS recorded it. ``since_at`` is None if the change is not in what is loaded."""

    state: AlarmState
    since_at: datetime | None
    reason: str


class AlarmLog:
    """All alarms and their recorded changes. What is read does not depend on the order in which they came."""

    def __init__(self) -> None:
        self._described: dict[AlarmKey, AlarmDescribed] = {}
        self._changes: set[AlarmTransition] = set()
        self._by_key: dict[AlarmKey, list[AlarmTransition]] = {}
        self._ordered: list[AlarmTransition] = []
        self._is_settled = True

    def describe(self, described: AlarmDescribed) -> None:
        """Take the description of an alarm; of several of the same alarm the one with the newest state stays."""
        key = key_of(described.alarm)
        have = self._described.get(key)
        if have is None or _freshness(described) > _freshness(have):
            self._described[key] = described
        self._is_settled = False

    def change(self, transition: AlarmTransition) -> None:
        """Take one recorded change of state."""
        self._changes.add(transition)
        self._is_settled = False

    def alarms(self) -> list[Alarm]:
        """All alarms by name; one that only its history tells of comes without settings."""
        self._settle()
        return [described.alarm for _, described in sorted(self._described.items())]

    def described(self, alarm: Alarm) -> AlarmDescribed | None:
        """Give what ``describe-alarms`` said about an alarm."""
        self._settle()
        return self._described.get(key_of(alarm))

    def transitions(self, alarm: Alarm) -> list[AlarmTransition]:
        """All recorded changes of one alarm, oldest first."""
        self._settle()
        return self._by_key.get(key_of(alarm), [])

    def all_transitions(self) -> list[AlarmTransition]:
        """All recorded changes of all alarms, oldest first."""
        self._settle()
        return self._ordered

    def state(self, alarm: Alarm, as_of: datetime) -> Recorded | None:
        """Give the recorded state at a moment; None if nothing tells it.

        Before the first recorded change an alarm was in the state that change began from.
        """
        known = self.transitions(alarm)
        index = bisect.bisect_right(known, as_of, key=lambda transition: transition.at)
        if index:
            return Recorded(known[index - 1].to_state, known[index - 1].at, known[index - 1].reason)
        if known and known[0].from_state is not None:
            return Recorded(known[0].from_state, None, "")
        described = self._described.get(key_of(alarm))
        if described is None or known or (described.since_at is not None and described.since_at > as_of):
            return None
        return Recorded(described.state, described.since_at, described.reason)

    def described_since(self) -> list[datetime]:
        """When the described states began, as far as that is said, oldest first."""
        self._settle()
        return sorted(described.since_at for described in self._described.values() if described.since_at is not None)

    def _settle(self) -> None:
        if self._is_settled:
            return
        self._is_settled = True
        for transition in self._changes:
            if self._home(transition) is None:
                alarm = Alarm(transition.alarm, AlarmKind.OTHER, account=transition.account, region=transition.region)
                self._described[key_of(alarm)] = _only_history(alarm, transition)
        by_key: dict[AlarmKey, dict[tuple[datetime, AlarmState], AlarmTransition]] = {}
        for transition in sorted(self._changes, key=_order):
            key = self._home(transition)
            if key is not None:
                by_key.setdefault(key, {}).setdefault((transition.at, transition.to_state), transition)
        self._by_key = {key: self._with_described(key, list(found.values())) for key, found in by_key.items()}
        self._ordered = sorted((t for found in self._by_key.values() for t in found), key=_order)

    def _home(self, transition: AlarmTransition) -> AlarmKey | None:
        exact = (transition.alarm, transition.region, transition.account)
        if exact in self._described:
            return exact
        for key in sorted(self._described):
            name, region, account = key
            is_region = not region or not transition.region or region == transition.region
            is_account = not account or not transition.account or account == transition.account
            if name == transition.alarm and is_region and is_account:
                return key
        return None

    def _with_described(self, key: AlarmKey, known: list[AlarmTransition]) -> list[AlarmTransition]:
        """Add the state of ``describe-alarms`` as a change if it is newer than the whole history."""
        described, last = self._described[key], known[-1]
        since_at = described.since_at
        if since_at is None or since_at <= last.at or described.state is last.to_state:
            return known
        name, region, account = key
        return [*known, AlarmTransition(name, since_at, last.to_state, described.state, described.reason, region, account)]


def key_of(alarm: Alarm) -> AlarmKey:
    """Give what tells an alarm from all others."""
    return (alarm.name, alarm.region, alarm.account)


def _freshness(described: AlarmDescribed) -> tuple[bool, float, str, str]:
    since = described.since_at.timestamp() if described.since_at else 0.0
    return (described.since_at is not None, since, described.origin.path, described.state.value)


def _order(transition: AlarmTransition) -> tuple[datetime, str, str, str, str, str, str]:
    return (
        transition.at,
        transition.alarm,
        transition.region,
        transition.account,
        transition.to_state.value,
        transition.from_state.value if transition.from_state else "",
        transition.reason,
    )


def _only_history(alarm: Alarm, transition: AlarmTransition) -> AlarmDescribed:
    return AlarmDescribed(alarm, transition.to_state, transition.reason, None, Origin("alarm history"))

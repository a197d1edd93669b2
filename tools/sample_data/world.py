"""One account in one Region over the window: the short way for a story to make calls in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tools.sample_data.callers import Caller, Role, role_session
from tools.sample_data.dice import Dice
from tools.sample_data.trail import Trail

Errand = Sequence[tuple[float, str, Mapping[str, Any] | None]]
"""Calls of one sitting: (seconds after its start, "service:Operation", request) each."""


@dataclass
class World:
    """Where calls land unless they say otherwise. ``fleet`` are the instances that run all the time."""

    trail: Trail
    dice: Dice
    account: str
    region: str
    start_at: datetime
    end_at: datetime
    roles: dict[str, Role] = field(default_factory=dict)
    fleet: tuple[str, ...] = ()

    def call(
        self,
        at: datetime,
        caller: Caller,
        name: str,
        request: Mapping[str, Any] | None = None,
        *,
        region: str = "",
        response: Mapping[str, Any] | None = None,
        error: tuple[str, str] | None = None,
        lag: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Add one call in this account; see ``Trail.call``. ``region`` is for services that live elsewhere."""
        place = region or self.region
        return self.trail.call(
            at, caller, name, request, account=self.account, region=place, response=response, error=error, lag=lag, extra=extra
        )

    def errand(self, start_at: datetime, caller: Caller, calls: Errand) -> None:
        """Add the calls of one sitting."""
        for after, name, request in calls:
            self.call(start_at + timedelta(seconds=after), caller, name, request)

    def role(self, name: str, path: str = "") -> Role:
        """Give a role of this account; the same name is the same role."""
        if name not in self.roles:
            self.roles[name] = Role(self.account, name, self.dice.key("AROA"), path)
        return self.roles[name]

    def service_session(self, role: str, session: str, host: str, path: str = "") -> Caller:
        """Give a service of AWS that works inside one of this account's roles."""
        started_at = self.start_at - timedelta(minutes=self.dice.whole(5, 50))
        identity = role_session(self.role(role, path), session, self.dice.key("ASIA"), started_at, invoked_by=host)
        return Caller(identity, host, host)

    def arn(self, service: str, rest: str) -> str:
        """Name a resource of this account and Region."""
        return f"arn:aws:{service}:{self.region}:{self.account}:{rest}"

    def assumed(self, role: Role, session: str, key: str, at: datetime, hours: int = 1) -> dict[str, Any]:
        """Give what STS answers: the key it issued and the session it is for."""
        credentials = {
            "accessKeyId": key,
            "sessionToken": "IQoJb3JpZ2luX2VjEXAMPLE" + self.dice.hexes(16),
            "expiration": (at + timedelta(hours=hours)).strftime("%b %d, %Y, %I:%M:%S %p").replace(" 0", " "),
        }
        return {
            "credentials": credentials,
            "assumedRoleUser": {"assumedRoleId": f"{role.id}:{session}", "arn": role.session_arn(session)},
        }

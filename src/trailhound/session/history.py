"""What callers had done before: how often, and from where."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trailhound.engine.correlation.call import Call
from trailhound.session.moments import micros
from trailhound.session.queries import exact
from trailhound.store.store import Store

MOST_ADDRESSES = 500


class History:
    """What was known of callers at a moment, all of it older than that moment."""

    def __init__(self, store: Store, until: datetime) -> None:
        self._store = store
        self._until_us = micros(until)
        self._habits = store.habits(self._until_us)

    def counts(self, calls: Iterable[Call]) -> dict[tuple[str, str], int]:
        """Count how often each caller of some calls had made the same call before."""
        pairs = {(call.event.identity.name, call.event.name) for call in calls}
        return {(who, name): self._habits.count(who, name) for who, name in sorted(pairs)}

    def addresses(self, calls: Iterable[Call]) -> dict[str, frozenset[str]]:
        """Give the addresses each caller of some calls had used before."""
        before = self._store.cut(self._until_us).ordered
        found: dict[str, frozenset[str]] = {}
        for who in sorted({call.event.identity.name for call in calls}):
            rows = before[self._store.select(exact("user", who))[before]] if who else before[:0]
            found[who] = frozenset(counted.value for counted in self._store.top("ip", rows, MOST_ADDRESSES))
        return found

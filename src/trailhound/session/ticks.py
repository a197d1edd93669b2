"""The calls that belong on the time axis of a metric: changes that name what is measured, and the culprit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

import numpy as np

from trailhound.model.metric import Metric
from trailhound.session.gauges import Gauge
from trailhound.session.moments import micros, moment
from trailhound.session.queries import changes_of
from trailhound.session.views import Tick
from trailhound.store.growable import Rows
from trailhound.store.store import Store

MOST_TICKS = 60


class TickFinder:
    """Finds ticks. Which calls name a resource is looked up once and kept until more is loaded."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[str, Rows] = {}

    def forget(self) -> None:
        """Drop what was looked up: more was loaded."""
        self._rows.clear()

    def naming(self, name: str) -> Rows:
        """Give all successful changes whose record names a resource, oldest first."""
        if name not in self._rows:
            rows = np.array(self._find(name), np.int32)
            self._rows[name] = rows[np.argsort(self._store.occurred[rows], kind="stable")]
        return self._rows[name]

    def _find(self, name: str) -> list[int]:
        """Look for the name as a whole, or as a whole part of an ARN or a path: "web" is not in "web-2"."""
        if not name:
            return []
        whole = re.compile(rf"(?:^|[/:\n]){re.escape(name)}(?:$|[/:\n])")
        likely = np.flatnonzero(self._store.select(changes_of(name))).tolist()
        named = (f"{self._store.text('target', row)}\n{self._store.text('targets', row)}" for row in likely)
        return [row for row, names in zip(likely, named, strict=True) if whole.search(names)]

    def ticks(
        self, gauge: Gauge, start_at: datetime, as_of: datetime, culprits: Mapping[Metric, frozenset[int]]
    ) -> tuple[Tick, ...]:
        """Give the newest ticks of a stretch of a metric, as known at its end, oldest first."""
        store, culprit_rows = self._store, culprits.get(gauge.metric, frozenset())
        rows = self.naming(gauge.metric.subject)
        if culprit_rows:
            rows = np.union1d(rows, np.array(sorted(culprit_rows), np.int32)).astype(np.int32)
            rows = rows[np.argsort(store.occurred[rows], kind="stable")]
        occurred = store.occurred[rows]
        is_seen = (occurred >= micros(start_at)) & (occurred <= micros(as_of)) & (store.observed[rows] <= micros(as_of))
        shown = rows[is_seen].tolist()
        kept = [row for row in shown if row in culprit_rows][:MOST_TICKS]
        others = [row for row in shown if row not in culprit_rows][-(MOST_TICKS - len(kept)) :] if len(kept) < MOST_TICKS else []
        found = [self._tick(row, row in culprit_rows) for row in {*kept, *others}]
        return tuple(sorted(found, key=lambda tick: (tick.at, tick.row)))

    def _tick(self, row: int, is_culprit: bool) -> Tick:
        kind = self._store.event(row).kind
        return Tick(moment(int(self._store.occurred[row])), row, kind, is_culprit)

"""How resources hang together, learned from the calls and configuration items that tell it."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from datetime import datetime

import numpy as np

from trailhound.cloudtrail.envelope import open_record
from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.graph import Edge, Graph, is_telling, learn, learn_item
from trailhound.languages.query import parse
from trailhound.model.observation import ConfigItem
from trailhound.session.moments import EPOCH
from trailhound.store.store import Store

_TELLING = tuple(
    map(parse, ("error:none write:yes !category:data", "error:none agent:lambda", "error:none arn:*:assumed-role/*/i-*"))
)
"""Calls that may tell which resources belong together: changes, and what functions and instances do themselves."""

_SAID = (("name", "targets", "role"), ("role", "arn"))
"""A call whose values of these were all seen before tells of no new link."""


class Links:
    """The graph of resources. Learning opens many records, so it happens once, when it is first needed."""

    def __init__(self, store: Store, items: Sequence[ConfigItem]) -> None:
        self._store = store
        self._items = items
        self._graph: Graph | None = None
        self._moments: list[datetime] = []

    def forget(self) -> None:
        """Drop what was learned: more was loaded."""
        self._graph = None

    @property
    def graph(self) -> Graph:
        """The graph; every edge of it says when it became known."""
        return self.learn()

    def known(self, as_of: datetime) -> int:
        """Count the links that were known at a moment."""
        self.learn()
        return bisect.bisect_right(self._moments, as_of)

    def learn(self) -> Graph:
        """Build the graph unless that is done.

        Calls are taken in the order in which they came to be known, and one that says nothing new is passed over.
        """
        if self._graph is None:
            edges = self._edges()
            self._graph = Graph.of(edges)
            self._moments = sorted(edge.observed_at for edge in edges)
        return self._graph

    def _edges(self) -> list[Edge]:
        edges: list[Edge] = []
        seen: set[tuple[str, ...]] = set()
        for row in self._telling_rows():
            said = {tuple(self._store.text(column, row) for column in columns) for columns in _SAID}
            if said <= seen:
                continue
            seen |= said
            event = self._store.event(row)
            if is_telling(event):
                edges.extend(learn(Call(row, event, open_record(self._store.raw(row)))))
        for item in self._items:
            edges.extend(learn_item(item, item.captured_at or EPOCH))
        return edges

    def _telling_rows(self) -> list[int]:
        store = self._store
        may_tell = functools.reduce(np.logical_or, (store.select(query) for query in _TELLING))
        by_time = store.cut(int(store.observed.max(initial=0))).ordered
        rows = by_time[may_tell[by_time]]
        in_order: list[int] = rows[np.argsort(store.observed[rows], kind="stable")].tolist()
        return in_order

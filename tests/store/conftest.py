"""A world of many rows, made once."""

from __future__ import annotations

import pytest
from tests.store.worlds import many

from trailhound.cloudtrail.row import Row
from trailhound.model.observation import Origin
from trailhound.store import Store

World = tuple[list[tuple[Row, bytes, int]], Store]


@pytest.fixture(scope="session")
def world() -> World:
    """Twenty thousand rows and the store that holds them in the same order."""
    made = many(20_000)
    store = Store()
    for start in range(0, len(made), 700):
        rows, records, observed = zip(*made[start : start + 700], strict=True)
        store.append(rows, records, observed, Origin("many.json", start + 1))
    return made, store

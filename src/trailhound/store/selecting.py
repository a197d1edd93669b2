"""Which rows pass a filter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from trailhound.languages.query.checks import duration
from trailhound.languages.query.fields import FieldKind, columns_of, field_named
from trailhound.languages.query.matching import test_for
from trailhound.languages.query.query import Query, Term, Value, narrows
from trailhound.store.columns import ACTORS, KINDS, Columns
from trailhound.store.growable import Mask, Rows
from trailhound.store.paths import fits_record
from trailhound.store.timeline import Timeline

_READ = 0
_KEPT = 12
_NOTHING: Mask = np.zeros(0, np.bool_)


class Selector:
    """Finds the rows that pass a query, and remembers the latest outcomes.

    The cheapest terms go first, so that substrings are looked for only in what is left, and records are opened only
    for rows that pass everything else. A query that only says more than a remembered one starts from its rows.
    """

    def __init__(self, columns: Columns, timeline: Timeline, record: Callable[[int], bytes]) -> None:
        self._columns = columns
        self._timeline = timeline
        self._record = record
        self._masks: dict[Query, Mask] = {}

    def forget(self) -> None:
        """Drop remembered outcomes, because rows changed; rows that were only added need no such call."""
        self._masks.clear()

    def mask(self, query: Query) -> Mask:
        """Say for each row whether it passes. The array is shared: do not write to it."""
        known = self._masks.pop(query, _NOTHING)
        size = len(self._columns)
        if len(known) < size:
            fresh = self._passing(query, np.arange(len(known), size, dtype=np.int32))
            known = np.concatenate([known, fresh])
        if len(self._masks) >= _KEPT:
            del self._masks[next(iter(self._masks))]
        self._masks[query] = known
        return known

    def _passing(self, query: Query, rows: Rows) -> Mask:
        """Say for each of a stretch of rows, the newest of all, whether it passes."""
        first = int(rows[0])
        alive = self._head_start(query, rows)
        for term in sorted(query.terms, key=self._cost):
            if not len(alive):
                break
            fits = self._fits(term, alive)
            alive = alive[~fits if term.is_negated else fits]
        passing = np.zeros(len(rows), np.bool_)
        passing[alive - first] = True
        return ~passing if query.is_inverted else passing

    def _head_start(self, query: Query, rows: Rows) -> Rows:
        """Give the rows among which all that pass must be: those of a remembered wider query, or all."""
        wider = [mask for earlier, mask in self._masks.items() if len(mask) == len(self._columns) and narrows(query, earlier)]
        if not wider:
            return rows
        best = min(wider, key=np.count_nonzero)
        return rows[best[rows[0] :]]

    def _cost(self, term: Term) -> int:
        if term.is_path:
            return 1 << 60
        field = field_named(term.field) if term.field is not None else None
        names = {name for value in term.values for name in columns_of(field, value.text)}
        return sum(len(self._columns.texts[name].distinct) for name in names if name in self._columns.texts)

    def _fits(self, term: Term, rows: Rows) -> Mask:
        """Say which rows fit any value of a term; every value looks only at the rows that none fitted yet."""
        if term.is_path:
            found = (fits_record(term, self._record(row)) for row in rows.tolist())
            return np.fromiter(found, np.bool_, len(rows))
        return _any_of([partial(self._fits_value, term, value) for value in term.values], rows)

    def _fits_value(self, term: Term, value: Value, rows: Rows) -> Mask:
        field = field_named(term.field) if term.field is not None else None
        word = value.text.lower()
        if field is not None and field.name in ("kind", "write", "class"):
            return self._fits_choice(field.name, word, rows)
        if field is not None and field.kind is FieldKind.LONGER:
            longest = (duration(word) or timedelta()) // timedelta(microseconds=1)
            delays: Mask = self._timeline.observed[rows] - self._timeline.occurred[rows] > longest
            return delays
        test = test_for(term, value)
        columns = [self._columns.texts[name] for name in columns_of(field, value.text)]
        columns.sort(key=lambda column: len(column.distinct))
        return _any_of([partial(column.fitting, test) for column in columns], rows)

    def _fits_choice(self, field: str, word: str, rows: Rows) -> Mask:
        if field == "class":
            return _equal(self._columns.actor.view[rows], [actor.value for actor in ACTORS].index(word))
        kinds = self._columns.kind.view[rows]
        if field == "write":
            is_read = _equal(kinds, _READ)
            return is_read if word == "no" else ~is_read
        return _equal(kinds, [kind.value for kind in KINDS].index(word))


def _equal(codes: npt.NDArray[Any], code: int) -> Mask:
    same: Mask = codes == code
    return same


def _any_of(tests: list[Callable[[Rows], Mask]], rows: Rows) -> Mask:
    """Say which rows pass one test at least; each test is shown only what passed none before."""
    if len(tests) == 1:
        return tests[0](rows)
    failed = np.ones(len(rows), np.bool_)
    left = rows
    for test in tests:
        hits = test(left)
        if hits.any():
            failed[failed] = ~hits
            left = left[~hits]
        if not len(left):
            break
    return ~failed

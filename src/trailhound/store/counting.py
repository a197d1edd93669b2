"""Counts over rows: most frequent values, values for completion, and habits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from trailhound.languages.query.fields import FieldKind, field_named
from trailhound.model.event import is_refusal
from trailhound.store.columns import ACTORS, KINDS, Columns
from trailhound.store.growable import Codes, Rows, Times
from trailhound.store.text_column import TextColumn

_READ = 0


class Counted(NamedTuple):
    """A value, how many rows have it, and when the newest of them occurred, in microseconds."""

    value: str
    number: int
    newest_us: int


def top(columns: Columns, occurred: Times, field: str, rows: Rows, limit: int) -> list[Counted]:
    """Give the most frequent values of a field over some rows, ties by value; rows without a value are left out."""
    texts, codes = _coded(columns, field, rows)
    counts = np.bincount(codes, minlength=len(texts))
    ranked = [code for code in _largest(counts, limit + 1, texts) if texts[code]][:limit]
    if not ranked:
        return []
    newest = np.zeros(len(texts), np.int64)
    np.maximum.at(newest, codes, occurred[rows])
    return [Counted(texts[code], int(counts[code]), int(newest[code])) for code in ranked]


def values(columns: Columns, field: str, prefix: str, limit: int, rows: Rows) -> list[tuple[str, int]]:
    """Give the values of a field that complete a prefix, those that start with it first, most frequent first.

    Case does not count. Values that merely contain the prefix follow; values no row has are left out.
    """
    texts, codes = _coded(columns, field, rows)
    counts = np.bincount(codes, minlength=len(texts))
    wanted = prefix.casefold()
    starting, containing = [], []
    for code in np.flatnonzero(counts).tolist():
        folded = texts[code].casefold()
        if folded and folded.startswith(wanted):
            starting.append(code)
        elif folded and wanted in folded:
            containing.append(code)
    ranked = [code for group in (starting, containing) for code in sorted(group, key=lambda code: (-counts[code], texts[code]))]
    return [(texts[code], int(counts[code])) for code in ranked[:limit]]


def _largest(counts: npt.NDArray[np.intp], limit: int, texts: Sequence[str]) -> list[int]:
    """Give the codes with the largest counts, ties by text, without sorting all of a large dictionary."""
    present = np.flatnonzero(counts)
    if len(present) > limit > 0:
        least = np.partition(counts[present], -limit)[-limit]
        present = present[counts[present] >= least]
    return sorted(present.tolist(), key=lambda code: (-counts[code], texts[code]))[:limit]


def _coded(columns: Columns, field: str, rows: Rows) -> tuple[Sequence[str], npt.NDArray[Any]]:
    """Give the texts of a field as the filter language shows them, and the code of each row; nothing if it has no texts."""
    found = field_named(field)
    if found is None or found.kind is FieldKind.LONGER:
        return [], np.zeros(0, np.int32)
    if found.name == "kind":
        return [kind.value for kind in KINDS], columns.kind.view[rows]
    if found.name == "class":
        return [actor.value for actor in ACTORS], columns.actor.view[rows]
    if found.name == "write":
        return ["no", "yes"], (columns.kind.view[rows] != _READ).astype(np.int8)
    column = columns.texts[found.columns[0]]
    if found.name == "refused":
        return _renamed(column, rows, lambda error: "yes" if is_refusal(error) else "no")
    if found.name == "service":
        return _renamed(column, rows, lambda source: source.removesuffix(".amazonaws.com"))
    return column.distinct, column.codes[rows]


def _renamed(column: TextColumn, rows: Rows, rename: Callable[[str], str]) -> tuple[Sequence[str], Codes]:
    """Give other texts for those of a column; texts that get one name become one."""
    codes: dict[str, int] = {}
    table = [codes.setdefault(rename(text), len(codes)) for text in column.distinct]
    return list(codes), np.array(table, np.int32)[column.codes[rows]]


class Habits:
    """How often who had called what, as known at one moment."""

    def __init__(self, columns: Columns, rows: Rows) -> None:
        self._columns = columns
        self._pairs = np.bincount(columns.habits.codes[rows])
        self._people = np.bincount(columns.texts["who"].codes[rows])
        self._names = np.bincount(columns.texts["name"].codes[rows])
        self.total = len(rows)

    def count(self, who: str, name: str) -> int:
        """Count the calls of one name by one person."""
        return _at(self._pairs, self._columns.habit(who, name))

    def by(self, who: str) -> int:
        """Count all calls of one person."""
        return _at(self._people, self._columns.texts["who"].code_of(who))

    def of(self, name: str) -> int:
        """Count the calls of one name by anybody."""
        return _at(self._names, self._columns.texts["name"].code_of(name))


def _at(counts: npt.NDArray[np.intp], code: int | None) -> int:
    return int(counts[code]) if code is not None and code < len(counts) else 0

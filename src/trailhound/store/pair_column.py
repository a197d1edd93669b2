"""A column of pairs of codes, each distinct pair kept once."""

from __future__ import annotations

from collections import defaultdict
from itertools import count

import numpy as np

from trailhound.store.growable import Codes, Growable

_SHIFT = 32


class PairColumn:
    """Pairs of codes by row: one code for each distinct pair, counted from 0 in the order of first sight."""

    __slots__ = ("_codes", "_index")

    def __init__(self) -> None:
        self._index: defaultdict[int, int] = defaultdict(count().__next__)
        self._codes = Growable(np.int32)

    @property
    def codes(self) -> Codes:
        """The code of every row."""
        return self._codes.view

    def extend(self, first: Codes, second: Codes) -> None:
        """Add rows."""
        pairs = first.astype(np.int64) << _SHIFT | second
        self._codes.extend(np.fromiter(map(self._index.__getitem__, pairs.tolist()), np.int32, len(pairs)))

    def replace(self, row: int, first: int, second: int) -> None:
        """Put another pair in a row."""
        self._codes.view[row] = self._index[first << _SHIFT | second]

    def code_of(self, first: int | None, second: int | None) -> int | None:
        """Give the code of a pair; None if no row ever had it, or if one of the two has no code itself."""
        if first is None or second is None:
            return None
        return self._index.get(first << _SHIFT | second)

"""A column of texts, each distinct text kept once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from trailhound.languages.query.matching import ValueTest
from trailhound.store.growable import Codes, Growable, Mask, Rows
from trailhound.store.haystack import Haystack

_SMALL = 512
_FEW = 16


class _Index(dict[str, int]):
    """Gives a text its code, the next free one at first sight."""

    __slots__ = ("texts",)

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def __missing__(self, text: str) -> int:
        code = self[text] = len(self.texts)
        self.texts.append(text)
        return code


class TextColumn:
    """Texts by row: a code for each row, and a dictionary of the distinct texts.

    A column that ``is_listed`` holds several lines in each text, which are tested one by one.

    Four bytes for each row whatever the number of distinct texts; promotion from one or two bytes would save a third of
    the memory and cost every reader a second kind of array.
    """

    __slots__ = ("_codes", "_haystack", "_index", "_is_listed")

    def __init__(self, is_listed: bool = False) -> None:
        self._index = _Index()
        self._codes = Growable(np.int32)
        self._haystack = Haystack(self._index.texts)
        self._is_listed = is_listed

    @property
    def codes(self) -> Codes:
        """The code of every row."""
        return self._codes.view

    @property
    def distinct(self) -> Sequence[str]:
        """The distinct texts by code."""
        return self._index.texts

    def extend(self, texts: Iterable[str]) -> Codes:
        """Add rows; give their codes."""
        added = np.array(list(map(self._index.__getitem__, texts)), np.int32)
        self._codes.extend(added)
        return added

    def replace(self, row: int, text: str) -> None:
        """Put another text in a row."""
        self._codes.view[row] = self._index[text]

    def text(self, row: int) -> str:
        """Give the text of a row."""
        code: int = self._codes.item(row)
        return self._index.texts[code]

    def code_of(self, text: str) -> int | None:
        """Give the code of a text; None if no row ever had it."""
        return self._index.get(text)

    def fitting(self, test: ValueTest, rows: Rows) -> Mask:
        """Say for each of some ascending rows whether its text passes a test; a distinct text is tested once."""
        size = len(self._index.texts)
        if size > _SMALL and len(rows) * _FEW < size:
            alive, places = np.unique(self.codes[rows], return_inverse=True)
            return self._try_each(test, alive)[places]
        table = self._table(test)
        if not table.any():
            return np.zeros(len(rows), np.bool_)
        return table[self._codes_of(rows)]

    def _codes_of(self, rows: Rows) -> Codes:
        """Give the codes of ascending rows, without copying a stretch that has no holes."""
        if len(rows) and rows[-1] - rows[0] + 1 == len(rows):
            return self.codes[rows[0] : rows[-1] + 1]
        return self.codes[rows]

    def _table(self, test: ValueTest) -> Mask:
        texts = self._index.texts
        if not test.needle or len(texts) <= _SMALL:
            return self._try_each(test, np.arange(len(texts), dtype=np.int32))
        table = self._haystack.containing(test.needle)
        if not test.is_needle_enough or (self._is_listed and "\n" in test.needle):
            likely = np.flatnonzero(table).astype(np.int32)
            table[likely] = self._try_each(test, likely)
        return table

    def _try_each(self, test: ValueTest, codes: Codes) -> Mask:
        texts, fits = self._index.texts, test.fits
        if self._is_listed:
            outcome = (any(map(fits, texts[code].split("\n"))) for code in codes.tolist())
            return np.fromiter(outcome, np.bool_, len(codes))
        return np.fromiter((fits(texts[code]) for code in codes.tolist()), np.bool_, len(codes))

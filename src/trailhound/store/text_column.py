"""A column of texts, each distinct text kept once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import count, islice

import numpy as np

from trailhound.languages.query.matching import ValueTest
from trailhound.store.growable import Codes, Growable, Mask, Rows
from trailhound.store.haystack import Haystack

_SMALL = 512
_FEW = 16


class Dictionary:
    """Distinct texts by code, in the order of first sight."""

    __slots__ = ("_codes", "haystack", "texts")

    def __init__(self) -> None:
        self._codes: defaultdict[str, int] = defaultdict(count().__next__)
        self.texts: list[str] = []
        self.haystack = Haystack(self.texts)

    def encode(self, texts: Sequence[str]) -> Codes:
        """Give the codes of texts; one that is not there gets the next code."""
        codes = np.fromiter(map(self._codes.__getitem__, texts), np.int32, len(texts))
        added = len(self._codes) - len(self.texts)
        if added:
            # A dict keeps the order in which its keys came, so the newest stand at its end.
            self.texts.extend(list(islice(reversed(self._codes), added))[::-1])
        return codes

    def code_of(self, text: str) -> int | None:
        """Give the code of a text; None if it has none."""
        return self._codes.get(text)


class TextColumn:
    """Texts by row: a code for each row, and a dictionary of the distinct texts.

    A column that ``is_listed`` holds several lines in each text, which are tested one by one. A column that ``shares`` the
    dictionary of another one, because most of its texts are the same, has codes for texts that only the other one has.

    Four bytes for each row whatever the number of distinct texts; promotion from one or two bytes would save a third of
    the memory and cost every reader a second kind of array.
    """

    __slots__ = ("_codes", "_is_listed", "dictionary")

    def __init__(self, is_listed: bool = False, shares: TextColumn | None = None) -> None:
        self.dictionary: Dictionary = Dictionary() if shares is None else shares.dictionary
        self._codes = Growable(np.int32)
        self._is_listed = is_listed

    @property
    def codes(self) -> Codes:
        """The code of every row."""
        return self._codes.view

    @property
    def distinct(self) -> Sequence[str]:
        """The distinct texts by code."""
        return self.dictionary.texts

    def extend(self, texts: Sequence[str]) -> Codes:
        """Add rows; give their codes."""
        added = self.encode(texts)
        self._codes.extend(added)
        return added

    def repeat(self, text: str, times: int) -> None:
        """Add so many rows of one text."""
        self._codes.extend(np.repeat(self.encode([text]), times))

    def encode(self, texts: Sequence[str]) -> Codes:
        """Give the codes of texts, without adding rows. A text that was not there gets the next code."""
        return self.dictionary.encode(texts)

    def replace(self, row: int, text: str) -> int:
        """Put another text in a row; give its code."""
        code = self.encode([text]).item()
        self._codes.view[row] = code
        return code

    def text(self, row: int) -> str:
        """Give the text of a row."""
        code: int = self._codes.item(row)
        return self.dictionary.texts[code]

    def code_of(self, text: str) -> int | None:
        """Give the code of a text; None if no row ever had it."""
        return self.dictionary.code_of(text)

    def fitting(self, test: ValueTest, rows: Rows) -> Mask:
        """Say for each of some ascending rows whether its text passes a test; a distinct text is tested once."""
        size = len(self.dictionary.texts)
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
        texts = self.dictionary.texts
        if not test.needle or len(texts) <= _SMALL:
            return self._try_each(test, np.arange(len(texts), dtype=np.int32))
        table = self.dictionary.haystack.containing(test.needle)
        if not test.is_needle_enough or (self._is_listed and "\n" in test.needle):
            likely = np.flatnonzero(table).astype(np.int32)
            table[likely] = self._try_each(test, likely)
        return table

    def _try_each(self, test: ValueTest, codes: Codes) -> Mask:
        texts, fits = self.dictionary.texts, test.fits
        if self._is_listed:
            outcome = (any(map(fits, texts[code].split("\n"))) for code in codes.tolist())
            return np.fromiter(outcome, np.bool_, len(codes))
        return np.fromiter((fits(texts[code]) for code in codes.tolist()), np.bool_, len(codes))

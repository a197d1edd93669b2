"""Looking for a text in very many texts at once."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from trailhound.store.growable import Mask

_CHUNK = 65_536
_DENSE = 3


class Haystack:
    """Distinct texts, case-folded and joined, so that one scan of memory finds which of them contain a needle.

    The texts may grow at the end between two searches; only what was added is joined then.
    """

    __slots__ = ("_chunks", "_texts")

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._chunks: list[_Chunk] = []

    def containing(self, needle: str) -> Mask:
        """Say for each text whether it contains a case-folded needle."""
        self._catch_up()
        if not self._chunks:
            return np.zeros(0, np.bool_)
        return np.concatenate([chunk.containing(needle, self._texts) for chunk in self._chunks])

    def _catch_up(self) -> None:
        if self._chunks and self._chunks[-1].count < _CHUNK and self._chunks[-1].end < len(self._texts):
            self._chunks.pop()
        done = self._chunks[-1].end if self._chunks else 0
        while done < len(self._texts):
            self._chunks.append(_Chunk(self._texts, done))
            done = self._chunks[-1].end


class _Chunk:
    __slots__ = ("_joined", "_starts", "count", "end", "first")

    def __init__(self, texts: Sequence[str], first: int) -> None:
        part = texts[first : first + _CHUNK]
        self.first = first
        self.count = len(part)
        self.end = first + self.count
        joined = "\n".join(part)
        if not joined.isascii():
            # Folding may change the length of a text, so each is folded before its place is noted.
            part = [text.casefold() for text in part]
            joined = "\n".join(part)
        self._joined = joined.casefold()
        ends = np.cumsum(np.fromiter(map(len, part), np.int64, self.count) + 1)
        self._starts = array("q", [0])
        self._starts.frombytes(ends.tobytes())

    def containing(self, needle: str, texts: Sequence[str]) -> Mask:
        found = np.zeros(self.count, np.bool_)
        if "\n" in needle:
            return self._one_by_one(needle, texts)
        joined, starts = self._joined, self._starts
        budget = self.count // _DENSE + 16
        at = joined.find(needle)
        while at >= 0 and budget:
            place = bisect_right(starts, at) - 1
            if place >= self.count:
                break
            found[place] = True
            budget -= 1
            at = joined.find(needle, starts[place + 1])
        # Where nearly every text has it, going from hit to hit is slower than asking each.
        return found if budget else self._one_by_one(needle, texts)

    def _one_by_one(self, needle: str, texts: Sequence[str]) -> Mask:
        found = (needle in text.casefold() for text in texts[self.first : self.end])
        return np.fromiter(found, np.bool_, self.count)

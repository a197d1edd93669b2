"""The records themselves: compressed by a few hundred, opened when somebody looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from trailhound.store.zstd import compress, decompress

_RECORDS = 256
_BYTES = 1_000_000
_CACHED = 8
_LEVEL = 1


class Frames:
    """Byte strings by number, in the order they came. Opening one opens its neighbours too, for they are asked for next."""

    def __init__(self) -> None:
        self._frames: list[bytes] = []
        self._firsts: list[int] = []
        self._pending: list[bytes] = []
        self._pending_bytes = 0
        self._closed = 0
        self._cache: dict[int, _Frame] = {}

    def __len__(self) -> int:
        return self._closed + len(self._pending)

    def extend(self, records: Sequence[bytes]) -> None:
        """Add records; the first gets the number ``len(self)``."""
        start = 0
        while start < len(records):
            part = records[start : start + _RECORDS - len(self._pending)]
            size = sum(map(len, part))
            if self._pending_bytes + size >= _BYTES and len(part) > 1:
                part = records[start : start + 1]
                size = len(part[0])
            start += len(part)
            self._pending.extend(map(bytes, part))
            self._pending_bytes += size
            if len(self._pending) >= _RECORDS or self._pending_bytes >= _BYTES:
                self._close()

    def record(self, number: int) -> bytes:
        """Give a record as it was added."""
        if number >= self._closed:
            return self._pending[number - self._closed]
        frame = bisect_right(self._firsts, number) - 1
        return self._opened(frame).record(number - self._firsts[frame])

    def _close(self) -> None:
        lengths = np.array([len(self._pending), *map(len, self._pending)], "<u4")
        self._frames.append(compress(lengths.tobytes() + b"".join(self._pending), _LEVEL))
        self._firsts.append(self._closed)
        self._closed += len(self._pending)
        self._pending = []
        self._pending_bytes = 0

    def _opened(self, number: int) -> _Frame:
        frame = self._cache.pop(number, None)
        if frame is None:
            frame = _Frame(decompress(self._frames[number]))
            if len(self._cache) >= _CACHED:
                del self._cache[next(iter(self._cache))]
        self._cache[number] = frame
        return frame


class _Frame:
    """An opened frame: how many records, where each of them ends (four bytes each), and the records."""

    def __init__(self, body: bytes) -> None:
        count = int.from_bytes(body[:4], "little")
        start = 4 * (count + 1)
        self._body = body
        self._edges = [start, *(start + np.cumsum(np.frombuffer(body, "<u4", count, 4), dtype=np.int64)).tolist()]

    def record(self, place: int) -> bytes:
        return self._body[self._edges[place] : self._edges[place + 1]]

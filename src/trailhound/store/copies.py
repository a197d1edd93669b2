"""Records that were delivered more than once."""

from __future__ import annotations

from bisect import bisect_right, insort


class Copies:
    """When the copies of each row were observed, besides the one that is shown.

    A copy whose time nobody knows counts as there from the start.
    """

    def __init__(self) -> None:
        self._by_row: dict[int, list[int]] = {}
        self._all: list[int] = []

    def __len__(self) -> int:
        return len(self._all)

    def add(self, row: int, observed_us: int) -> None:
        """Note one more copy of a row."""
        insort(self._by_row.setdefault(row, []), observed_us)
        insort(self._all, observed_us)

    def of(self, row: int, as_of_us: int | None) -> int:
        """Count how often a row was delivered by a moment (None: ever), 1 for once."""
        times = self._by_row.get(row, [])
        return 1 + (len(times) if as_of_us is None else bisect_right(times, as_of_us))

    def by(self, as_of_us: int) -> int:
        """Count the copies that had been observed by a moment, of all rows."""
        return bisect_right(self._all, as_of_us)

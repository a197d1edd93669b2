"""An array that grows at its end."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", bound=np.generic)

Codes = npt.NDArray[np.int32]
"""Codes of distinct texts."""

Rows = npt.NDArray[np.int32]
"""Row numbers of the store."""

Times = npt.NDArray[np.int64]
"""Microseconds since 1970 in UTC."""

Mask = npt.NDArray[np.bool_]
"""One truth value for each row, or for each code."""


class Growable(Generic[Number]):
    """A one-dimensional array with room to spare, so that adding costs the same however long it is."""

    __slots__ = ("_room", "_used")

    def __init__(self, kind: type[Number]) -> None:
        self._room: npt.NDArray[Number] = np.zeros(64, kind)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    @property
    def view(self) -> npt.NDArray[Number]:
        """The values so far. Not a copy: good until the next ``extend``, and writing to it changes them."""
        return self._room[: self._used]

    def item(self, place: int) -> Any:  # noqa: ANN401  # int for arrays of ints, bool for arrays of bools
        """Give one value as Python's own type; the place must be taken."""
        return self._room.item(place)

    def extend(self, values: npt.ArrayLike) -> None:
        """Add values at the end."""
        added = np.asarray(values, self._room.dtype)
        end = self._used + len(added)
        if end > len(self._room):
            room = np.zeros(max(end, 2 * len(self._room)), self._room.dtype)
            room[: self._used] = self.view
            self._room = room
        self._room[self._used : end] = added
        self._used = end

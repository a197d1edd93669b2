"""Chance that comes out the same on every machine: only ``random()`` and ``getrandbits()``, seeded with a text."""

from __future__ import annotations

import math
import random
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

Choice = TypeVar("Choice")

BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
HEX = "0123456789abcdef"


class Dice:
    """A seeded source of numbers, names and moments."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def chance(self, share: float) -> bool:
        """Say yes in a share of all cases."""
        return self._random.random() < share

    def between(self, low: float, high: float) -> float:
        """Give a number from a range, evenly."""
        return low + (high - low) * self._random.random()

    def whole(self, low: int, high: int) -> int:
        """Give a whole number from a range, both ends included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """Give one of several things."""
        return choices[int(self._random.random() * len(choices))]

    def wobble(self, level: float, share: float) -> float:
        """Give a level with a bell-shaped error; ``share`` is about its standard deviation."""
        return level * (1 + share * (sum(self._random.random() for _ in range(6)) - 3) * 1.4)

    def uuid(self) -> str:
        """Give an id such as those of events and requests."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def key(self, prefix: str) -> str:
        """Give an access key or principal id: a prefix such as ASIA or AROA, and 16 characters."""
        return prefix + "".join(self.pick(BASE_32) for _ in range(16))

    def hexes(self, length: int) -> str:
        """Give a hexadecimal id."""
        return "".join(self.pick(HEX) for _ in range(length))

    def moments(self, start_at: datetime, end_at: datetime, per_minute: float) -> Iterator[datetime]:
        """Give moments that come at a rate but keep no rhythm."""
        at = start_at
        while True:
            at += timedelta(minutes=-math.log(1 - self._random.random()) / per_minute)
            if at >= end_at:
                return
            yield at

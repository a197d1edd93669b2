"""Where a metric moved, found by trying every split of the latest stretch."""

from __future__ import annotations

import enum
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from trailhound.model.metric import Series

LEFT, RIGHT = 60, 30
"""Points compared before and behind a split: enough for a level, few enough that the time of day hardly matters."""

FEWEST_LEFT = 8
LONGEST = 240
CLEAR = 4.0
"""A split counts from a step of so many times the usual noise; below it the series is said not to have moved."""

OUTSIDE = 3.0
"""A point belongs to the new level from so many times the usual noise on."""


FURTHEST = 120
"""A step is looked for among so many of the latest points."""

NEAR_AS_GOOD = 0.85
"""Splits that explain this much of what the best one explains say how uncertain the place is."""


LARGEST = 2.0**360
"""The largest value CloudWatch takes ("PutMetricData"); anything beyond, and what is no number, counts as missing."""


class Direction(enum.StrEnum):
    """Which way a metric went."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A step of a metric.

    ``at`` is the start of the first period on the new level and ``spread`` how far off that may be. ``before`` and
    ``after`` are the levels (medians); ``strength`` is the step in units of the noise before it.
    """

    at: datetime
    spread: timedelta
    before: float
    after: float
    direction: Direction
    strength: float


def change_point(series: Series, near: datetime) -> ChangePoint | None:
    """Find the clearest step of a series up to a few periods behind ``near``; None if there is none.

    Every split of the latest points is tried (least squares); the step then begins with the first point that has left the
    level before it. Periods without data are left out, except in a series that is mostly empty, where silence is the usual
    level, that is zero.
    """
    values, first = _stretch(series, near)
    sums = list(itertools.accumulate((v or 0.0 for v in values), initial=0.0))
    counts = list(itertools.accumulate((v is not None for v in values), initial=0))
    splits = range(max(FEWEST_LEFT, len(values) - FURTHEST), len(values))
    gains = {split: _gain(sums, counts, split) for split in splits}
    best = max(gains, key=lambda split: gains[split], default=None)
    if best is None or gains[best] <= 0.0:
        return None
    left = [v for v in values[max(0, best - LEFT) : best] if v is not None]
    right = [v for v in values[best : best + RIGHT] if v is not None]
    if len(left) < FEWEST_LEFT // 2 or not right:
        return None
    before, after = median(left), median(right)
    noise = _noise(left, before)
    strength = abs(after - before) / noise
    if strength < CLEAR:
        return None
    direction = Direction.UP if after > before else Direction.DOWN
    split = _onset(values, best, before, noise if direction is Direction.UP else -noise)
    rivals = [abs(i - split) for i, gain in gains.items() if gain >= NEAR_AS_GOOD * gains[best] and abs(i - split) <= RIGHT // 2]
    width = max(rivals, default=1)
    return ChangePoint(series.at(first + split), series.metric.period * max(1, width), before, after, direction, strength)


def _stretch(series: Series, near: datetime) -> tuple[list[float | None], int]:
    """Give the points to look at, and the index of the first of them."""
    stop = min(len(series.values), max(0, -((series.start_at - near) // series.metric.period)) + 3)
    first = max(0, stop - LONGEST)
    values = [v if v is not None and abs(v) <= LARGEST else None for v in series.values[first:stop]]
    present = sum(v is not None for v in values)
    return ([0.0 if v is None else v for v in values], first) if present < len(values) / 2 else (values, first)


def _gain(sums: Sequence[float], counts: Sequence[int], split: int) -> float:
    """Say by how much a split lowers the squared distance to the mean on either side of it."""
    low, high = max(0, split - LEFT), min(len(counts) - 1, split + RIGHT)
    left, right = counts[split] - counts[low], counts[high] - counts[split]
    if not left or not right:
        return 0.0
    step = (sums[high] - sums[split]) / right - (sums[split] - sums[low]) / left
    return left * right / (left + right) * step * step


def _onset(values: Sequence[float | None], split: int, level: float, signed_noise: float) -> int:
    """Move a split to the first point of the run that has left the level; a ramp is split in its middle."""
    while split + 1 < len(values) and not _is_outside(values[split], level, signed_noise):
        split += 1
    while split > FEWEST_LEFT and _is_outside(values[split - 1], level, signed_noise):
        split -= 1
    return split


def _noise(values: Sequence[float], level: float) -> float:
    """Give a robust standard deviation that is never zero: flat series move by at least 2 % to count as moved."""
    spread = 1.4826 * median(abs(v - level) for v in values)
    deviation = math.sqrt(sum((v - level) ** 2 for v in values) / len(values))
    return max(spread, deviation / 2, abs(level) * 0.02, 1e-9)


def _is_outside(value: float | None, level: float, signed_noise: float) -> bool:
    return value is not None and (value - level) / signed_noise > OUTSIDE

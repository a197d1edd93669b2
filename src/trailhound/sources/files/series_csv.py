"""A metric as a table of two columns, ``timestamp,value``."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime

from trailhound.cloudtrail.moment import read_moment
from trailhound.model.observation import Observation
from trailhound.sources.files.metric_files import series_of
from trailhound.sources.files.place import Place
from trailhound.sources.files.splitting import lines_of

MOST_COMPLAINTS = 20
"""Bad lines that are listed one by one; the rest is a number."""


def is_series(data: bytes) -> bool:
    """Say whether the first line is the header of such a table."""
    first = data[:200].split(b"\n", 1)[0].replace(b'"', b"").replace(b" ", b"")
    return first.strip().lower() == b"timestamp,value"


def read_series(data: bytes, place: Place) -> Iterator[Observation]:
    """Read the table; the name of the file names the series."""
    points: list[tuple[datetime, float]] = []
    bad = 0
    for number, line in lines_of(data):
        if number == 1:
            continue
        point = _point(line)
        if point is not None:
            points.append(point)
            continue
        bad += 1
        if bad <= MOST_COMPLAINTS:
            yield place.at(number).not_understood("a line that is no time and number")
    if bad > MOST_COMPLAINTS:
        yield place.not_understood(f"{bad - MOST_COMPLAINTS:,} more lines that are no time and number")
    if points:
        yield series_of(points, place.stem, place)


def _point(line: bytes) -> tuple[datetime, float] | None:
    stamp, comma, value = line.decode("utf-8", "replace").replace('"', "").partition(",")
    at = read_moment(stamp)
    try:
        number = float(value) if comma else math.nan
    except ValueError:
        return None
    return (at, number) if at is not None and math.isfinite(number) else None

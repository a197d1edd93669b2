"""Numbers, units and durations as a person reads them. Pure functions, no locale."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

from trailhound.model.metric import Metric

_SCALES = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
_LARGEST = 1e16
_SECONDS = {"Seconds": 1.0, "Milliseconds": 1e-3, "Microseconds": 1e-6}
_BYTES = {"Bytes": 1.0, "Kilobytes": 1e3, "Megabytes": 1e6, "Gigabytes": 1e9, "Terabytes": 1e12}
_BITS = {"Bits": 1.0, "Kilobits": 1e3, "Megabits": 1e6, "Gigabits": 1e9, "Terabits": 1e12}

_UNITS = {
    "Seconds": ("ReadLatency", "WriteLatency", "CommitLatency", "TargetResponseTime", "ReplicaLag", "Latency:ELB"),
    "Milliseconds": (
        "Duration",
        "Latency",
        "IntegrationLatency",
        "SuccessfulRequestLatency",
        "IteratorAge",
        "FirstByteLatency",
        "TotalRequestLatency",
        "ResponseTime",
    ),
    "Percent": (
        "CPUUtilization",
        "MemoryUtilization",
        "DiskSpaceUtilization",
        "BurstBalance",
        "CacheHitRate",
        "4xxErrorRate",
        "5xxErrorRate",
        "TotalErrorRate",
        "mem_used_percent",
        "disk_used_percent",
    ),
    "Bytes": (
        "NetworkIn",
        "NetworkOut",
        "FreeableMemory",
        "FreeStorageSpace",
        "BucketSizeBytes",
        "BytesDownloaded",
        "BytesUploaded",
        "BytesInFromSource",
        "BytesOutToDestination",
        "ProcessedBytes",
        "SwapUsage",
        "IncomingBytes",
    ),
    "Count/Second": ("ReadIOPS", "WriteIOPS"),
    "Bytes/Second": ("ReadThroughput", "WriteThroughput", "NetworkReceiveThroughput", "NetworkTransmitThroughput"),
}


def known_unit(metric: Metric) -> str:
    """Give the unit in which AWS publishes a metric of this name, "" if that is not known here.

    Files of ``get-metric-data`` carry no unit at all.
    """
    if metric.namespace == "AWS/ELB" and metric.name == "Latency":
        return "Seconds"
    return next((unit for unit, names in _UNITS.items() if metric.name in names), "")


def grouped(number: int) -> str:
    """Write a whole number in groups of three, parted by a blank: ``18 204``."""
    return f"{number:,}".replace(",", " ")


def plural(number: int, noun: str) -> str:
    """Write a number with its noun: ``1 call``, ``41 calls``, ``2 addresses``, ``3 queries``."""
    if number == 1:
        return f"1 {noun}"
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{grouped(number)} {noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{grouped(number)} {noun[:-1]}ies"
    return f"{grouped(number)} {noun}s"


def duration(span: timedelta) -> str:
    """Write a duration in its two largest units: ``4 min 48 s``, ``2 h 5 min``, ``9 d``."""
    seconds = abs(span.total_seconds())
    if 0 < seconds < 1:
        return f"{round(seconds * 1000)} ms"
    rest = round(seconds)
    parts = []
    for size, name in ((86_400, "d"), (3600, "h"), (60, "min"), (1, "s")):
        number, rest = divmod(rest, size)
        parts.append((number, name))
    first = next((index for index, (number, _) in enumerate(parts) if number), 3)
    shown = [f"{number} {name}" for number, name in parts[first : first + 2] if number]
    return " ".join(shown) or "0 s"


def rough_duration(span: timedelta) -> str:
    """Write a duration in its largest unit only, rounded: ``2 min``, ``48 s``, ``3 h``, ``9 d``."""
    seconds = abs(span.total_seconds())
    for size, name, least in ((86_400, "d", 48 * 3600), (3600, "h", 90 * 60), (60, "min", 90)):
        if seconds >= least:
            return f"{round(seconds / size)} {name}"
    return f"{round(seconds)} s"


def number(value: float) -> str:
    """Write a number with two or three digits that matter, and k, M or G for large ones: ``9.8 k``, ``0.04``, ``71``."""
    if not math.isfinite(value):
        return str(value)
    size = abs(value)
    if size >= _LARGEST:
        return f"{value:.1e}"
    for scale, letter in _SCALES:
        if size >= scale * 0.99995:
            return f"{_digits(value / scale)} {letter}"
    return _digits(value)


def _digits(value: float) -> str:
    size = abs(value)
    if size >= 99.95:
        return f"{value:.0f}"
    if size and size < 1e-4:
        return f"{value:.1e}"
    text = f"{value:.1f}" if size >= 0.995 else f"{value:.2g}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def quantity(value: float, unit: str, period: timedelta | None = None) -> str:
    """Write a value with CloudWatch's unit, brought to a readable size: ``38 ms``, ``71 %``, ``1.9 k/s``.

    ``period`` is given for sums of counts: ``412/m`` is a count of 412 in a period of one minute.
    """
    if unit in _SECONDS:
        return _seconds(value * _SECONDS[unit])
    if unit == "Percent":
        return f"{number(value)} %"
    base, _, per = unit.partition("/")
    if base in _BYTES or base in _BITS:
        table, letter = (_BYTES, "B") if base in _BYTES else (_BITS, "b")
        text = number(value * table[base])
        return f"{text}{letter if ' ' in text else ' ' + letter}{'/s' if per else ''}"
    if per:
        return f"{number(value)}/s"
    return number(value) + (_per(period) if period else "")


_AS_DURATION = 600
"""Seconds from which a measured time is written like a span of time."""


def beside(value: float, sample: float, unit: str) -> str:
    """Write a value without its unit, in the size that ``quantity`` gives a sample: 0.745 beside ``1.5 s``."""
    if unit in _SECONDS and abs(sample * _SECONDS[unit]) >= _AS_DURATION:
        return _digits(value * _SECONDS[unit])
    if sample == 0:
        return quantity(value, unit).split(" ")[0]
    power = round(math.log10(abs(float(quantity(sample, unit).split(" ")[0]) / sample)) / 3) * 3
    return _digits(value * 10.0**power)


def _seconds(value: float) -> str:
    size = abs(value)
    if size == 0:
        return "0 s"
    if size < 0.9995e-3:
        return f"{_digits(value * 1e6)} µs"
    if size < 0.9995:
        return f"{_digits(value * 1e3)} ms"
    return f"{_digits(value)} s" if size < _AS_DURATION else duration(timedelta(seconds=value))


def _per(period: timedelta) -> str:
    names = {1: "/s", 60: "/m", 3600: "/h", 86_400: "/d"}
    seconds = round(period.total_seconds())
    if seconds in names:
        return names[seconds]
    return f"/{seconds // 60}m" if seconds % 60 == 0 else f"/{seconds}s"


def percent(share: float) -> str:
    """Write a share of 1 as whole percent: ``91 %``."""
    return f"{round(share * 100)} %"


def factor(value: float) -> str:
    """Write how many times the usual: ``9x``, ``2.4x``, ``0.3x``."""
    if 0 < value < 0.095:
        return f"1/{round(1 / value)}x"
    return f"{value:.0f}x" if value >= 9.5 else f"{_digits(round(value, 1))}x"


def clock_time(moment: datetime) -> str:
    """Write the time of day in UTC: ``14:01:52``."""
    return moment.astimezone(UTC).strftime("%H:%M:%S")


def short_time(moment: datetime, now: datetime) -> str:
    """Write a moment as short as it stays clear: ``14:01:52`` today, ``12 Nov 10:41`` before."""
    utc, today = moment.astimezone(UTC), now.astimezone(UTC)
    if utc.date() == today.date():
        return clock_time(utc)
    year = "" if utc.year == today.year else f" {utc.year}"
    return f"{utc.day} {utc:%b}{year} {utc:%H:%M}"

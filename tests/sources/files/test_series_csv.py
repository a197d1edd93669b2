"""A metric as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from trailhound.sources.files.series_csv import MOST_COMPLAINTS, is_series


def test_a_table_becomes_a_series_named_by_its_file(observe: Callable[..., Any], write: Callable[[str, Any], Path]) -> None:
    table = b"timestamp,value\r\n2014-02-14 14:30:00,0.132\r\n2014-02-14 14:35:00,0.134\r\n"

    (series,) = observe(write("eu-west-1/ec2_cpu.csv", table)).rest

    assert (series.metric.label, series.metric.region, series.metric.period) == ("ec2_cpu", "eu-west-1", timedelta(minutes=5))
    assert [point.value for point in series.points] == [0.132, 0.134]


def test_bad_lines_are_listed_by_number_up_to_a_limit(observe: Callable[..., Any], write: Callable[[str, Any], Path]) -> None:
    lines = [b"timestamp,value", b"2014-02-14 14:30:00,0.1", *[b"x,y"] * (MOST_COMPLAINTS + 5), b"2014-02-14,nan"]

    seen = observe(write("a.csv", b"\n".join(lines)))

    assert len(seen.rest) == 1
    assert len(seen.complaints) == MOST_COMPLAINTS + 1
    assert seen.complaints[0].origin.position == 3
    assert seen.reasons[-1].startswith("6 more lines")


def test_other_tables_are_not_taken_for_a_series() -> None:
    assert is_series(b'"Timestamp", "Value"\n')
    assert not is_series(b"time,cpu\n1,2")

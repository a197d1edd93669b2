"""What a place tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from trailhound.model.observation import NotUnderstood, Origin
from trailhound.sources.files.place import Place


def place(path: str) -> Place:
    return Place(path, path)


def test_region_and_log_group_come_from_the_path() -> None:
    assert place("a/eu-west-1/b/us-gov-west-1/x.json").region == "us-gov-west-1"
    assert place("a/not-a-region/x.json").region == ""
    assert place("logs/r/__aws__lambda__pay.json.gz").log_group == "/aws/lambda/pay"
    assert place("nab/cpu.v2.csv").stem == "cpu.v2"


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("1_CloudTrail_us-east-1_20230710T1220Z_WMiHx.json.gz", datetime(2023, 7, 10, 12, 20, tzinfo=UTC)),
        ("1_CloudTrail_us-east-1_20231310T1220Z_WMiHx.json.gz", None),
        ("events.json", None),
    ],
)
def test_the_minute_of_delivery_stands_in_the_name(name: str, at: datetime | None) -> None:
    assert place(f"x/{name}").delivered_at == at


def test_a_complaint_carries_the_place() -> None:
    assert place("a/b.json").at(3).not_understood("why") == NotUnderstood(Origin("a/b.json", 3), "why")
    assert place("a/b.json").folder == "a"

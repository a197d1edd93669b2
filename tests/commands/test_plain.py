"""The replay as lines."""

import math
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from trailhound import cli
from trailhound.commands import plain
from trailhound.commands.opening import open_still
from trailhound.commands.plain import Pace, lines

Trail = Callable[..., Path]
BUSY_FROM = "2026-11-18T14:00:00Z"


def told(*paths: Path, filter_text: str = "", at: str = "", pace: Pace | None = None) -> list[str]:
    session = open_still([str(path) for path in paths], lambda _: None)
    session.set_filter(filter_text)
    start_at: datetime | None = None
    if at:
        session.seek(at)
        start_at = session.status().now
    return list(lines(session, start_at, pace or Pace()))


def test_a_call_is_time_kind_name_who_target_result(trail: Trail) -> None:
    stopped = {
        "eventName": "TerminateInstances",
        "readOnly": False,
        "requestParameters": {"instancesSet": {"items": [{"instanceId": "i-0abc"}]}},
    }
    refused = {"eventName": "DescribeVolumes", "errorCode": "AccessDenied"}

    assert told(trail(stopped, refused)) == [
        "2026-03-02, times in UTC",
        "10:00:00 destructive TerminateInstances by dana on i-0abc: ok",
        "10:00:01 read DescribeVolumes by dana on *: AccessDenied",
    ]


def test_an_alarm_that_fires_is_followed_by_who_did_it(story: Path) -> None:
    found = told(story / "AWSLogs", story / "cloudwatch", at=BUSY_FROM)
    place = next(index for index, line in enumerate(found) if "alarm orders-db-latency OK -> ALARM" in line)

    assert found[place].startswith("14:07:00 ")
    assert found[place + 1].startswith("14:07:00 answer m.rivera ")


def test_lines_come_in_the_order_in_which_things_became_known(story: Path) -> None:
    found = told(story / "AWSLogs", at=BUSY_FROM)

    late = [line for line in found if " late" in line]
    assert late
    assert [line[:8] for line in found[1:]] != sorted(line[:8] for line in found[1:])


def test_a_long_recording_is_told_the_same_in_small_pieces(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = told(story / "AWSLogs", at=BUSY_FROM)
    monkeypatch.setattr(plain, "CHUNK", 7)

    assert told(story / "AWSLogs", at=BUSY_FROM) == whole


def test_only_calls_that_pass_the_filter_are_told(trail: Trail) -> None:
    found = told(trail({}, {"eventName": "StopLogging", "readOnly": False}), filter_text="write:yes")

    assert [line for line in found if "by dana" in line] == [line for line in found if "StopLogging" in line] != []


def test_the_pace_is_that_of_the_recording_so_many_times_faster(trail: Trail) -> None:
    waits: list[float] = []

    told(trail({}, {}, {"eventTime": "2026-03-02T10:01:01Z"}), pace=Pace(4.0, waits.append))

    assert waits == [0.25, 15.0]


def test_at_full_speed_nobody_waits(trail: Trail) -> None:
    def wait(_: float) -> None:
        pytest.fail("waited")

    assert len(told(trail({}, {}), pace=Pace(math.inf, wait))) == 3


def test_hostile_text_is_inert_and_stays_on_its_line(trail: Trail) -> None:
    hostile = "\x1b[2J\r\n\u202e" + "x" * 100_000

    found = told(trail({"eventName": hostile, "errorCode": hostile, "userIdentity": {"type": "IAMUser", "userName": hostile}}))

    assert len(found) == 2
    assert found[1].isprintable()
    assert len(found[1]) < 2000


def test_a_replay_that_nobody_can_see_is_told_in_lines(trail: Trail, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["replay", str(trail({}, {}))]) == 0

    assert capsys.readouterr().out.startswith("2026-03-02, times in UTC\n10:00:00 read DescribeInstances")

from __future__ import annotations

import gzip
import ipaddress
import itertools
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tools.make_sample_data import MADE, STORIES, main, make
from tools.sample_data.leaked_key import FILTERS

ROOT = Path(__file__).parents[2] / "sample_data"
DOCUMENTATION = [ipaddress.ip_network(text) for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]
ACCOUNTS = {"111122223333", "444455556666", "777788889999", "999988887777"}
BREACHES = {
    "GreaterThanThreshold": lambda value, threshold: value > threshold,
    "GreaterThanOrEqualToThreshold": lambda value, threshold: value >= threshold,
    "LessThanThreshold": lambda value, threshold: value < threshold,
}


def made(folder: Path) -> dict[str, bytes]:
    """Give every generated file of a folder, by its path; packed ones unpacked, for zlib packs differently by version."""
    files = {}
    for story in STORIES:
        for part in MADE:
            for path in sorted((folder / story / part).rglob("*")):
                if path.is_file():
                    data = path.read_bytes()
                    files[str(path.relative_to(folder))] = gzip.decompress(data) if path.suffix == ".gz" else data
    return files


def delivered(story: str) -> Iterator[tuple[datetime, dict[str, Any]]]:
    """Give every record of a story with the minute in the name of its file."""
    for path in sorted((ROOT / story / "AWSLogs").rglob("*.json.gz")):
        minute = datetime.strptime(path.name.split("_")[3], "%Y%m%dT%H%MZ").replace(tzinfo=UTC)
        for record in json.loads(gzip.decompress(path.read_bytes()))["Records"]:
            yield minute, record


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def series(story: str, region: str) -> dict[str, dict[datetime, float]]:
    """Give the datapoints of every metric of a Region, by namespace, name and dimensions."""
    place = ROOT / story / "cloudwatch" / region
    answers = {row["Id"]: row for row in load(place / "get-metric-data.json")["MetricDataResults"]}
    found = {}
    for query in load(place / "metric-data-queries.json"):
        row = answers[query["Id"]]
        points = zip((moment(text) for text in row["Timestamps"]), row["Values"], strict=True)
        metric = query["MetricStat"]["Metric"]
        found[metric_key(metric) + query["MetricStat"]["Stat"]] = dict(points)
    return found


def metric_key(metric: Mapping[str, Any]) -> str:
    return f"{metric['Namespace']}:{metric['MetricName']}:{json.dumps(metric['Dimensions'])}:"


def alarms() -> list[tuple[str, str, str]]:
    """Give story, Region and name of every metric alarm."""
    rows = []
    for story in STORIES:
        for path in sorted((ROOT / story).glob("cloudwatch/*/describe-alarms.json")):
            rows += [(story, path.parent.name, alarm["AlarmName"]) for alarm in load(path)["MetricAlarms"]]
    return rows


def test_the_generator_makes_the_same_files_again(tmp_path: Path) -> None:
    make(tmp_path)

    again, kept = made(tmp_path), made(ROOT)

    assert sorted(again) == sorted(kept)
    assert [path for path in again if again[path] != kept[path]] == []


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(tmp_path / "out")])

    assert status == 0
    assert re.search(r"out: \d{3} files, \d+ KiB", capsys.readouterr().out)


def test_two_folders_are_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["a", "b"])

    assert status == 2
    assert "usage" in capsys.readouterr().err


def test_packed_files_carry_no_time() -> None:
    packed = list(ROOT.rglob("*.gz"))

    assert len(packed) > 100
    assert {path.read_bytes()[4:8] for path in packed} == {b"\0\0\0\0"}


def test_the_sample_data_stay_small() -> None:
    size = sum(path.stat().st_size for path in ROOT.rglob("*") if path.is_file())

    assert size < 1_500_000


@pytest.mark.parametrize("story", STORIES)
def test_every_document_is_json(story: str) -> None:
    documents = {path: data for path, data in made(ROOT).items() if path.startswith(story)}

    assert len(documents) > 50
    for data in documents.values():
        json.loads(data)


def test_one_record_is_delivered_twice_and_no_other() -> None:
    counts = Counter(record["eventID"] for story in STORIES for _, record in delivered(story))

    twice = [event_id for event_id, count in counts.items() if count > 1]

    assert len(twice) == 1
    assert counts[twice[0]] == 2
    assert (
        next(record["eventName"] for _, record in delivered("orders-slow") if record["eventID"] == twice[0])
        == "DescribeDBParameters"
    )


@pytest.mark.parametrize("story", STORIES)
def test_a_record_is_delivered_after_its_call_and_within_twelve_minutes(story: str) -> None:
    delays = [minute - moment(record["eventTime"]) for minute, record in delivered(story)]

    assert min(delays) > timedelta(0)
    assert max(delays) < timedelta(minutes=12)


@pytest.mark.parametrize("story", STORIES)
def test_some_records_overtake_others(story: str) -> None:
    arrivals = [minute for minute, _ in sorted(delivered(story), key=lambda pair: str(pair[1]["eventTime"]))]

    assert sum(later < earlier for earlier, later in itertools.pairwise(arrivals)) > 50


@pytest.mark.parametrize("story", STORIES)
def test_public_addresses_are_those_of_documentation(story: str) -> None:
    addresses = {record["sourceIPAddress"] for _, record in delivered(story)}

    numeric = [ipaddress.ip_address(text) for text in addresses if text[0].isdigit()]

    assert len(numeric) > 5
    assert [address for address in numeric if not any(address in network for network in DOCUMENTATION)] == []


@pytest.mark.parametrize("story", STORIES)
def test_accounts_are_those_of_documentation(story: str) -> None:
    text = "".join(data.decode() for path, data in made(ROOT).items() if path.startswith(story))

    numbers = set(re.findall(r"arn:aws:[a-z0-9-]*:[a-z0-9-]*:(\d{12}):", text)) | set(re.findall(r'"accountId":"(\d+)"', text))

    assert numbers
    assert numbers <= ACCOUNTS


@pytest.mark.parametrize(("story", "region", "name"), alarms())
def test_the_state_of_an_alarm_is_what_its_metric_gives(story: str, region: str, name: str) -> None:
    place = ROOT / story / "cloudwatch" / region
    alarm = next(row for row in load(place / "describe-alarms.json")["MetricAlarms"] if row["AlarmName"] == name)
    points = series(story, region)[metric_key(alarm) + alarm.get("Statistic", alarm.get("ExtendedStatistic", ""))]
    items = load(place / "describe-alarm-history.json")["AlarmHistoryItems"]
    changes = sorted(
        (moment(item["Timestamp"]), json.loads(item["HistoryData"]))
        for item in items
        if item["AlarmName"] == name and item["HistoryItemType"] == "StateUpdate"
    )
    length, n = timedelta(seconds=alarm["Period"]), alarm["EvaluationPeriods"]
    at, end_at = measured(story)
    at += length * (n + 2)

    while at + timedelta(seconds=61) < end_at:
        judged_at = at + timedelta(seconds=61)
        recorded = [data["newState"]["stateValue"] for changed_at, data in changes if changed_at <= judged_at]
        before = changes[0][1]["oldState"]["stateValue"] if changes else alarm["StateValue"]
        newest = [points.get(at - length * back) for back in range(1, n + 3)]

        assert (recorded or [before])[-1] == expected(alarm, newest), f"{name} at {at}"
        at += length

    assert changes == [] or alarm["StateValue"] == changes[-1][1]["newState"]["stateValue"]


def window(story: str) -> tuple[datetime, datetime]:
    """The hour and a half in which calls are made, besides those that built things days before."""
    if story == "orders-slow":
        return datetime(2026, 11, 18, 13, 0, tzinfo=UTC), datetime(2026, 11, 18, 14, 30, tzinfo=UTC)
    return datetime(2026, 10, 6, 2, 40, tzinfo=UTC), datetime(2026, 10, 6, 4, 10, tzinfo=UTC)


def measured(story: str) -> tuple[datetime, datetime]:
    """Metrics begin two hours before the calls and end ten minutes after them."""
    start_at, end_at = window(story)
    return start_at - timedelta(hours=2), end_at + timedelta(minutes=10)


def expected(alarm: Mapping[str, Any], newest: list[float | None]) -> str:
    real = [value for value in newest if value is not None][: alarm["EvaluationPeriods"]]
    if not real and alarm["TreatMissingData"] == "missing":
        return "INSUFFICIENT_DATA"
    breaching = sum(BREACHES[alarm["ComparisonOperator"]](value, alarm["Threshold"]) for value in real)
    return "ALARM" if breaching >= alarm["DatapointsToAlarm"] else "OK"


def test_history_is_printed_newest_first_and_nested_as_text() -> None:
    for path in ROOT.rglob("describe-alarm-history.json"):
        items = load(path)["AlarmHistoryItems"]

        assert [item["Timestamp"] for item in items] == sorted((item["Timestamp"] for item in items), reverse=True)
        assert all(isinstance(json.loads(item["HistoryData"]), dict) for item in items)


def test_the_person_behind_the_change_can_be_followed_across_accounts() -> None:
    records = [record for _, record in delivered("orders-slow")]
    change = next(
        row for row in records if row["eventName"] == "ModifyDBParameterGroup" and row["eventTime"] == "2026-11-18T14:01:52Z"
    )
    key = change["userIdentity"]["accessKeyId"]

    issued = [row for row in records if ((row["responseElements"] or {}).get("credentials") or {}).get("accessKeyId") == key]

    assert {row["recipientAccountId"] for row in issued} == {"111122223333", "444455556666"}
    assert len({row["sharedEventID"] for row in issued}) == 1
    assert change["userIdentity"]["sessionContext"]["sourceIdentity"] == "m.rivera"
    assert {row["userIdentity"]["type"] for row in issued} == {"AssumedRole", "AWSAccount"}


def test_the_database_and_its_parameter_group_are_linked_by_a_record_and_by_config() -> None:
    built = [row["requestParameters"] for _, row in delivered("orders-slow") if row["eventName"] == "CreateDBInstance"]
    created = next(request for request in built if request["dBInstanceIdentifier"] == "orders-db-1")
    snapshot = json.loads(gzip.decompress((ROOT / "orders-slow/config/eu-west-1/snapshot.json.gz").read_bytes()))
    item = next(row for row in snapshot["configurationItems"] if row["resourceId"] == "orders-db-1")

    assert created["dBParameterGroupName"] == "orders-pg15"
    assert "orders-pg15" in {relation["resourceId"] for relation in item["relationships"]}


def test_traffic_is_flat_while_the_database_is_slow_and_rises_before_search_is() -> None:
    metrics = series("orders-slow", "eu-west-1")
    edge = next(points for key, points in metrics.items() if ":RequestCount:" in key)
    search = next(points for key, points in metrics.items() if ":RequestCountPerTarget:" in key)
    wait = next(points for key, points in metrics.items() if key.endswith("p90"))

    rises_at = min(at for at, value in search.items() if value > 7000)
    slows_at = min(at for at, value in wait.items() if value > 800)

    assert max(edge.values()) / min(edge.values()) < 1.1
    assert rises_at < slows_at


@pytest.mark.parametrize("watched", FILTERS, ids=lambda watched: str(watched.name))
def test_a_metric_filter_counts_the_log_lines_it_matches(watched: Any) -> None:
    lines = load(ROOT / "leaked-key/logs/eu-west-1/CloudTrail__DefaultLogGroup.json")["events"]
    points = next(values for key, values in series("leaked-key", "eu-west-1").items() if f":{watched.name}:" in key)

    counts: Counter[datetime] = Counter()
    for line in lines:
        if watched.matches(json.loads(line["message"])):
            counts[datetime.fromtimestamp(line["timestamp"] // 60_000 * 60, UTC)] += 1

    assert points == dict(counts)


@pytest.mark.parametrize("story", STORIES)
def test_hints_fit_their_line_and_come_in_order(story: str) -> None:
    hints = tomllib.loads((ROOT / f"{story}.hints.toml").read_text(encoding="utf-8"))["hint"]
    start_at, end_at = window(story)

    assert [hint["at"] for hint in hints] == sorted(hint["at"] for hint in hints)
    assert all(start_at < hint["at"] < end_at for hint in hints)
    assert all(len(hint["text"]) <= 70 and set(hint) <= {"at", "text", "key"} for hint in hints)

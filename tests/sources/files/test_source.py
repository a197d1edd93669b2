"""Files and folders as a source."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.cloudtrail.reader import read_row
from trailhound.errors import InputError
from trailhound.model.observation import NotUnderstood, Progress, Records
from trailhound.sources.files import source as module
from trailhound.sources.files.source import FileSource

SHARED = Path(os.environ.get("TRAILHOUND_SHARED", Path(__file__).parents[4] / "shared"))
Write = Callable[[str, Any], Path]
Event = Callable[..., dict[str, Any]]


def test_hostile_files_cost_one_line_each_and_spoil_nothing(
    observe: Callable[..., Any], write: Write, event: Event, tmp_path: Path
) -> None:
    write("a.json", {"Records": [event(1)]})
    write("z.json", {"Records": [event(2)]})
    packer = zlib.compressobj(9, wbits=31)
    write("bomb.gz", b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush())
    write("line.json", b'{"Records":[' + b"x" * 5_000_000)
    write("latin.json", b'{"a":"\xe9\xff"}')
    write("deep.json", b"[" * 100_000)
    write("empty.json", b"")
    write("text.txt", b"hello")
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")

    seen = observe(tmp_path)

    assert [json.loads(record)["eventID"] for record in seen.records] == ["e-1", "e-2"]
    assert sorted(Path(complaint.origin.path).name for complaint in seen.complaints) == sorted(
        ["bomb.gz", "line.json", "latin.json", "deep.json", "empty.json", "text.txt", "gone.json", "pipe"]
    )
    assert all(complaint.reason.isprintable() for complaint in seen.complaints)


def test_standard_input_is_read_like_a_file(event: Event) -> None:
    stream = io.BytesIO(gzip.compress(json.dumps({"Records": [event(1)]}).encode()))

    (records,) = [item for item in FileSource(["-"], stream).observe() if isinstance(item, Records)]

    assert records.origin.path == "standard input"
    assert len(records.records) == 1


def test_a_path_that_is_not_there_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.json: does not exist"):
        FileSource([tmp_path / "nowhere.json"])


def test_a_file_that_can_t_be_read_gives_a_line(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.json", {})

    def refuse(stream: object, size: int) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "read_content", refuse)

    assert NotUnderstood in {type(item) for item in FileSource([path]).observe()}


def test_progress_tells_each_file_and_the_way_through_a_long_one(
    write: Write, event: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_STEP", 1000)
    write("a.json", {"Records": [event(number) for number in range(5000)]})
    write("b.json", {"Records": []})

    told = [item for item in FileSource([tmp_path]).observe() if isinstance(item, Progress)]

    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert [item.done for item in told] == sorted(item.done for item in told)
    assert told[0].done == 0
    assert told[-1].done == told[-1].total == total
    assert len({item.done for item in told}) >= 4


KEYS = (
    "Records",
    "Events",
    "events",
    "MetricDataResults",
    "MetricAlarms",
    "AlarmHistoryItems",
    "Datapoints",
    "configurationItems",
)
MORE_KEYS = (
    "metricFilters",
    "MetricDataQueries",
    "QueryResultRows",
    "Label",
    "Id",
    "Timestamps",
    "Values",
    "CompositeAlarms",
    "eventName",
)
values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS + MORE_KEYS), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=120) | values.map(lambda value: json.dumps(value).encode()), st.booleans(), st.integers(0, 60))
def test_any_bytes_load_or_say_why_not(data: bytes, is_packed: bool, cut: int) -> None:
    content = (gzip.compress(data) if is_packed else data)[: -cut or None]

    for item in FileSource(["-"], io.BytesIO(content)).observe():
        if isinstance(item, NotUnderstood):
            assert item.reason.isprintable()
        if isinstance(item, Records):
            assert all(read_row(record) for record in item.records)


def _folders() -> list[Path]:
    return sorted(path.parent for path in (SHARED / "data").glob("*/MANIFEST.md")) if SHARED.is_dir() else []


@pytest.mark.parametrize("folder", _folders() or [None], ids=lambda folder: folder.name if folder else "none")
def test_recorded_data_gives_as_many_events_as_its_manifest_says(folder: Path | None) -> None:
    if folder is None:
        pytest.skip("TRAILHOUND_SHARED holds no data")
    said = dict(re.findall(r"^- \*\*(events|unique event ids)\*\*: (\d+)", (folder / "MANIFEST.md").read_text(), re.MULTILINE))
    ids: list[str] = []
    spoken: set[str] = set()
    for item in FileSource([folder]).observe():
        if isinstance(item, Records):
            ids.extend(read_row(record).event_id for record in item.records)
        if not isinstance(item, Progress):
            spoken.add(item.origin.path)

    assert spoken == {str(path) for path in folder.rglob("*") if path.is_file()}
    if "events" in said:
        assert len(ids) == int(said["events"])
    if "unique event ids" in said:
        assert len(set(ids)) == int(said["unique event ids"])


@pytest.mark.parametrize("name", ["data/nab", "data/scenarios/s001", "conformance/cli"])
def test_other_recorded_folders_open_with_a_reason_for_every_leftover(name: str) -> None:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip("TRAILHOUND_SHARED holds no such folder")

    seen = [item for item in FileSource([folder]).observe() if not isinstance(item, Progress)]

    assert any(not isinstance(item, NotUnderstood) for item in seen)
    assert all(item.reason for item in seen if isinstance(item, NotUnderstood))

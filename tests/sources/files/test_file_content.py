"""From the bytes of a file to what they say."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Observe = Callable[..., Any]
Write = Callable[[str, Any], Path]
Event = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "is empty"), (b" \n\n", "is empty"), (b"hello\x1b", 'it begins with "hello\\x1b"'), (b"{", "cut off")],
)
def test_files_without_content_give_one_clear_line(observe: Observe, write: Write, content: bytes, reason: str) -> None:
    seen = observe(write("a", content))

    assert len(seen.complaints) == 1
    assert reason in seen.reasons[0] or "not valid JSON" in seen.reasons[0]


def test_a_cut_log_file_gives_its_whole_records_and_one_line(observe: Observe, write: Write, event: Event) -> None:
    text = json.dumps({"Records": [event(number) for number in range(50)]}).encode()

    seen = observe(write("cut.json", text[: len(text) // 2]))

    assert 20 <= len(seen.records) <= 26
    assert len(seen.complaints) == 1
    assert "whole entries before it were read" in seen.reasons[0]


def test_a_cut_gzip_file_gives_its_whole_records_and_one_line(observe: Observe, write: Write, event: Event) -> None:
    records = [event(number, noise=f"{number * 7919 % 104729:x}" * 40) for number in range(400)]
    packed = gzip.compress(json.dumps({"Records": records}).encode())

    seen = observe(write("cut.json.gz", packed[: len(packed) * 2 // 3]))

    assert 0 < len(seen.records) < 400
    assert len(seen.complaints) == 1
    assert "cut off" in seen.reasons[0]


def test_one_record_nested_too_deep_spoils_no_other(observe: Observe, write: Write, event: Event) -> None:
    deep = b'{"eventName":"x","a":' + b"[" * 5000 + b"]" * 5000 + b"}"
    good = json.dumps(event(1)).encode()

    seen = observe(write("deep.json", b'{"Records":[' + good + b"," + deep + b"," + good + b"]}"))

    assert seen.records == [good, good]
    assert len(seen.complaints) == 1
    assert "nested too deep" in seen.reasons[0]


def test_cut_lines_give_the_whole_ones(observe: Observe, write: Write, event: Event) -> None:
    packed = gzip.compress(b"".join(json.dumps(event(number)).encode() + b"\n" for number in range(3000)))

    seen = observe(write("a.jsonl.gz", packed[:-2000]))

    assert 0 < len(seen.records) < 3000
    assert len(seen.complaints) == 1


def test_documents_that_follow_each_other_are_all_read(observe: Observe, write: Write, event: Event) -> None:
    pages = json.dumps({"Records": [event(1)]}, indent=2) + json.dumps({"Records": [event(2)]}, indent=2)

    assert len(observe(write("pages.json", pages.encode())).records) == 2
    assert len(observe(write("cut.json", pages[:-20].encode())).records) == 1

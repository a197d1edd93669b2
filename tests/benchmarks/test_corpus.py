"""The corpus that benchmarks read."""

import gzip
import json
from pathlib import Path

from benchmarks.corpus import write_corpus, write_lines


def test_the_number_of_refused_calls_is_known(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path, events=600, per_file=200)

    records = [record for file in corpus.files for record in json.loads(gzip.decompress(file.read_bytes()))["Records"]]
    assert len(corpus.files) == 3
    assert len({record["eventID"] for record in records}) == 600
    assert sum(record.get("errorCode") == "AccessDenied" for record in records) == corpus.refused > 0


def test_the_same_numbers_give_the_same_bytes(tmp_path: Path) -> None:
    first = write_corpus(tmp_path / "a", events=100, per_file=100)
    second = write_corpus(tmp_path / "b", events=100, per_file=100)

    assert first.files[0].read_bytes() == second.files[0].read_bytes()


def test_lines_hold_one_record_each(tmp_path: Path) -> None:
    write_lines(tmp_path / "trail.jsonl", 50)

    assert [json.loads(line)["eventVersion"] for line in (tmp_path / "trail.jsonl").read_text().splitlines()] == ["1.09"] * 50

"""The source contract, held against the sources there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from trailhound.sources.contract import Source
from trailhound.sources.files.source import FileSource

Write = Callable[[str, Any], Path]


def test_the_same_input_gives_the_same_observations(write: Write, event: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    for number in range(5):
        write(f"b{number}/log.json", {"Records": [event(number)]})
    source: Source = FileSource([tmp_path])

    assert list(source.observe()) == list(source.observe())


def test_a_source_can_be_left_between_two_observations(
    write: Write, event: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    write("a.json", {"Records": [event(1)]})
    source: Source = FileSource([tmp_path])

    observations = source.observe()
    next(observations)
    observations.close()  # type: ignore[attr-defined]  # the contract promises an iterator; every source here is a generator

    assert list(observations) == []

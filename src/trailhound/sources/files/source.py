"""Files and folders as a source of observations."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from trailhound.model.observation import NotUnderstood, Observation, Origin, Progress, Records
from trailhound.sources.files.content import Content, read_content
from trailhound.sources.files.documents import Part
from trailhound.sources.files.file_content import read_file_content
from trailhound.sources.files.metric_files import Answers, Pairs, Questions
from trailhound.sources.files.place import Place
from trailhound.sources.files.walk import STANDARD_INPUT, FoundFile, Obstacle, check, walk

_STEP = 4 << 20
"""Bytes of records after which a long file reports how far it is."""


class FileSource:
    """Reads files, folders to any depth, and standard input ("-"); each file is recognised by what it holds.

    Raises:
        InputError: On creation, if something that was named is not there or may not be read.
    """

    def __init__(self, paths: Sequence[str | os.PathLike[str]], standard_input: BinaryIO | None = None) -> None:
        self._paths = tuple(os.fspath(path) for path in paths)
        self._standard_input = standard_input
        check(self._paths)

    def observe(self) -> Iterator[Observation]:
        """Yield everything the files say, in order of their names, with ``Progress`` for each file and inside long ones.

        Metric results come last: their queries may stand in a file that is read later. Nothing raises: a file that can't be
        read, is damaged, or is of no known kind gives ``NotUnderstood``.
        """
        found = list(walk(self._paths))
        total = sum(entry.size for entry in found if isinstance(entry, FoundFile))
        pairs = Pairs()
        done = 0
        for entry in found:
            if isinstance(entry, Obstacle):
                yield NotUnderstood(Origin(entry.shown), entry.reason)
                continue
            yield Progress(done, total, entry.shown)
            yield from self._observe_file(entry, pairs, done, total)
            done += entry.size
        yield from pairs.observe()
        yield Progress(total, total, "")

    def _observe_file(self, entry: FoundFile, pairs: Pairs, done: int, total: int) -> Iterator[Observation]:
        place = Place(entry.path, entry.shown)
        try:
            content = self._read(entry)
        except OSError as trouble:
            yield place.not_understood(f"can't be read: {trouble.strerror or trouble}")
            return
        seen = reported = 0
        for part in read_file_content(content, place):
            observation = _put_by(part, pairs)
            if observation is None:
                continue
            yield observation
            if isinstance(observation, Records):
                seen += sum(map(len, observation.records))
                if seen - reported >= _STEP:
                    reported = seen
                    yield Progress(done + int(entry.size * min(1.0, seen / len(content.data))), total, entry.shown)

    def _read(self, entry: FoundFile) -> Content:
        if entry.path == STANDARD_INPUT:
            return read_content(self._standard_input or sys.stdin.buffer)
        with Path(entry.path).open("rb") as stream:
            return read_content(stream, entry.size)


def _put_by(part: Part, pairs: Pairs) -> Observation | None:
    """Keep metric queries and results for later; pass on the rest."""
    if isinstance(part, Questions):
        pairs.questions.append(part)
        return None
    if isinstance(part, Answers):
        pairs.answers.append(part)
        return None
    return part

"""The files below what a person named, in a fixed order, and what stands in the way."""

# Texts of the operating system are kept as they are, bytes outside UTF-8 included, and this module has to import fast.
# ruff: noqa: PTH110, PTH112, PTH114, PTH115, PTH116, PTH118, PTH208

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trailhound.errors import InputError
from trailhound.model.text import inert

STANDARD_INPUT = "-"


class FoundFile(NamedTuple):
    """A file to read. ``path`` opens it, ``shown`` is safe to print, ``is_stream`` says it has no size (a pipe)."""

    path: str
    shown: str
    size: int
    is_stream: bool = False


class Obstacle(NamedTuple):
    """Something that can't be opened, and why."""

    shown: str
    reason: str


def check(paths: Sequence[str]) -> None:
    """Make sure that everything a person named is there and may be read.

    Raises:
        InputError: If something is missing or refused; the message names it.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            continue
        shown = inert(path)
        if "\0" in path or not os.path.exists(path):
            what = "is a link to something that is not there" if "\0" not in path and os.path.islink(path) else "does not exist"
            raise InputError(f"{shown}: {what}; give a file, a folder, or - for standard input")
        if not os.access(path, os.R_OK):
            raise InputError(f"{shown}: may not be read by this user; check its permissions")


def walk(paths: Sequence[str]) -> Iterator[FoundFile | Obstacle]:
    """Yield the files of all paths, folders in order of name, each file once; and a line for each that can't be opened.

    Pipes are read if a person named them, not if they lie in a folder: reading those could wait for ever.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            yield FoundFile(STANDARD_INPUT, "standard input", 0, is_stream=True)
        elif os.path.isdir(path):
            yield from _walk_folder(path, seen)
        else:
            yield from _look_at(path, seen, is_named=True)


def _walk_folder(folder: str, seen: set[tuple[int, int]]) -> Iterator[FoundFile | Obstacle]:
    """Go through a folder and those below it with a stack, so that no depth is too deep; loops of links end at ``seen``."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)
            if not stat.S_ISDIR(status.st_mode):
                yield from _look_at(path, seen, is_named=False)
                continue
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted(os.listdir(path), reverse=True)
        except OSError as trouble:
            yield _refused(path, trouble)
            continue
        waiting.extend(os.path.join(path, name) for name in names)


def _look_at(path: str, seen: set[tuple[int, int]], *, is_named: bool) -> Iterator[FoundFile | Obstacle]:
    try:
        status = os.stat(path)
    except OSError as trouble:
        yield _refused(path, trouble)
        return
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return
    seen.add(identity)
    if stat.S_ISREG(status.st_mode):
        yield FoundFile(path, inert(path), status.st_size)
    elif is_named and (stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode)):
        yield FoundFile(path, inert(path), 0, is_stream=True)
    else:
        yield Obstacle(inert(path), "is a pipe, socket or device, not a file; name it itself to read it")


def _refused(path: str, trouble: OSError) -> Obstacle:
    if os.path.islink(path) and not os.path.exists(path):
        return Obstacle(inert(path), f"is a link to something that is not there: {inert(os.readlink(path))}")
    return Obstacle(inert(path), f"can't be opened: {trouble.strerror or trouble}")

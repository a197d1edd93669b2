"""Terminals for end-to-end tests."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.e2e.tmux import Tmux


@pytest.fixture
def terminal() -> Iterator[Callable[[int, int], Tmux]]:
    """Open terminals of a size; all are closed at the end."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    opened: list[Tmux] = []

    # Not tmp_path: the path of a socket must be shorter than 108 bytes.
    with tempfile.TemporaryDirectory(prefix="hound") as folder:

        def opening(columns: int, rows: int) -> Tmux:
            place = Path(folder) / str(len(opened))
            place.mkdir()
            opened.append(Tmux(place, columns, rows))
            return opened[-1]

        yield opening
        for one in opened:
            one.stop()

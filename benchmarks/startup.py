"""How fast the program answers and paints."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.outcome import Outcome
from benchmarks.peers import BARE_PYTHON, EMPTY_APP, median, trailhound, wall_time
from benchmarks.terminal import Terminal

VERSION_ROUNDS = 30
PAINT_ROUNDS = 12


def version() -> list[Outcome]:
    """``--version`` against a bare interpreter."""
    ours, peer = [], []
    for _ in range(VERSION_ROUNDS):
        peer.append(wall_time(BARE_PYTHON))
        ours.append(wall_time(trailhound("--version")))
    what = "`trailhound --version`, median"
    return [Outcome("version", what, "bare python", 3, ours=median(ours) * 1e3, peer=median(peer) * 1e3)]


def first_paint() -> list[Outcome]:
    """The first visible character of the demo against that of an empty Textual app, at 120x40."""
    ours, peer = [], []
    for _ in range(PAINT_ROUNDS):
        peer.append(_painted(EMPTY_APP))
        ours.append(_painted(trailhound("demo")))
    what = "first paint of `trailhound demo`, 120x40, median"
    return [Outcome("first-paint", what, "empty Textual app", 1.25, ours=median(ours) * 1e3, peer=median(peer) * 1e3)]


def _painted(command: Sequence[str]) -> float:
    with Terminal(command) as terminal:
        seconds = terminal.first_paint()
    if seconds is None:
        raise RuntimeError(f"{' '.join(command)} painted nothing")
    return seconds

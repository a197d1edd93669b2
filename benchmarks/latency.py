"""How fast a key is answered while nothing else happens."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import write_lines
from benchmarks.outcome import Outcome
from benchmarks.peers import EMPTY_APP, is_here, median, percentile, trailhound
from benchmarks.terminal import Terminal

EVENTS = 20_000
KEYS = 150
WARM_UP = 5.0
"""Seconds for reading the file; what is not done by then shows as a program that never rests."""

UP, DOWN = b"k", b"j"


def keys() -> list[Outcome]:
    """A key that moves the selection, to the end of its repaint: against an empty app and against lnav."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trail.jsonl"
        write_lines(file, EVENTS)
        has_lnav = is_here("lnav")
        commands = {"ours": trailhound("replay", str(file), "--speed", "max"), "empty": EMPTY_APP}
        if has_lnav:
            commands["lnav"] = ("lnav", str(file))
        times = _interleaved(commands)
    ours, empty = times["ours"], times["empty"]
    at_rest = "key to repaint at rest, 120x40, p50"
    outcomes = [Outcome("keys", at_rest, "empty Textual app", 3, ours=median(ours) * 1e3, peer=median(empty) * 1e3)]
    what = f"key to repaint over {EVENTS} events, 120x40, p99"
    if not has_lnav:
        return [*outcomes, Outcome("keys-lnav", what, "lnav", 2, skipped="lnav is not installed")]
    slowest = percentile(times["lnav"], 0.99)
    return [*outcomes, Outcome("keys-lnav", what, "lnav", 2, ours=percentile(ours, 0.99) * 1e3, peer=slowest * 1e3)]


def _interleaved(commands: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
    """Let all programs stand side by side and press keys in turn, so that all of them meet the same neighbours."""
    dice = random.Random(1)
    terminals = {name: Terminal(command) for name, command in commands.items()}
    times: dict[str, list[float]] = {name: [] for name in commands}
    try:
        for name, terminal in terminals.items():
            terminal.first_paint()
            # lnav shows a clock that moves once a second: rest means less than that.
            if not (terminal.watch(WARM_UP) and terminal.rest(0.5)):
                raise RuntimeError(f"{name} never came to rest")
        for number in range(KEYS):
            key = DOWN if number % 20 >= 10 else UP
            for name, terminal in terminals.items():
                terminal.rest(0.02)
                seconds = terminal.answer_time(key)
                if seconds is not None:
                    times[name].append(seconds)
                # Never in step with a program's own clock.
                time.sleep(0.02 + 0.05 * dice.random())
    finally:
        for terminal in terminals.values():
            terminal.stop()
    silent = [name for name, answered in times.items() if len(answered) < KEYS / 2]
    if silent:
        raise RuntimeError(f"half of the keys had no effect: {', '.join(silent)}")
    return times

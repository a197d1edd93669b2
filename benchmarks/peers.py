"""The programs that are measured: ours as it is installed, and the peers if they are there."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

EMPTY_APP = (sys.executable, "-m", "benchmarks.empty_app")
BARE_PYTHON = (sys.executable, "-c", "pass")


def trailhound(*arguments: str) -> tuple[str, ...]:
    """Give the command line of the installed command, or of the package if it is not installed as one."""
    command = Path(sys.executable).with_name("trailhound")
    return (str(command), *arguments) if command.exists() else (sys.executable, "-m", "trailhound", *arguments)


def is_here(*commands: str) -> bool:
    """Say whether all of these commands can be run."""
    return all(shutil.which(command) for command in commands)


def wall_time(command: Sequence[str]) -> float:
    """Run a command to its end and give the seconds it took. Raises CalledProcessError if it fails."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value that so much of all values lie under."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def median(values: Sequence[float]) -> float:
    """Give the value in the middle."""
    return statistics.median(values)

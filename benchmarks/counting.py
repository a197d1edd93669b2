"""How fast one question is answered from delivered files."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.outcome import Outcome
from benchmarks.peers import is_here, median, trailhound, wall_time

EVENTS = 100_000
ROUNDS = 5
JQ = (
    """find "$0" -name '*.json.gz' -exec zcat {} + | jq -n '[inputs.Records[] | select(.errorCode == "AccessDenied")] | length'"""
)


def count() -> list[Outcome]:
    """Count the refused calls among 100 000 delivered events, against zcat and jq; both must give the planted number."""
    what = f"count of AccessDenied over {EVENTS} delivered events, median"
    if not is_here("zcat", "jq", "find"):
        return [Outcome("count", what, "zcat and jq", 5, True, skipped="zcat or jq is not installed")]
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder), EVENTS)
        commands = {
            "ours": trailhound("scan", folder, "--filter", "error:AccessDenied", "--count"),
            "peer": ("sh", "-c", JQ, folder),
        }
        for name, command in commands.items():
            answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
            if answer != str(corpus.refused):
                raise RuntimeError(f"{name} counts {answer}, planted were {corpus.refused}")
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(wall_time(command))
    ours, peer = (median(times[name]) * 1e3 for name in ("ours", "peer"))
    return [Outcome("count", what, "zcat and jq", 5, is_faster=True, ours=ours, peer=peer)]

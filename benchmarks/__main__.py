"""Runs the benchmarks: ``python -m benchmarks [NAME...] [--json FILE] [--write]``."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.counting import count
from benchmarks.latency import keys
from benchmarks.outcome import Outcome, markdown
from benchmarks.startup import first_paint, version

BENCHMARKS: Mapping[str, Callable[[], list[Outcome]]] = {
    "version": version,
    "first-paint": first_paint,
    "keys": keys,
    "count": count,
}
PAGE = Path(__file__).parent.parent / "docs" / "reference" / "performance.md"
BEGIN, END = "<!-- benchmarks: begin -->", "<!-- benchmarks: end -->"


def main() -> int:
    """Run what was asked for, print the table, and give 1 if a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names",
        metavar="NAME",
        nargs="*",
        choices=[*BENCHMARKS, []],
        help=f"one of {', '.join(BENCHMARKS)}; all if none is named",
    )
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the figures here")
    parser.add_argument("--write", action="store_true", help="put the table into docs/reference/performance.md")
    options = parser.parse_args()
    outcomes: list[Outcome] = []
    for name in options.names or BENCHMARKS:
        print(f"{name} ...", file=sys.stderr)
        outcomes += BENCHMARKS[name]()
    print(markdown(outcomes))
    if options.json:
        options.json.write_text(json.dumps([outcome.document() for outcome in outcomes], indent=2) + "\n")
    if options.write:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), outcomes), "utf-8")
    return int(any(outcome.is_met is False for outcome in outcomes))


def with_table(page: str, outcomes: list[Outcome]) -> str:
    """Put a table between the markers of a page, with the command and the machine that made it."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    made_by = f"Made by `python -m benchmarks --write` on {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
    made_by += f"Python {platform.python_version()}."
    return f"{before}{BEGIN}\n{markdown(outcomes)}\n\n{made_by}\n{END}{after}"


if __name__ == "__main__":
    raise SystemExit(main())

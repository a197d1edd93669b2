"""Options that several commands share, and the parser they are added to."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from datetime import datetime

SPEEDS = (0.25, 1000.0)
"""Slowest and fastest speed that can be asked for by number; "max" is beyond."""

DASHED = frozenset({"--at", "--filter"})
"""Options whose value may begin with a dash."""


def parser_for(command: str, summary: str) -> argparse.ArgumentParser:
    """Make the empty parser of one command."""
    return argparse.ArgumentParser(
        prog=f"trailhound {command}",
        description=f"{summary[0].upper()}{summary[1:]}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Add the files and folders to read."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="a file, a folder of any depth, or - for standard input; what a file holds is told by its content, not by its name",
    )


def add_config(parser: argparse.ArgumentParser) -> None:
    """Add the choice of the configuration file."""
    parser.add_argument("--config", metavar="FILE", help="read settings from this file instead of the one in the config folder")


def add_screen(parser: argparse.ArgumentParser) -> None:
    """Add what changes the look and the keys of the screen."""
    group = parser.add_argument_group("screen")
    add_config(parser)
    group.add_argument("--theme", metavar="NAME", help="colours by name (see: trailhound themes)")
    group.add_argument("--keys", metavar="PRESET", help="key preset: default, vim, k9s or lnav")
    group.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")
    group.add_argument("--no-colour", "--no-color", dest="no_colour", action="store_true", help="no colour codes at all")
    group.add_argument(
        "--plain",
        action="store_true",
        help="print lines instead of drawing a screen, for screen readers and pipes (the default when output is not a terminal)",
    )


def add_clock(parser: argparse.ArgumentParser) -> None:
    """Add where the replay starts, how fast it goes and what it shows."""
    group = parser.add_argument_group("replay")
    group.add_argument("--at", metavar="WHEN", help='start here: "14:05", "-20m", "next alarm" or 2026-01-31T14:05Z')
    group.add_argument("--speed", metavar="N", type=speed, help="0.25 to 1000 times real time, or max")
    group.add_argument("--filter", metavar="TEXT", default="", help='show only these events: "name:Delete* write:yes"')


def joined(words: Sequence[str]) -> list[str]:
    """Tie values that begin with a dash to their option: ``--at -20m`` becomes ``--at=-20m``.

    The parser of the standard library would take ``-20m`` for an option that does not exist.
    """
    tied: list[str] = []
    for word in words:
        if tied and tied[-1] in DASHED and word.startswith("-") and not word.startswith("--"):
            tied[-1] += f"={word}"
        else:
            tied.append(word)
    return tied


def speed(text: str) -> float:
    """Read a speed: a number of times real time, with or without an x, or "max"."""
    if text.strip().lower() == "max":
        return math.inf
    try:
        number = float(text.lower().removesuffix("x"))
    except ValueError:
        number = math.nan
    slowest, fastest = SPEEDS
    if not slowest <= number <= fastest:
        raise argparse.ArgumentTypeError(f"{text!r} is no speed: give 0.25 to 1000, or max")
    return number


def rfc3339(moment: datetime) -> str:
    """Write a moment the way all machine-readable output has it: UTC, with Z, a fraction only if there is one."""
    return moment.isoformat().replace("+00:00", "Z")

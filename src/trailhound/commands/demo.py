"""``trailhound demo``: a bundled incident, with a few hints for newcomers."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from trailhound.commands.options import add_clock, add_screen

if TYPE_CHECKING:  # named only
    from trailhound.ui.settings import StoryHint

STORIES = {"orders-slow": "13:24", "leaked-key": "02:50"}
"""The bundled incidents, the first of them shown unless another is named, and the moment from which they are shown."""

SPEED = 60.0
"""Fast enough that a newcomer sees an alarm within the first minute."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Take the story, the look and the clock."""
    known = list(STORIES)
    parser.add_argument("story", metavar="STORY", nargs="?", choices=known, default=known[0], help=f"one of {', '.join(known)}")
    add_screen(parser)
    add_clock(parser)


def run(options: argparse.Namespace) -> int:
    """Show a bundled incident on a screen, or tell it line by line."""
    from trailhound.commands.watching import Beginning, watch
    from trailhound.shipped import folder

    samples = folder("sample_data")
    hints = read_hints(samples / f"{options.story}.hints.toml")
    beginning = Beginning(STORIES[options.story], SPEED, hints, title=options.story)
    return watch((str(samples / options.story),), options, beginning)


def read_hints(file: Path) -> tuple[StoryHint, ...]:
    """Read what a newcomer is told, in the order of the story."""
    from trailhound.ui.settings import StoryHint

    hints = tomllib.loads(file.read_text("utf-8"))["hint"]
    return tuple(StoryHint(hint["at"], hint["text"], hint.get("key", "")) for hint in hints)

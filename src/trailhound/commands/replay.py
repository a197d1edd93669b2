"""``trailhound replay``: watch files as if they happened now."""

from __future__ import annotations

import argparse

from trailhound.commands.options import add_clock, add_paths, add_screen


def add_options(parser: argparse.ArgumentParser) -> None:
    """Take the files, the look and the clock."""
    add_paths(parser)
    add_screen(parser)
    add_clock(parser)


def run(options: argparse.Namespace) -> int:
    """Show the files on a screen, or tell them line by line."""
    from trailhound.commands.watching import Beginning, watch

    return watch(tuple(options.paths), options, Beginning())

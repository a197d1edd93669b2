"""``trailhound themes``: the themes that can be chosen."""

from __future__ import annotations

import argparse
from pathlib import Path

from trailhound.commands.options import add_config
from trailhound.commands.output import write_lines
from trailhound.config.load import folder, load
from trailhound.model.text import inert
from trailhound.ui.theme import load_theme, theme_names


def add_options(parser: argparse.ArgumentParser) -> None:
    """Take the configuration file, whose choice is marked."""
    add_config(parser)


def run(options: argparse.Namespace) -> int:
    """Print one line for each theme; the one in force has a star."""
    write_lines(theme_lines(folder() / "themes", load(options.config).theme))
    return 0


def theme_lines(own: Path, chosen: str) -> list[str]:
    """Write the list: a star for the chosen theme, its name, and what ground it is made for."""
    names = theme_names(own)
    width = max(map(len, names))
    return [f"{'*' if name == chosen else ' '} {inert(name):<{width}}  {_ground(name, own)}" for name in names]


def _ground(name: str, own: Path) -> str:
    theme = load_theme(name, own)
    if theme.is_colourless:
        return "no colours of its own"
    return "for dark terminals" if theme.is_dark else "for light terminals"

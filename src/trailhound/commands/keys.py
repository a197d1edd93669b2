"""``trailhound keys``: every key, for the preset and the bindings in force."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace

from trailhound.commands.options import add_config
from trailhound.commands.output import write_lines
from trailhound.commands.preferences import preset_of, wishes_of
from trailhound.config.load import load
from trailhound.ui.key_table import keys_in_force
from trailhound.ui.keys import KeyRow, Place, key_name


def add_options(parser: argparse.ArgumentParser) -> None:
    """Take the preset to list and the configuration file."""
    add_config(parser)
    parser.add_argument("--keys", metavar="PRESET", help="list this preset: default, vim, k9s or lnav")


def run(options: argparse.Namespace) -> int:
    """Print every key by the place where it holds."""
    settings = load(options.config)
    if options.keys:
        settings = replace(settings, preset=preset_of(options.keys))
    write_lines(key_lines(settings.preset.value, wishes_of(settings)))
    return 0


def key_lines(preset: str, wishes: Mapping[str, str]) -> Iterator[str]:
    """Write the key map: for each place its keys, what they do, and the name that binds them in the configuration."""
    rows = keys_in_force(preset, wishes).rows
    shown = {row.id: _shown(row) for row in rows}
    key_width = max(map(len, shown.values()))
    words_width = max(len(row.words) for row in rows)
    for place in Place:
        here = [row for row in rows if row.place is place]
        if here:
            yield f"{place.value}:"
        for row in here:
            yield f"  {shown[row.id]:<{key_width}}  {row.words:<{words_width}}  {row.id}"


def _shown(row: KeyRow) -> str:
    return " ".join(key_name(key.strip()) for key in row.keys.split(","))

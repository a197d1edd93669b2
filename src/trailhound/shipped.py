"""Finds the data files that are shipped with the program: themes and sample data."""

from __future__ import annotations

from pathlib import Path

from trailhound.errors import InputError


def folder(name: str) -> Path:
    """Give the folder of shipped data with a name, from the installed package or from the repository.

    Raises:
        InputError: If neither place has it, which means that the installation is broken.
    """
    package = Path(__file__).parent  # not importlib.resources: it costs the start several milliseconds
    packaged = package / name
    if packaged.is_dir():
        return packaged
    beside = package.parents[1] / name
    if beside.is_dir():
        return beside
    raise InputError(f'shipped folder "{name}" is missing ({packaged}): install trailhound again')

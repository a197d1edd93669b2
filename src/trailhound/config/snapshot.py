"""Checked settings kept as JSON in the cache folder, so that the next start needs no pydantic."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from trailhound import __version__


def stamp(path: Path) -> list[str | int]:
    """Give what must be the same for a snapshot to count: file, size, time of the last change, program version."""
    state = path.stat()
    return [str(path.resolve()), state.st_size, state.st_mtime_ns, __version__]


def load(folder: Path, key: list[str | int]) -> dict[str, Any] | None:
    """Give the settings kept for a stamp; None if there are none, or they can't be read."""
    try:
        kept = json.loads(_place(folder, key).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict) or kept.get("stamp") != key or not isinstance(kept.get("settings"), dict):
        return None
    settings: dict[str, Any] = kept["settings"]
    return settings


def save(folder: Path, key: list[str | int], settings: dict[str, Any]) -> None:
    """Keep settings under a stamp. A cache folder that can't be written costs the next start some time, nothing else."""
    place = _place(folder, key)
    draft = place.with_suffix(".new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps({"stamp": key, "settings": settings}), "utf-8")
        draft.replace(place)
    except OSError:
        return


def _place(folder: Path, key: list[str | int]) -> Path:
    name = hashlib.sha256(str(key[0]).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return folder / f"config-{name}.json"

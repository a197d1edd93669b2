"""Where a document stood, and what its place tells: region, log group, delivery time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePath

from trailhound.model.observation import NotUnderstood, Origin

_REGION = re.compile(r"[a-z]{2}(?:-[a-z]+){1,2}-\d{1,2}")
_DELIVERY = re.compile(r"_(\d{8}T\d{4})(?:\d\d)?Z_")
_ENDINGS = (".gz", ".json", ".jsonl", ".ndjson", ".csv", ".txt", ".log")


@dataclass(frozen=True, slots=True)
class Place:
    """The file a document is from, and which document of it (0 = the only one)."""

    path: str
    shown: str
    position: int = 0

    @property
    def origin(self) -> Origin:
        """The place as observations carry it."""
        return Origin(self.shown, self.position)

    @property
    def folder(self) -> str:
        """The folder of the file."""
        return str(PurePath(self.path).parent)

    @property
    def stem(self) -> str:
        """The name of the file without its endings."""
        name = PurePath(self.shown).name
        while name.endswith(_ENDINGS):
            name = name[: name.rindex(".")]
        return name

    @property
    def region(self) -> str:
        """The innermost folder that is named like a region, or ""."""
        return next((part for part in reversed(PurePath(self.path).parts[:-1]) if _REGION.fullmatch(part)), "")

    @property
    def log_group(self) -> str:
        """The log group by the name of the file, in which ``__`` stands for a slash: the API's reply has no such member."""
        return self.stem.replace("__", "/")

    @property
    def delivered_at(self) -> datetime | None:
        """The minute of delivery that CloudTrail writes into the name of a log file."""
        found = _DELIVERY.search(PurePath(self.path).name)
        if not found:
            return None
        try:
            return datetime.strptime(found.group(1), "%Y%m%dT%H%M").replace(tzinfo=UTC)
        except ValueError:
            return None

    def at(self, position: int) -> Place:
        """Give the place of another document of the same file."""
        return replace(self, position=position)

    def not_understood(self, reason: str) -> NotUnderstood:
        """Say why this document can't be used."""
        return NotUnderstood(self.origin, reason)

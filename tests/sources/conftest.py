"""Files as tests need them, and what a source says about them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trailhound.model.observation import NotUnderstood, Observation, Progress, Records
from trailhound.sources.files.source import FileSource


class Seen:
    """Everything a source yielded, sorted by what a test asks for."""

    def __init__(self, observations: list[Observation]) -> None:
        self.all = observations
        self.records = [record for item in observations if isinstance(item, Records) for record in item.records]
        self.complaints = [item for item in observations if isinstance(item, NotUnderstood)]
        self.rest = [item for item in observations if not isinstance(item, Records | NotUnderstood | Progress)]

    @property
    def reasons(self) -> list[str]:
        """The reasons of everything that was not understood."""
        return [complaint.reason for complaint in self.complaints]


@pytest.fixture
def observe() -> Callable[..., Seen]:
    """Read paths to the end."""
    return lambda *paths: Seen(list(FileSource(paths).observe()))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, Any], Path]:
    """Write a file below the test's folder: bytes as they are, anything else as JSON."""

    def _write(name: str, content: Any) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return _write


@pytest.fixture
def event() -> Callable[..., dict[str, Any]]:
    """Make a small CloudTrail record."""

    def _event(number: int = 1, **more: Any) -> dict[str, Any]:
        return {
            "eventVersion": "1.11",
            "userIdentity": {"type": "IAMUser", "userName": "m.rivera"},
            "eventTime": f"2026-07-05T14:{number % 60:02d}:00Z",
            "eventSource": "s3.amazonaws.com",
            "eventName": "PutObject",
            "eventID": f"e-{number}",
            **more,
        }

    return _event

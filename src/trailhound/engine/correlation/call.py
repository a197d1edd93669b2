"""A call as the correlation sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from trailhound.model.event import Event


@dataclass(frozen=True, slots=True)
class Call:
    """A CloudTrail record: its event, the opened record, and the resources it names as lists show them."""

    row: int
    event: Event
    document: Mapping[str, Any] = field(compare=False, hash=False)
    resources: tuple[str, ...] = ()

    @property
    def request(self) -> Mapping[str, Any]:
        """The request parameters, empty where the record has none."""
        found = self.document.get("requestParameters")
        return found if isinstance(found, Mapping) else {}

    @property
    def is_dry_run(self) -> bool:
        """Say whether the call only asked what would happen."""
        return "DryRunOperation" in self.event.error_code

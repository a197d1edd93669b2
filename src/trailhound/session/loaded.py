"""All that a session has been told so far, in one place. Nothing here depends on the order in which it was told."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from datetime import datetime

from trailhound.model.observation import ConfigItem, LogLines, MetricFilterDescribed, NotUnderstood
from trailhound.session.alarm_log import AlarmLog
from trailhound.session.gauges import Gauges
from trailhound.session.links import Links
from trailhound.store.store import Store


@dataclass(slots=True)
class Inputs:
    """What the files of records were like: which they were, and whether somebody wrote down when they arrived."""

    record_files: set[str] = field(default_factory=set)
    has_arrivals: bool = False
    has_silent_arrivals: bool = False


class Loaded:
    """What the sources told: records in the store, and everything else beside it. Call ``settle`` after more was told."""

    def __init__(self) -> None:
        self.store = Store()
        self.gauges = Gauges()
        self.alarms = AlarmLog()
        self.filters: list[MetricFilterDescribed] = []
        self.items: list[ConfigItem] = []
        self.logs: list[LogLines] = []
        self.log_lines: list[tuple[datetime, str, str]] = []
        self.troubles: list[NotUnderstood] = []
        self.inputs = Inputs()
        self.links = Links(self.store, self.items)

    def settle(self) -> None:
        """Put everything in order after more was told."""
        self.filters.sort(key=lambda found: (found.group, found.name, found.pattern, found.origin.path))
        self.items.sort(key=lambda item: (item.resource_type, item.resource_id, item.origin.path, item.origin.position))
        self.troubles.sort(key=lambda trouble: (trouble.origin.path, trouble.origin.position, trouble.reason))
        self.logs.sort(key=lambda lines: (lines.group, lines.origin.path, lines.origin.position))
        self.log_lines = sorted({(at, lines.group, message) for lines in self.logs for at, _, message in lines.lines})
        self.links.forget()

    def lines_between(self, start_at: datetime, end_at: datetime) -> list[tuple[datetime, str, str]]:
        """Give the log lines of a stretch as (when, group, message)."""
        low = bisect.bisect_left(self.log_lines, (start_at,))
        return self.log_lines[low : bisect.bisect_left(self.log_lines, (end_at,))]

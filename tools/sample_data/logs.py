"""Log groups, as ``aws logs filter-log-events`` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from tools.sample_data.trail import write_json


def write_group(
    folder: Path,
    region: str,
    group: str,
    stream: str,
    lines: Sequence[tuple[datetime, str]],
    lag: timedelta = timedelta(seconds=2),
) -> None:
    """Write the lines of one log group, oldest first; ``lag`` lies between a line and its ingestion."""
    events = []
    for number, (at, message) in enumerate(sorted(lines), 1):
        moment = round(at.timestamp() * 1000)
        event = {
            "logStreamName": stream,
            "timestamp": moment,
            "message": message,
            "ingestionTime": moment + round(lag.total_seconds() * 1000),
            "eventId": f"38{moment:014}{number:040}",
        }
        events.append(event)
    name = group.replace("/", "__") + ".json"
    write_json(folder / "logs" / region / name, {"events": events, "searchedLogStreams": []})

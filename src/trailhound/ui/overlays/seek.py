"""Go to a time: the box behind ``S``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from trailhound.ui.overlays.menu import Item, Overlay

_WAYS = (
    ("next alarm", "the next alarm that changes its state"),
    ("previous alarm", "the alarm before"),
    ("-20m", "20 minutes back; also 30s, 2h, +5m"),
    ("start", "where the recording begins"),
    ("end", "where it ends, or back to live"),
)


class SeekOverlay(Overlay):
    """Takes a time in words and gives it back as it was typed; the session understands it."""

    TITLE_WORDS = "Go to a time"
    PLACEHOLDER = "14:05, -20m, next alarm, 2026-11-18T14:05Z"

    def items(self, text: str) -> Sequence[Item]:
        """Offer what is typed, the usual ways, and the moments when something moved."""
        typed = [Item(text.strip(), value=text.strip(), note="go there")] if text.strip() else []
        status = self.context.session.status()
        moved = [(f"{subject.at:%Y-%m-%dT%H:%M:%SZ}", f"{subject.name} moved") for subject in self.context.session.subjects()[:5]]
        middle = status.span.start_at + status.span.duration / 2
        ways = [*_WAYS, *moved] if status.span.duration > timedelta(0) else list(_WAYS)
        example = (f"{middle:%H:%M}", "a time of the day, UTC")
        wanted = text.strip().lower()
        return typed + [
            Item(way, value=way, note=note) for way, note in [*ways, example] if wanted in way.lower() and way != text.strip()
        ]

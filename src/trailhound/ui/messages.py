"""What panes and screens tell the app; the app forwards, nobody calls a neighbour."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual.message import Message

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.model.answer import Subject
    from trailhound.model.metric import Metric
    from trailhound.session.views import ThingKind


class Kind(enum.StrEnum):
    """What can be opened, and so which screen shows it. ``Open.key`` has the type named behind each."""

    RECORD = "record"  # int: the event's row
    ALARM = "alarm"  # str: the alarm's name
    METRIC = "metric"  # Metric
    WHO = "who"  # Subject: who did what just before this moved
    THING = "thing"  # tuple[ThingKind, str]
    LINEAGE = "lineage"  # int: the event's row
    COVERAGE = "coverage"  # None


Key: TypeAlias = "int | str | Metric | Subject | tuple[ThingKind, str] | None"


@dataclass
class Open(Message):
    """Show the screen about a thing, on top of this one."""

    kind: Kind
    key: Key = None


@dataclass
class Trail(Message):
    """Go back to the event list and filter it by a text: the trail of the thing in hand."""

    filter_text: str


@dataclass
class Copy(Message):
    """Put a text on the clipboard and say so; ``what`` names it in the note that is shown."""

    text: str
    what: str


@dataclass
class Tell(Message):
    """Show one line above the keys: what failed or happened, and which key helps."""

    text: str
    is_error: bool = False


class Updated(Message, bubble=False):
    """Look again: the session's revision, the selection or the theme is another."""

    def can_replace(self, message: Message) -> bool:
        """Fold a burst of these into one."""
        return isinstance(message, Updated)


@dataclass
class Preview(Message):
    """Draw everything in a theme for now; None goes back to the one that was chosen."""

    theme: str | None

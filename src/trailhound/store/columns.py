"""All rows as columns: what lists, filters and counts read without opening a record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from operator import attrgetter

import numpy as np

from trailhound.cloudtrail.row import Row
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.observation import Origin
from trailhound.store.growable import Growable
from trailhound.store.text_column import TextColumn

TEXTS = (
    "event_id",
    "name",
    "source",
    "who",
    "identity_type",
    "arn",
    "role",
    "session",
    "access_key",
    "target",
    "targets",
    "error",
    "account",
    "region",
    "address",
    "agent",
    "via",
    "event_type",
    "category",
)
"""The columns of ``Row`` that are texts."""

KINDS = tuple(CallKind)
ACTORS = tuple(ActorClass)

_LISTED = frozenset({"targets"})
_OF_EVENTS = tuple(name for name in TEXTS if name not in {"session", "targets"})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(micros: int) -> datetime:
    """Turn microseconds since 1970 into an aware time."""
    return _EPOCH + timedelta(microseconds=int(micros))


class Columns:
    """The columns of ``Row`` except its time, and where each row was read."""

    def __init__(self) -> None:
        self.texts = {name: TextColumn(name in _LISTED) for name in TEXTS}
        self.habits = TextColumn()
        self.kind = Growable(np.int8)
        self.actor = Growable(np.int8)
        self.is_understood = Growable(np.bool_)
        self._paths = TextColumn()
        self._positions = Growable(np.int64)

    def __len__(self) -> int:
        return len(self.kind)

    def extend(self, rows: Sequence[Row], origins: Sequence[Origin]) -> None:
        """Add rows."""
        for name, column in self.texts.items():
            column.extend(map(attrgetter(name), rows))
        self.habits.extend(habit(row.who, row.name) for row in rows)
        self.kind.extend([row.kind for row in rows])
        self.actor.extend([row.actor for row in rows])
        self.is_understood.extend([row.is_understood for row in rows])
        self._paths.extend(origin.path for origin in origins)
        self._positions.extend([origin.position for origin in origins])

    def replace(self, number: int, row: Row, origin: Origin) -> None:
        """Put another content in a row."""
        for name, column in self.texts.items():
            column.replace(number, getattr(row, name))
        self.habits.replace(number, habit(row.who, row.name))
        self.kind.view[number] = row.kind
        self.actor.view[number] = row.actor
        self.is_understood.view[number] = row.is_understood
        self._paths.replace(number, origin.path)
        self._positions.view[number] = origin.position

    def origin(self, row: int) -> Origin:
        """Say where a row was read."""
        return Origin(self._paths.text(row), self._positions.item(row))

    def event(self, row: int, occurred: int, observed: int, copies: int, is_time_known: bool) -> Event:
        """Build the event of a row from its columns and what the store knows besides."""
        text = {name: self.texts[name].text(row) for name in _OF_EVENTS}
        return Event(
            row=row,
            event_id=text["event_id"],
            occurred_at=moment(occurred),
            observed_at=moment(observed),
            name=text["name"],
            source=text["source"],
            kind=KINDS[self.kind.item(row)],
            identity=_identity(ACTORS[self.actor.item(row)], text),
            target=text["target"],
            error_code=text["error"],
            account=text["account"],
            region=text["region"],
            address=text["address"],
            agent=text["agent"],
            via=text["via"],
            event_type=text["event_type"],
            category=text["category"],
            copies=copies,
            is_time_known=is_time_known,
            is_understood=self.is_understood.item(row),
        )


def habit(who: str, name: str) -> str:
    """Give the key under which the calls of one person with one name are counted; no two pairs share one."""
    return f"{len(who)} {who}{name}"


def _identity(actor: ActorClass, text: dict[str, str]) -> Identity:
    arn = text["arn"]
    is_session = ":assumed-role/" in arn
    return Identity(
        actor=actor,
        name=text["who"],
        type=text["identity_type"],
        arn=arn,
        access_key_id=text["access_key"],
        role=text["role"],
        session_name=arn.rsplit("/", 1)[-1] if is_session else "",
    )

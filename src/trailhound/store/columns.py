"""All rows as columns: what lists, filters and counts read without opening a record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec
import numpy as np

from trailhound.cloudtrail.row import Row
from trailhound.model.event import CallKind, Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.observation import Origin
from trailhound.store.growable import Growable, Times
from trailhound.store.pair_column import PairColumn
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
        # Temporary credentials have one key for each session, so the two columns hold nearly the same texts.
        self.texts["session"] = TextColumn(shares=self.texts["access_key"])
        self.habits = PairColumn()
        self.kind = Growable(np.int8)
        self.actor = Growable(np.int8)
        self.is_understood = Growable(np.bool_)
        self._paths = TextColumn()
        self._positions = Growable(np.int64)

    def __len__(self) -> int:
        return len(self.kind)

    def extend(self, rows: Sequence[Row], path: str, positions: Times) -> None:
        """Add rows that were read in one file."""
        if not rows:
            return
        values = dict(zip(Row.__struct_fields__, zip(*map(msgspec.structs.astuple, rows), strict=True), strict=True))
        codes = {name: column.extend(values[name]) for name, column in self.texts.items()}
        self.habits.extend(codes["who"], codes["name"])
        self.kind.extend(values["kind"])
        self.actor.extend(values["actor"])
        self.is_understood.extend(values["is_understood"])
        self._paths.repeat(path, len(rows))
        self._positions.extend(positions)

    def replace(self, number: int, row: Row, origin: Origin) -> None:
        """Put another content in a row."""
        codes = {name: column.replace(number, getattr(row, name)) for name, column in self.texts.items()}
        self.habits.replace(number, codes["who"], codes["name"])
        self.kind.view[number] = row.kind
        self.actor.view[number] = row.actor
        self.is_understood.view[number] = row.is_understood
        self._paths.replace(number, origin.path)
        self._positions.view[number] = origin.position

    def habit(self, who: str, name: str) -> int | None:
        """Give the code under which the calls of one person with one name are counted; None if there are none."""
        return self.habits.code_of(self.texts["who"].code_of(who), self.texts["name"].code_of(name))

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

"""Who stands behind a role session: the caller of the AssumeRole that opened it, as far as that is loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import numpy as np

from trailhound.cloudtrail.envelope import open_record
from trailhound.languages.query import parse
from trailhound.model.event import Event
from trailhound.model.identity import ActorClass, Identity
from trailhound.session.moments import micros
from trailhound.store.store import Store

MOST_LINKS = 6
"""Roles assumed from roles: longer chains are not followed."""

_OPENERS = "=AssumeRole,=AssumeRoleWithSAML,=AssumeRoleWithWebIdentity,=GetSessionToken,=GetFederationToken"
_CREDENTIALS = re.compile(rb'"credentials"\s*:\s*\{[^{}]*?"accessKeyId"\s*:\s*"([A-Z0-9]{16,128})"')
_OPENING = parse(f"error:none name:{_OPENERS}")


class People:
    """Follows temporary keys back to whoever asked for them. Looked up once and kept until more is loaded."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._openers: dict[str, int] | None = None

    def forget(self) -> None:
        """Drop what was looked up: more was loaded."""
        self._openers = None

    def prepare(self) -> None:
        """Look up all openers now, so that no question has to wait for it."""
        self._given()

    def opener(self, event: Event, as_of: datetime) -> Event | None:
        """Give the call whose answer held the credentials of a call, if it was known at a moment."""
        row = self._given().get(event.identity.access_key_id)
        if row is None or self._store.observed[row] > micros(as_of) or row == event.row:
            return None
        return self._store.event(row, micros(as_of))

    def chain(self, event: Event, as_of: datetime) -> list[Event]:
        """Give the calls that led to the credentials of a call, the first of them first."""
        chain: list[Event] = []
        found = self.opener(event, as_of)
        while found is not None and len(chain) < MOST_LINKS and all(found.row != known.row for known in chain):
            chain.insert(0, found)
            found = self.opener(found, as_of)
        return chain

    def named(self, event: Event, as_of: datetime) -> Event:
        """Give the event with the person behind its role session, where the record itself names only the role."""
        identity = event.identity
        if not identity.role or identity.name not in (identity.role, identity.session_name):
            return event
        if identity.actor not in (ActorClass.UNKNOWN, ActorClass.PERSON):
            return event
        people = (opener.identity for opener in reversed(self.chain(event, as_of)))
        person = next((found for found in people if found.actor is ActorClass.PERSON and _names_somebody(found)), None)
        if person is None:
            return event
        return replace(event, identity=replace(identity, actor=ActorClass.PERSON, name=person.name))

    def _given(self) -> dict[str, int]:
        if self._openers is None:
            found: dict[str, int] = {}
            for row in np.flatnonzero(self._store.select(_OPENING)).tolist():
                key = _given_key(self._store.raw(row))
                if key and (key not in found or self._store.observed[row] < self._store.observed[found[key]]):
                    found[key] = row
            self._openers = found
        return self._openers


def _names_somebody(identity: Identity) -> bool:
    return bool(identity.name) and identity.name != identity.role


def _given_key(record: bytes) -> str:
    """Give the temporary access key that an answer holds; records inside envelopes are opened, others only searched."""
    if b"credentials" not in record:
        return ""
    plain = _CREDENTIALS.search(record)
    if plain is not None:
        return plain[1].decode()
    response = open_record(record).get("responseElements")
    credentials = response.get("credentials") if isinstance(response, Mapping) else None
    key = credentials.get("accessKeyId") if isinstance(credentials, Mapping) else None
    return key if isinstance(key, str) else ""

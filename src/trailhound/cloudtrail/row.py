"""The columns of one record: what the store keeps of it besides its bytes."""

from __future__ import annotations

import msgspec

READ, WRITE, DESTRUCTIVE = 0, 1, 2
"""Codes of ``Row.kind``, in the order of ``CallKind``."""

PERSON, CI, AWS, EXTERNAL, UNKNOWN = 0, 1, 2, 3, 4
"""Codes of ``Row.actor``, in the order of ``ActorClass``."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """One record as text columns; "" where the record has nothing.

    ``occurred_us`` counts microseconds since 1970 in UTC and is None for a record without a usable time. ``session`` is
    the key that all calls of one set of temporary credentials share (the access key id, else the principal id). ``target``
    is the resource in its shortest form, ``targets`` all resource names and ARNs the record mentions, joined by newlines.
    """

    event_id: str
    occurred_us: int | None
    name: str
    source: str
    kind: int
    actor: int
    who: str
    identity_type: str
    arn: str
    role: str
    session: str
    access_key: str
    target: str
    targets: str
    error: str
    account: str
    region: str
    address: str
    agent: str
    via: str
    event_type: str
    category: str
    is_understood: bool = True

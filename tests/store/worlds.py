"""Made-up records, and a slow and obvious second opinion on every filter."""

from __future__ import annotations

import functools
import ipaddress
import json
import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

from trailhound.cloudtrail.row import Row
from trailhound.languages.query import Query, Term, Value
from trailhound.model.observation import Origin
from trailhound.store import Store

T0 = 1_700_000_000_000_000
SECOND = 1_000_000


def a_row(event_id: str = "e-1", occurred_us: int | None = T0, **changes: Any) -> Row:
    """Make a row with ordinary values but for the changes."""
    values: dict[str, Any] = {
        "name": "PutObject",
        "source": "s3.amazonaws.com",
        "kind": 1,
        "actor": 0,
        "who": "m.rivera",
        "identity_type": "AssumedRole",
        "arn": "arn:aws:sts::111122223333:assumed-role/Admin/m.rivera",
        "role": "Admin",
        "session": "ASIA1",
        "access_key": "ASIA1",
        "target": "audit-logs",
        "targets": "audit-logs\narn:aws:s3:::audit-logs",
        "error": "",
        "account": "111122223333",
        "region": "eu-west-1",
        "address": "203.0.113.7",
        "agent": "aws-cli/2",
        "via": "",
        "event_type": "AwsApiCall",
        "category": "Management",
    }
    return Row(event_id=event_id, occurred_us=occurred_us, **(values | changes))


def a_store(*rows: Row, observed_us: Sequence[int | None] | int | None = None) -> Store:
    """Make a store of rows, with records that repeat their ids."""
    store = Store()
    store.append(rows, [record_of(row) for row in rows], observed_us, Origin("made/up.json", 1))
    return store


def record_of(row: Row, **members: object) -> bytes:
    """Make the record of a row, with more members if need be."""
    return json.dumps({"eventVersion": "1.08", "eventID": row.event_id, "eventName": row.name, **members}).encode()


_VERBS = ("Get", "List", "Describe", "Delete", "Put", "Create", "Update", "Assume")
_NOUNS = ("Object", "Instance", "Role", "Bucket", "Key", "FunctionCode20150331v2")
_KINDS = {"Delete": 2, "Put": 1, "Create": 1, "Update": 1}
_ERRORS = ("AccessDenied", "Client.UnauthorizedOperation", "ThrottlingException", "NoSuchEntity")
_AGENTS = ("aws-cli/2.15 md/awscrt", "console.amazonaws.com", "Boto3/1.34", "Terraform/1.7", "ſtraße/ΑΣ")


def many(count: int, seed: int = 7) -> list[tuple[Row, bytes, int]]:
    """Make rows with records and observed times, some of them odd."""
    chance = random.Random(seed)
    return [_one(chance, place) for place in range(count)]


def _one(chance: random.Random, place: int) -> tuple[Row, bytes, int]:
    verb, noun = chance.choice(_VERBS), chance.choice(_NOUNS)
    person = f"user{chance.randrange(300)}"
    key = f"ASIA{chance.randrange(9000):05}"
    target = f"thing-{chance.randrange(2000)}"
    address = f"10.{chance.randrange(4)}.{chance.randrange(256)}.{chance.randrange(256)}"
    occurred = T0 + (place // 7) * SECOND
    row = a_row(
        f"{chance.getrandbits(64):016x}-{place}",
        occurred,
        name=verb + noun,
        source=f"{chance.choice(('s3', 'ec2', 'iam', 'lambda'))}.amazonaws.com",
        kind=_KINDS.get(verb, 0),
        actor=chance.randrange(5),
        who=person,
        arn=f"arn:aws:sts::111122223333:assumed-role/Role{chance.randrange(9)}/{person}",
        role=f"Role{chance.randrange(9)}",
        session=key,
        access_key=key,
        target=target,
        targets=f"{target}\narn:aws:s3:::{target}" if chance.random() < 0.7 else "",
        error=chance.choice(_ERRORS) if chance.random() < 0.1 else "",
        account=chance.choice(("111122223333", "444455556666")),
        region=chance.choice(("eu-west-1", "eu-west-12", "us-east-1")),
        address=chance.choice((address, address, "ec2.amazonaws.com", "2001:db8::1", f"::ffff:{address}", "")),
        agent=chance.choice(_AGENTS),
        via=chance.choice(("", "cloudformation")),
        category=chance.choice(("Management", "Data", "Insight")),
    )
    parameters = {"groupId": f"sg-{chance.randrange(50):02}", "n": chance.randrange(3), "tags": [{"key": "a"}, {"key": noun}]}
    observed = occurred + chance.choice((0, 1, 60, 400, 900)) * SECOND
    return row, record_of(row, requestParameters=parameters), observed


_COLUMNS = {
    "user": ("who",),
    "name": ("name",),
    "target": ("target", "targets"),
    "error": ("error",),
    "ip": ("address",),
    "service": ("source",),
    "key": ("access_key",),
    "id": ("event_id",),
    "type": ("event_type",),
    **{name: (name,) for name in ("role", "session", "account", "region", "agent", "via", "arn", "category")},
}
_WORD = ["name", "who", "target", "targets", "error", "address", "agent", "role", "account", "region", "event_id", "access_key"]
_DELAYS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def passes(query: Query, row: Row, record: bytes, observed_us: int) -> bool:
    """Say whether a row with a time passes a filter, by the words of the documentation and nothing clever."""
    assert row.occurred_us is not None
    delay_us = observed_us - row.occurred_us
    outcome = all(
        any(_fits(term, value, row, record, delay_us) for value in term.values) != term.is_negated for term in query.terms
    )
    return outcome != query.is_inverted


def _fits(term: Term, value: Value, row: Row, record: bytes, delay_us: int) -> bool:
    if term.is_path:
        return any(_text_fits(value, text) for text in _at_path(json.loads(record), (term.field or "").split(".")))
    if term.field is None:
        names = [*_WORD, "arn"] if ":" in value.text else _WORD
        return any(_text_fits(value, line) for name in names for line in getattr(row, name).split("\n"))
    special = _special(term.field, value, row, delay_us)
    if special is not None:
        return special
    whole = term.field in ("account", "region")
    names = [*_COLUMNS[term.field], *(["arn"] if term.field == "user" and ":" in value.text else [])]
    lines = [line for name in names for line in getattr(row, name).split("\n")]
    if term.field == "service":
        lines = [line.removesuffix(".amazonaws.com") for line in lines]
    return any(_text_fits(value, line, whole) for line in lines)


def _special(field: str, value: Value, row: Row, delay_us: int) -> bool | None:
    text = value.text
    if field == "kind":
        return ("read", "write", "destructive")[row.kind] == text
    if field == "class":
        return ("person", "ci", "aws", "ext", "unknown")[row.actor] == text
    if field == "write":
        return (row.kind > 0) == (text == "yes")
    if field == "refused":
        return ("AccessDenied" in row.error or "UnauthorizedOperation" in row.error) == (text == "yes")
    if field == "late":
        return delay_us > int(text[:-1]) * _DELAYS[text[-1]] * SECOND
    if field == "error" and text in ("none", "*"):
        return (row.error == "") == (text == "none")
    if field == "ip" and not value.wild and _is_network(text):
        return _in_network(row.address, text)
    if field == "service" and text.endswith(".amazonaws.com"):
        return row.source == text
    return None


@functools.cache
def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


@functools.cache
def _in_network(address: str, network: str) -> bool:
    try:
        found = ipaddress.ip_address(address.removeprefix("::ffff:"))
    except ValueError:
        return False
    return found in ipaddress.ip_network(network, strict=False)


def _text_fits(value: Value, text: str, whole: bool = False) -> bool:
    wanted, text = value.text.casefold(), text.casefold()
    if value.wild:
        return _pattern(value).fullmatch(text) is not None
    return wanted == text if whole or value.is_exact else wanted in text


@functools.cache
def _pattern(value: Value) -> re.Pattern[str]:
    wild = {"*": ".*", "?": "."}
    letters = enumerate(value.text)
    parts = [wild[letter] if place in value.wild else re.escape(letter.casefold()) for place, letter in letters]
    return re.compile("".join(parts), re.DOTALL)


def _at_path(value: object, keys: Sequence[str]) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _at_path(item, keys)]
    if not keys:
        return [value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))]
    if not isinstance(value, Mapping):
        return []
    return [text for name in value if name.lower() == keys[0].lower() for text in _at_path(value[name], keys[1:])]

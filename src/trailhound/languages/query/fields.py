"""The fields of the filter language, as a table from which parsing, help and completion come."""

from __future__ import annotations

import difflib
import enum
from dataclasses import dataclass


class FieldKind(enum.Enum):
    """How the values of a field are compared."""

    TEXT = "part of the text, any case"
    SAME = "the whole text, any case"
    ERROR = "an error code, * for any, none for success"
    NETWORK = "an address, a network as 10.0.0.0/8, or part of the text"
    YES_NO = "yes or no"
    CHOICE = "one of a few words"
    LONGER = "a duration such as 90s, 5m or 1h30m"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, a line of help, the columns of ``Row`` that it looks in, and how it compares."""

    name: str
    summary: str
    columns: tuple[str, ...]
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()


_YES_NO = ("yes", "no")

FIELDS: tuple[Field, ...] = (
    Field("name", "the call, such as Delete*", ("name",)),
    Field("user", "who called: the short name, or an ARN", ("who",)),
    Field("target", "a resource the call names", ("target", "targets")),
    Field("error", "the error code; error:* for any, error:none for success", ("error",), FieldKind.ERROR),
    Field("write", "yes for calls that change something", ("kind",), FieldKind.YES_NO, _YES_NO),
    Field("kind", "what the call can do", ("kind",), FieldKind.CHOICE, ("read", "write", "destructive")),
    Field("refused", "yes for calls that lacked permission", ("error",), FieldKind.YES_NO, _YES_NO),
    Field("ip", "the address, or a network such as 203.0.113.0/24", ("address",), FieldKind.NETWORK),
    Field("service", "the AWS service, such as ec2", ("source",)),
    Field("role", "the role that was assumed", ("role",)),
    Field("session", "one set of temporary credentials", ("session",)),
    Field("key", "the access key", ("access_key",)),
    Field("class", "what stands behind the call", ("actor",), FieldKind.CHOICE, ("person", "ci", "aws", "ext", "unknown")),
    Field("account", "the account number", ("account",), FieldKind.SAME),
    Field("region", "the region", ("region",), FieldKind.SAME),
    Field("agent", "the program that called", ("agent",)),
    Field("via", "the service that called on behalf of the user", ("via",)),
    Field("arn", "the ARN of the caller", ("arn",)),
    Field("id", "the event id", ("event_id",)),
    Field("type", "the event type, such as AwsApiCall", ("event_type",)),
    Field("category", "management, data, insight or network activity", ("category",)),
    Field("late", "records that arrived later than this", ("occurred_us", "observed_us"), FieldKind.LONGER),
)
"""Every field, the most useful first."""

_BY_NAME = {field.name: field for field in FIELDS}

WORD_COLUMNS = (
    "name",
    "who",
    "target",
    "targets",
    "error",
    "address",
    "agent",
    "role",
    "account",
    "region",
    "event_id",
    "access_key",
)
"""Where a free word is looked for."""


def field_named(name: str) -> Field | None:
    """Find a field by its name, in any case; None if there is no such field."""
    return _BY_NAME.get(name.lower())


def nearest_field(name: str) -> str | None:
    """Give the field that a misspelt name most likely means; None if nothing is near."""
    close = difflib.get_close_matches(name.lower()[:40], _BY_NAME, n=1, cutoff=0.5)
    return close[0] if close else None


def columns_of(field: Field | None, text: str) -> tuple[str, ...]:
    """Give the columns in which a value is looked for; ``field`` is None for a free word.

    A text with a colon may be an ARN: then a free word and ``user:`` look in the ARN of the caller as well. Any other
    word does not: "admin" means the person, not everybody in a role whose ARN has "admin" in it.
    """
    columns = WORD_COLUMNS if field is None else field.columns
    if ":" in text and (field is None or field.name == "user"):
        return (*columns, "arn")
    return columns

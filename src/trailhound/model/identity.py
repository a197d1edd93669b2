"""Who made a call."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime


class ActorClass(enum.StrEnum):
    """What stands behind a call. The value is the faint word shown before a name; a person has none."""

    PERSON = "person"
    CI = "ci"
    AWS = "aws"
    EXTERNAL = "ext"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Identity:
    """The caller of one record, as far as the record itself tells.

    ``name`` is the short name that lists show ("m.rivera", "deploy-bot", "autoscaling"); it is "" only if the record
    names nobody at all. Every other field is the text of the record, "" where it has none.
    """

    actor: ActorClass
    name: str
    type: str = ""
    arn: str = ""
    account: str = ""
    principal_id: str = ""
    access_key_id: str = ""
    user_name: str = ""
    role: str = ""
    session_name: str = ""
    issuer_arn: str = ""
    source_identity: str = ""
    invoked_by: str = ""
    is_mfa: bool | None = None
    session_started_at: datetime | None = None

"""One CloudTrail record as lists show it."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from trailhound.model.identity import Identity


class CallKind(enum.StrEnum):
    """What a call can do. Danger grows downwards."""

    READ = "read"
    WRITE = "write"
    DESTRUCTIVE = "destructive"


@dataclass(frozen=True, slots=True)
class Event:
    """One record, with the columns of the event list.

    ``row`` is its number in the store: stable while the session lives, and the way to open the full record. Texts are
    those of the record, not yet made safe for a terminal; "" where the record has none. A record without a usable
    ``eventTime`` has ``is_time_known`` false and stands at the moment it was observed. ``copies`` counts how often the
    same ``eventID`` was delivered (1 = once).
    """

    row: int
    event_id: str
    occurred_at: datetime
    observed_at: datetime
    name: str
    source: str
    kind: CallKind
    identity: Identity
    target: str
    error_code: str = ""
    account: str = ""
    region: str = ""
    address: str = ""
    agent: str = ""
    via: str = ""
    event_type: str = ""
    category: str = ""
    copies: int = 1
    is_time_known: bool = True
    is_understood: bool = True

    @property
    def is_refused(self) -> bool:
        """Say whether AWS refused the call for want of permission (not: whether it failed for another reason)."""
        return is_refusal(self.error_code)

    @property
    def delay(self) -> timedelta:
        """How long after the call its record arrived."""
        return self.observed_at - self.occurred_at

    @property
    def short_name(self) -> str:
        """The call without the API version that Lambda and CloudFront append (``UpdateFunctionCode20150331v2``)."""
        return short_call_name(self.name)


REFUSALS = (
    "AccessDenied",
    "UnauthorizedOperation",
    "UnauthorizedAccess",
    "AuthorizationError",
    "Forbidden",
    "NotAuthorized",
)


def is_refusal(error_code: str) -> bool:
    """Say whether an error code means that permission was missing.

    The names differ by service (``Client.UnauthorizedOperation``, ``AccessDeniedException``, ``VpceAccessDenied``).
    """
    return any(word in error_code for word in REFUSALS)


_VERSION = re.compile(r"(?:20\d{6}|20\d\d_\d\d_\d\d)(?:v\d+)?$")


def short_call_name(name: str) -> str:
    """Drop the API version that Lambda and CloudFront append: ``Invoke20150331v2`` becomes ``Invoke``."""
    return _VERSION.sub("", name) or name

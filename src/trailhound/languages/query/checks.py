"""Values that have a form of their own: networks, durations and choices."""

from __future__ import annotations

import ipaddress
from datetime import timedelta

from trailhound.errors import FilterError
from trailhound.languages.query.fields import Field, FieldKind
from trailhound.languages.query.query import Value

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LONGEST_SECONDS = 100 * 365 * 86400


def check_value(field: Field, value: Value, text: str) -> None:
    """See that a value has the form its field asks for.

    Raises:
        FilterError: If it has not; ``text`` is the whole filter, for the message.
    """
    if field.kind is FieldKind.NETWORK and "/" in value.text and network(value) is None:
        hint = "write an address and a length, such as 203.0.113.0/24 or 2001:db8::/32"
        raise FilterError(f'"{value.text}" is no network', text, value.start, hint)
    if field.kind is FieldKind.LONGER and duration(value.text) is None:
        hint = "write a number and s, m, h or d, such as 90s, 5m or 1h30m"
        raise FilterError(f'"{value.text}" is no duration', text, value.start, hint)
    if field.choices and value.text.lower() not in field.choices:
        raise FilterError(f'"{field.name}:" can\'t be "{value.text}"', text, value.start, f"it is {_listed(field.choices)}")


def network(value: Value) -> Network | None:
    """Read an address or a network with its length; None if the value is neither, but a piece of text."""
    if value.wild:
        return None
    try:
        return ipaddress.ip_network(value.text, strict=False)
    except ValueError:
        return None


def duration(text: str) -> timedelta | None:
    """Read "90s", "5m" or "1h30m"; None if it is no duration, or an absurdly long one."""
    seconds, digits = 0, ""
    for letter in text.lower():
        if letter in "0123456789" and len(digits) < 12:
            digits += letter
        elif letter in _UNITS and digits:
            seconds += int(digits) * _UNITS[letter]
            digits = ""
        else:
            return None
    return timedelta(seconds=seconds) if text and not digits and seconds <= _LONGEST_SECONDS else None


def _listed(choices: tuple[str, ...]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"

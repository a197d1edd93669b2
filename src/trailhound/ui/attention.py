"""The filter that leaves what needs attention, and how filters are named in titles."""

from __future__ import annotations

ATTENTION = "! kind:read class:ci,aws,ext,unknown error:none"
"""Everything but the reads of machines that went well: writes, destructive calls, errors, and what people read."""

_NAMES = {ATTENTION: "write, destructive + people's reads"}


def filter_words(text: str) -> str:
    """Say in words what a filter leaves; a filter without a name of its own is said as it was typed."""
    return _NAMES.get(text, text)

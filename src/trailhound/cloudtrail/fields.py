"""What each field of a record means, in a line that a newcomer understands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trailhound.cloudtrail.field_words import MEANINGS, VALUE_NOTES
from trailhound.cloudtrail.odd import HIDDEN, spell

_BY_LOWER_PATH: Mapping[str, str] = MappingProxyType({path.lower(): words for path, words in MEANINGS.items()})
_NOTES: Mapping[tuple[str, str], str] = MappingProxyType(dict(VALUE_NOTES))
_INSIDE = (
    ("requestParameters", "what was asked for"),
    ("responseElements", "what AWS answered"),
    ("additionalEventData", "what the service adds for this kind of event"),
    ("serviceEventDetails", "what the service did and why"),
    ("eventContext", "tags and policy keys that were asked to be added"),
    ("summary", "the figures of this five-minute window"),
)


def meaning(path: tuple[str | int, ...]) -> str:
    """Explain the field at a path from the top of the record, "" if nothing is known about it.

    Numbers in the path stand for places in a list and are passed over. Keys in odd case are found all the same.
    """
    names = [spell(part) for part in path if isinstance(part, str)]
    if not names:
        return ""
    known = _BY_LOWER_PATH.get(".".join(names).lower())
    if known is not None:
        return known
    return next((_inside(words, names) for top, words in _INSIDE if names[0] == top), "")


def _inside(words: str, names: list[str]) -> str:
    special = _BY_LOWER_PATH.get(f"*.{names[-1].lower()}")
    return special or f"{words}: {_spaced(names[-1])}"


def _spaced(name: str) -> str:
    """Part a name in camel case into words: ``dBInstanceClass`` becomes ``db instance class``."""
    words: list[str] = []
    for index, letter in enumerate(name):
        follows_small = index > 0 and name[index - 1].islower()
        starts_word = index > 1 and letter.isupper() and index + 1 < len(name) and name[index + 1].islower()
        if letter.isupper() and (follows_small or starts_word) and index > 1:
            words.append(" ")
        words.append(letter.lower())
    return "".join(words)


def value_note(path: tuple[str | int, ...], value: object) -> str:
    """Give a few words for the margin beside a value that means more than it says, "" for any other."""
    if value == HIDDEN:
        return "hidden by AWS"
    if isinstance(value, Mapping):
        return "left out by AWS: too large" if value.get("omitted") is True else ""
    names = [spell(part) for part in path if isinstance(part, str)]
    if not names:
        return ""
    return _NOTES.get((names[-1], _text(value)), "") or _note_by_form(names[-1], value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


def _note_by_form(name: str, value: object) -> str:
    if not isinstance(value, str):
        return ""
    if name.lower().endswith("accesskeyid"):
        kinds = {"AKIA": "a long-term key", "ASIA": "a temporary key"}
        return kinds.get(value[:4], "")
    if name == "principalId":
        kinds = {"AIDA": "an IAM user", "AROA": "a role", "AIPA": "an instance profile", "ANPA": "a managed policy"}
        return kinds.get(value[:4], "")
    if name == "sourceIPAddress" and value.endswith((".amazonaws.com", "AWS Internal")):
        return "an AWS service, no address"
    return ""

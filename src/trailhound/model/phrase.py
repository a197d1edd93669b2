"""Sentences with emphasis, free of colours and terminals."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Tone(enum.StrEnum):
    """What a word is, so that a screen can give it its look."""

    TEXT = "text"
    BRIGHT = "bright"
    MUTED = "muted"
    FAINT = "faint"
    TRAIL = "accent"
    PERSON = "principal"
    RESOURCE = "resource"
    ALARM = "alarm"
    OK = "ok"
    INSUFFICIENT = "insufficient"
    LATE = "late"
    DENIED = "denied"
    DESTRUCTIVE = "destructive"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text in one tone; spaces are part of the text."""

    text: str
    tone: Tone = Tone.TEXT
    is_bold: bool = False


Phrase = tuple[Word, ...]


def plain(phrase: Phrase) -> str:
    """Give the sentence without its emphasis."""
    return "".join(word.text for word in phrase)

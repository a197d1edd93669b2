"""Foreign text made inert: nothing from AWS or a file may move the cursor, colour the screen or hide."""

from __future__ import annotations

import unicodedata


def _is_odd(character: str) -> bool:
    # Not printable: controls, formats, unassigned, and every space but the plain one, which could pass for it.
    return not character.isprintable() or unicodedata.combining(character) != 0


def inert(text: str, limit: int = 2000) -> str:
    r"""Show every control, format, bidirectional, zero-width, odd space or unassigned character as a visible escape.

    ``\x1b`` stands for an escape character, ``\u202e`` for a right-to-left override. Markup needs no escape: text is
    never parsed as markup. At most ``limit`` characters of the text are read, so a field of a megabyte costs nothing;
    what is cut ends in "…".
    """
    cut = text if len(text) <= limit else text[:limit] + "…"
    if cut.isascii() and cut.isprintable():
        return cut
    return "".join(_escape(character) if _is_odd(character) else character for character in cut)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

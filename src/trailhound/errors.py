"""Every error a person can cause, with what failed, where, and what to do next.

TrailhoundError
+-- UsageError          the command line asks for something that is not there
+-- InputError          a file or stream can't be read
+-- ConfigError         a setting, theme or key map is wrong
+-- TextError           what was typed can't be parsed; carries the column
    +-- FilterError     a filter text
    +-- SeekError       a time to go to
"""

from __future__ import annotations


class TrailhoundError(Exception):
    """Base of all errors that are shown to a person as one line."""


class UsageError(TrailhoundError):
    """The command line asks for something that is not there."""


class InputError(TrailhoundError):
    """A file or stream can't be read; the message names it."""


class ConfigError(TrailhoundError):
    """A setting is wrong; the message names file, line and key."""


class TextError(TrailhoundError):
    """What was typed can't be parsed.

    ``column`` counts characters from 0; ``hint`` says what would be right.
    """

    def __init__(self, message: str, text: str, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.text = text
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        """Give one line: what, where, and what to do."""
        where = f"{self.args[0]} (column {self.column + 1} of {self.text!r})"
        return f"{where}: {self.hint}" if self.hint else where


class FilterError(TextError):
    """A filter text can't be parsed."""


class SeekError(TextError):
    """A time to go to can't be understood."""

"""The last line: the keys that help here, out of the one table of keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from trailhound.ui.context import Context
from trailhound.ui.key_table import FOOTERS
from trailhound.ui.keys import Hint
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Pane


class KeysLine(Pane):
    """Key in bright, what it does in muted; at the right what holds everywhere."""

    DEFAULT_CSS = "KeysLine { height: 1; }"
    GROUND = Role.SURFACE

    def __init__(self, context: Context, name: str = "drill", *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._footer = name

    def show(self, name: str) -> None:
        """Offer the keys of another design or screen."""
        if name != self._footer:
            self._footer = name
            self.look_again()

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw as many keys as fit; none is cut in the middle."""
        left, right = FOOTERS[self._footer]
        keys = self.context.keys
        line = self.line(width)
        hints = [keys.hint(name) for name in right]
        taken = sum(_length(hint) for hint in hints) + 2 * max(len(hints) - 1, 0)
        line.column = 1
        for name in left:
            hint = keys.hint(name)
            if line.column + _length(hint) > width - taken - 3:
                break
            line.put(hint.key, Role.BRIGHT, bold=True).put(f" {hint.words}   ", Role.MUTED)
        if hints and line.column + taken < width:
            line.column = width - 1 - taken
            for index, hint in enumerate(hints):
                line.put(f"{'  ' if index else ''}{hint.key} {hint.words}", Role.MUTED)
        return [line.strip()]


def _length(hint: Hint) -> int:
    return len(hint.key) + 1 + len(hint.words)

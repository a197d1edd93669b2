"""Copy a part of the thing in hand: the menu behind ``c``. The terminal's own clipboard is used, so it works over SSH."""

from __future__ import annotations

from collections.abc import Sequence

from trailhound.model.text import inert
from trailhound.ui.messages import Copy
from trailhound.ui.overlays.menu import Item, Overlay
from trailhound.ui.screens.about import Copyable, copyables

_SHOWN = 200


class CopyOverlay(Overlay):
    """Lists what of the thing in hand can be copied; a digit or enter copies the whole of it, never the cut text."""

    TITLE_WORDS = "Copy"
    RIGHT = "enter copy   esc leave"
    PLACEHOLDER = "part of a name"
    NOTE_AT = 22

    @property
    def found(self) -> Sequence[Copyable]:
        """What can be copied of the thing in hand on the screen below."""
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        return copyables(self.context.session, getattr(below, "in_hand", None))

    def items(self, text: str) -> Sequence[Item]:
        """Offer the parts whose name holds what is typed."""
        found = self.found
        if not found:
            return [Item("select a row first: c copies its id, ARN or JSON")]
        wanted = text.strip().lower()
        return [
            Item(one.what, value=one.what, note=inert(one.text, _SHOWN), right=_size(one.text))
            for one in found
            if wanted in one.what.lower()
        ]

    def explain(self, item: Item | None) -> str:
        """The note is in the list already."""
        return "" if item is None else f"copies the {item.text} as it is, whole"

    def action_accept(self) -> None:
        """Copy the part under the cursor."""
        item = self.menu.chosen
        one = next((one for one in self.found if item is not None and one.what == item.value), None)
        if one is not None:
            self.dismiss(None)
            self.app.post_message(Copy(one.text, one.what))


def _size(text: str) -> str:
    return f"{len(text)} characters" if len(text) > _SHOWN else ""

"""Who stands behind the selected call: from the person down to the calls of the session."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from trailhound.model.phrase import Phrase, plain
from trailhound.ui.context import Context
from trailhound.ui.glyphs import BRANCH, LAST_BRANCH
from trailhound.ui.messages import Kind, Open
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Heading, Pane

LineageLine = tuple[int, Phrase, str]


class LineagePane(Pane):
    """Follows the cursor of the event list."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._lines: tuple[LineageLine, ...] = ()

    def reload(self) -> None:
        """Ask for the lineage of the record under the cursor."""
        session = self.context.session
        key = session.selection.tail_key
        self._lines = session.record(key).lineage if key is not None and key >= 0 else ()

    def heading(self) -> Heading:
        """Name the key that shows all of it."""
        return Heading("Who stands behind it", "", "L" if self._lines else "", 5)

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw the tree."""
        if not self._lines:
            return [self.line(width).put("Select a call to see who made it.", Role.MUTED).strip()]
        strips = []
        for index, (depth, phrase, right) in enumerate(self._lines[:height]):
            line = self.line(width)
            if depth:
                line.column = max(2 * depth - 2, 0)
                line.put(self.context.inks.glyph(BRANCH if self._has_sister(index) else LAST_BRANCH), Role.BORDER_STRONG).put(" ")
            room = width - line.column - len(right) - 2
            line.phrase(phrase, width=max(room if len(plain(phrase)) <= room else width - line.column, 0))
            if right and width - line.column > len(right) + 1:
                line.put(f"  {right}", Role.FAINT)
            strips.append(line.strip())
        return strips

    def _has_sister(self, index: int) -> bool:
        depth = self._lines[index][0]
        for other, _, _ in self._lines[index + 1 :]:
            if other <= depth:
                return other == depth
        return False

    def on_click(self) -> None:
        """Show all of it."""
        key = self.context.session.selection.tail_key
        if key is not None and key >= 0:
            self.post_message(Open(Kind.LINEAGE, key))

"""The line that names the sections of a drill screen where only one of them is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.strip import Strip

from trailhound.ui.context import Context
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Pane
from trailhound.ui.widgets.section import Section


class PartsLine(Pane):
    """Digit and name of each section; the one in sight is bright. A click brings another one."""

    DEFAULT_CSS = "PartsLine { height: 1; }"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sections: Sequence[Section] = ()
        self._shown: Section | None = None

    def show(self, sections: Sequence[Section], shown: Section | None) -> None:
        """Name other sections."""
        self._sections = [section for section in sections if section.digit]
        self._shown = shown
        self.look_again()

    def _places(self, width: int) -> list[tuple[int, int, Section]]:
        """Where each name stands (column, cells); names are cut alike until all fit."""
        room = max((width - 2) // max(len(self._sections), 1), 6)
        places = []
        column = 1
        for section in self._sections:
            cells = min(len(section.content.name) + 2, room - 2)
            places.append((column, cells, section))
            column += cells + 2
        return places

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the names."""
        line = self.line(width)
        for column, cells, section in self._places(width):
            is_shown = section is self._shown
            line.put(str(section.digit), Role.FOCUS if is_shown else Role.MUTED, at=column, bold=is_shown).put(" ")
            line.put(section.content.name, Role.BRIGHT if is_shown else Role.MUTED, width=max(cells - 2, 1), bold=is_shown)
        return [line.strip()]

    def on_click(self, event: events.Click) -> None:
        """Bring the section that was clicked."""
        for column, cells, section in self._places(self.size.width):
            if column <= event.x < column + cells:
                section.screen.set_focus(section)

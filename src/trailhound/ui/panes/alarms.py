"""The alarm list, worst first."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta

from textual.strip import Strip

from trailhound.model.alarm import AlarmState, Mark
from trailhound.model.text import inert
from trailhound.session.views import AlarmView
from trailhound.ui.context import Context
from trailhound.ui.glyphs import BAR, MARKS, STATES
from trailhound.ui.messages import Kind, Open
from trailhound.ui.roles import Role
from trailhound.ui.widgets.listing import Listing, Look
from trailhound.ui.widgets.pane import Heading

_ROLES = {AlarmState.ALARM: Role.ALARM, AlarmState.INSUFFICIENT_DATA: Role.INSUFFICIENT, AlarmState.OK: Role.OK}
_MOST_MARKS = 7
_TIME_ROOM = 7
_MARK_ROLES = {Mark.BREACHING: Role.ALARM, Mark.GOOD: Role.FAINT, Mark.MISSING: Role.INSUFFICIENT}


class AlarmsPane(Listing):
    """State as glyph and word, name, the periods of the newest evaluation as squares, since when."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self.views: Sequence[AlarmView] = ()
        self._now: datetime | None = None

    def reload(self) -> None:
        """Ask for the alarms; the cursor stays on its alarm."""
        session = self.context.session
        self.views = session.alarms()
        self._now = session.status().now
        name = session.selection.alarm
        if name is not None:
            self.cursor = next((index for index, view in enumerate(self.views) if view.alarm.name == name), self.cursor)

    def heading(self) -> Heading:
        """Say how many do not fit."""
        hidden = len(self.views) - max(self.size.height - 1, 0)
        return Heading("Alarms", "", f"{len(self.views)}, worst first" if hidden > 0 else "worst first", 3)

    def count(self) -> int:
        """How many alarms there are."""
        return len(self.views)

    def empty(self, width: int) -> Sequence[Strip]:
        """Say that nothing was found, not that nothing is wrong."""
        return [
            self.line(width).strip(),
            self.line(width).put("No alarm is among what was loaded.", at=1).strip(),
            self.line(width).put("describe-alarms output is read too", Role.MUTED, at=1).strip(),
        ]

    @property
    def selected(self) -> AlarmView | None:
        """The alarm under the cursor."""
        return self.views[self.cursor] if self.cursor < len(self.views) else None

    @property
    def keeps_selection(self) -> bool:
        """Only an alarm that was picked stays marked."""
        return self.context.session.selection.alarm is not None

    def row_key(self, index: int) -> Hashable:
        """A row shows these."""
        view = self.views[index]
        return (view.alarm.name, view.state, view.marks, self._since(view))

    def _since(self, view: AlarmView) -> str:
        if view.since_at is None or self._now is None:
            return ""
        age = self._now - view.since_at
        return f"{view.since_at:%H:%M}" if age < timedelta(hours=24) else f"{age.days} d"

    def draw(self, index: int, width: int, look: Look) -> Strip:
        """Draw one alarm."""
        view, inks = self.views[index], self.context.inks
        role = _ROLES[view.state]
        glyph, word = STATES[view.state]
        line = self.line(width, look.ground)
        is_bold = view.state is AlarmState.ALARM
        line.put(inks.glyph(BAR if look is Look.SELECTED else glyph), Role.FOCUS if look is Look.SELECTED else role, bold=is_bold)
        line.put(word, role, at=2, bold=is_bold)
        marks = view.marks[-_MOST_MARKS:]
        start = width - _TIME_ROOM - len(marks)
        name = Role.BRIGHT if is_bold or look.is_selected else Role.MUTED if view.state is AlarmState.OK else Role.TEXT
        room = max(start - 10, 4)
        is_hover = look is Look.HOVER
        line.put(view.alarm.name, name, at=9, width=room, bold=look.is_selected, underline=is_hover)
        line.column = start
        for mark in marks:
            line.put(inks.glyph(MARKS[mark]), _MARK_ROLES[mark])
        if not marks and view.not_evaluated and width >= 60:
            line.right(inert(view.not_evaluated), Role.FAINT, end=start - 1)
        line.right(self._since(view), Role.MUTED, end=width)
        return line.strip()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Explain the alarm."""
        event.stop()
        self.post_message(Open(Kind.ALARM, self.views[event.index].alarm.name))

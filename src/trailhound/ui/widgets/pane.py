"""A pane: a title on a hairline and lines under it. It draws all its lines itself and repaints only those that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from trailhound.ui.context import Context
from trailhound.ui.glyphs import BAR, RULE
from trailhound.ui.messages import Updated
from trailhound.ui.paint import Inks, Line
from trailhound.ui.roles import Role


@dataclass(frozen=True, slots=True)
class Heading:
    """The title line of a pane: ``▌1 Events  note ──── right``. Digit 0 is a pane that no digit focuses."""

    title: str
    note: str = ""
    right: str = ""
    digit: int = 0


def heading_line(inks: Inks, width: int, heading: Heading, is_focused: bool) -> Line:
    """Draw a title on its hairline."""
    rule = Role.FOCUS if is_focused else Role.BORDER
    line = Line(inks, width)
    line.put(inks.glyph(BAR if is_focused else RULE), rule)
    if heading.digit:
        line.put(str(heading.digit), Role.FOCUS if is_focused else Role.MUTED, bold=is_focused).put(" ")
    right = heading.right
    room = width - line.column - len(right) - 3
    line.put(heading.title, Role.BRIGHT if is_focused else Role.TEXT, bold=True, width=min(len(heading.title), max(room, 0)))
    if heading.note and (room := width - line.column - len(right) - 5) > 3:
        line.put(" ").put(heading.note, Role.MUTED, width=min(len(heading.note), room))
    stop = width - 1 - (len(right) + 1 if right else 0)
    line.put(" ").fill(RULE, rule, until=stop)
    if right:
        line.right(right, Role.MUTED, end=width - 1)
    return line


class Pane(Widget):
    """Base of everything that is drawn by lines. Subclasses give a heading and a body and reload their values."""

    ALLOW_SELECT = False
    GROUND = Role.BACKGROUND

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(id=id)
        self.context = context
        self._strips: list[Strip] | None = None
        self._drawn_for: tuple[int, int] = (0, 0)
        self._is_stale = True

    def reload(self) -> None:
        """Ask the session again; called before the pane is drawn after something changed."""

    def heading(self) -> Heading | None:
        """Give the title line; None for a pane without one."""
        return None

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Give the lines under the title; too few are filled up, too many cut."""
        raise NotImplementedError

    def line(self, width: int | None = None, ground: Role | None = None) -> Line:
        """Start a line of this pane."""
        return Line(self.context.inks, self.size.width if width is None else width, ground or self.GROUND)

    def look_again(self) -> None:
        """Reload and repaint the lines that are not what they were."""
        self._is_stale = True
        if self.is_on_screen:
            self.redraw()

    @property
    def is_active(self) -> bool:
        """Say whether this pane has the gold bar: the keys go to it."""
        return self.has_focus

    @property
    def is_on_screen(self) -> bool:
        """Say whether this pane takes part in the screen as it is now."""
        return self.is_attached and self.display and self.size.width > 0 and self.size.height > 0

    def redraw(self) -> None:
        """Repaint the lines that are not what they were."""
        before, width = self._strips, self.size.width
        after = self._drawn()
        if before is None or len(before) != len(after) or self._drawn_for[0] != width:
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new and old != new]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the gold bar and rule, or take them away."""
        super().watch_has_focus(has_focus)
        if self.is_on_screen:
            self.redraw()

    def on_updated(self, _: Updated) -> None:
        """Look again when told so alone."""
        self.look_again()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the finished strips of a region; nothing is computed unless something changed."""
        strips = self._strips
        if strips is None or self._drawn_for != (self.size.width, self.size.height):
            strips = self._drawn()
        lines = strips[crop.y : crop.bottom]
        if crop.x == 0 and crop.width == self.size.width:
            return lines
        return [strip.crop(crop.x, crop.right) for strip in lines]

    def _drawn(self) -> list[Strip]:
        if self._is_stale:
            self._is_stale = False
            self.reload()
        width, height = self.size
        heading = self.heading()
        strips: list[Strip] = []
        if heading is not None:
            strips.append(heading_line(self.context.inks, width, heading, self.is_active).strip())
        strips.extend(self.body(width, height - len(strips)))
        if len(strips) < height:
            blank = Line(self.context.inks, width, self.GROUND).strip()
            strips.extend([blank] * (height - len(strips)))
        self._strips = strips[:height]
        self._drawn_for = (width, height)
        return self._strips

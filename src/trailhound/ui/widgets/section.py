"""A section of a drill screen: a title on a hairline and lines below it, some of which can be walked and opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.strip import Strip

from trailhound.ui.context import Context
from trailhound.ui.glyphs import BAR
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.listing import Listing, Look
from trailhound.ui.widgets.pane import Heading, heading_line

Painter = Callable[[Line, bool], None]
"""Draws one row on a line; the flag says whether the row is selected."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section. ``about`` is what the line stands for; the cursor passes over lines that stand for nothing.

    Two rows with equal ``about`` are the same row for the cursor when the content changes.
    """

    paint: Painter
    about: object = None


def blank() -> Row:
    """Give an empty line."""
    return Row(lambda _line, _is_selected: None)


@dataclass(frozen=True, slots=True)
class Content:
    """What a section shows. ``build`` gives the lines for a width and a height; ``lines`` is how many it would like.

    A section of no lines is not there at all. ``least`` and ``most`` bound the lines it gets. ``inset`` keeps its rows away
    from the left edge of the screen, where the bar of the selected row stands. ``short`` is its name in a narrow line.
    """

    title: str
    build: Callable[[int, int], Sequence[Row]]
    lines: int
    note: str = ""
    right: str = ""
    least: int = 2
    inset: int = 0
    short: str = ""
    most: int = 0

    @property
    def name(self) -> str:
        """What the section is called where there is little room."""
        return self.short or self.title


def listing(
    title: str, rows: Sequence[Row], *, note: str = "", right: str = "", least: int = 2, inset: int = 2, short: str = ""
) -> Content:
    """Make a section of ready lines; the cursor walks those that stand for something."""
    return Content(title, lambda _width, _height: rows, len(rows), note, right, least, inset, short)


NOTHING = listing("", ())
"""A section that has nothing to say."""


class Section(Listing):
    """Draws one content, keeps the cursor on the same row when the content changes, and scrolls by itself.

    ``margin_cells`` is the number of cells left of the text in which the bar of the selected row stands; a section at the
    left edge has none, its rows leave the first cell free.
    """

    @dataclass
    class Sideways(Message):
        """Left (-1) or right (1) was pressed on a section."""

        section: Section
        step: int

    @dataclass
    class Entered(Message):
        """Enter was pressed on a section that has no row to open."""

        section: Section

    def __init__(self, context: Context, name: str, digit: int = 0) -> None:
        super().__init__(context, id=f"section-{name}")
        self.key = name
        self.digit = digit
        self.margin_cells = 0
        self.content = NOTHING
        self._rows: Sequence[Row] = ()
        self._built_for: tuple[int, int] | None = None
        self._held: object = None
        self.can_focus = False

    @property
    def about(self) -> object:
        """What the row under the cursor stands for; None if there is no such row."""
        self._build()
        if self._built_for is None:
            return self._held
        return self._rows[self.cursor].about if self.is_pickable(self.cursor) else None

    def show(self, content: Content) -> None:
        """Show another content; the cursor stays on the row it was on, if that is still there."""
        self._held = self.about or self._held
        self.content = content
        self.can_focus = content.lines > 0
        self._built_for = None
        if self.is_on_screen:
            self.redraw()

    @property
    def _left(self) -> int:
        """Cells left of the rows."""
        return self.margin_cells or self.content.inset

    def hold(self, about: object) -> None:
        """Have the cursor stand on the row for something as soon as there is one."""
        self._held = about
        self._built_for = None

    def row_about(self, index: int) -> object:
        """Give what a row stands for."""
        return self._rows[index].about

    def _build(self) -> None:
        size = (self.size.width - self._left, self.size.height - 1)
        if self._built_for == size or size[0] <= 0 or size[1] <= 0:
            return
        self._built_for = size
        self._rows = self.content.build(*size)
        self._settle()

    def _settle(self) -> None:
        """Put the cursor back on its row, or on the nearest one that can hold it."""
        stops = [index for index, row in enumerate(self._rows) if row.about is not None]
        same = [index for index in stops if self._held is not None and self._rows[index].about == self._held]
        found = same or stops
        self.cursor = min(found, key=lambda index: abs(index - self.cursor)) if found else 0
        if found:
            self._bring_into_sight()

    def count(self) -> int:
        """Say how many lines there are."""
        self._build()
        return len(self._rows)

    def is_pickable(self, index: int) -> bool:
        """Say whether a line stands for something."""
        return 0 <= index < len(self._rows) and self._rows[index].about is not None

    def header(self, width: int) -> Sequence[Strip]:
        """Draw the title."""
        content = self.content
        heading = Heading(content.title, content.note, self._right(), self.digit)
        is_bare = self.has_focus and not self.margin_cells
        strip = heading_line(self.context.inks, width - self.margin_cells, heading, self.has_focus).strip()
        if not self.margin_cells:
            return [strip]
        mark = Line(self.context.inks, self.margin_cells + int(self.has_focus)).mark(BAR if self.has_focus else " ", Role.FOCUS)
        return [Strip.join([mark.strip(), strip if is_bare or not self.has_focus else strip.crop(1)])]

    def _right(self) -> str:
        """Say at the right end of the title how much is out of sight, else what the content says there."""
        sight = self.size.height - 1
        if len(self._rows) <= sight:
            return self.content.right
        place = f"line {min(self.top + sight, len(self._rows))} of {len(self._rows)}"
        both = f"{self.content.right}, {place}" if self.content.right else place
        return both if len(both) + len(self.content.title) < self.size.width - 12 else place

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw the title and the lines in sight."""
        self._build()
        return super().body(width, height) if self._rows else self.header(width)

    def draw(self, index: int, width: int, look: Look) -> Strip:
        """Draw one line."""
        is_selected = look is Look.SELECTED and self.is_pickable(index)
        ground = look.ground if is_selected else Role.BACKGROUND
        line = Line(self.context.inks, width - self._left, ground)
        self._rows[index].paint(line, is_selected)
        if not self._left:
            return (line.mark(BAR, Role.FOCUS, at=0) if is_selected else line).strip()
        left = Line(self.context.inks, self._left, ground).mark(BAR if is_selected else " ", Role.FOCUS)
        return Strip.join([left.strip(), line.strip()])

    def _bring_into_sight(self) -> None:
        """Scroll by as little as shows the cursor's row with the lines that belong to it."""
        height = self.rows_in_sight
        after = next((i for i in range(self.cursor + 1, len(self._rows)) if self._rows[i].about is not None), len(self._rows))
        self.top = max(self.top, min(after, self.cursor + height) - height)
        is_first = not any(row.about is not None for row in self._rows[: self.cursor])
        self.top = 0 if is_first and self.cursor < height else min(self.top, self.cursor)

    def go_to(self, index: int, *, is_told: bool = True) -> None:
        """Put the cursor on a line and remember what it stands for; between lines that stand for something, on the nearest."""
        stops = [i for i in range(self.count()) if self.is_pickable(i)]
        if stops:
            super().go_to(min(stops, key=lambda stop: abs(stop - index)), is_told=is_told)
            self._held = self.about

    def action_move(self, rows: int) -> None:
        """Move the cursor; a section without rows to walk is scrolled."""
        if any(row.about is not None for row in self._rows):
            super().action_move(rows)
        else:
            self._scroll_rows(rows)

    def action_open(self) -> None:
        """Open the row under the cursor; without one, tell the screen that enter was pressed here."""
        if self.is_pickable(self.cursor):
            super().action_open()
        else:
            self.post_message(self.Entered(self))

    def action_sideways(self, columns: int) -> None:
        """Tell the screen: what left and right mean depends on what is shown."""
        self.post_message(self.Sideways(self, columns))

    def on_resize(self) -> None:
        """Lines are built for the width they stand in."""
        self._built_for = None

"""The body of a drill screen: sections laid out in columns, another plan for each of the three designs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from textual.app import ComposeResult
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.strip import Strip
from textual.widget import Widget

from trailhound.ui.context import Context
from trailhound.ui.paint import Line
from trailhound.ui.widgets.placement import Box, Breadth, Column, Want, breadth_of, place
from trailhound.ui.widgets.section import NOTHING, Content, Section

Plan = Mapping[Breadth, Sequence[Column]]
"""The columns of each design. The narrow one shows a single section at a time, in the order named."""


class _Placed(Layout):
    """Puts every section where the body's plan says; sections without a place are not shown."""

    name = "placed"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002  the library passes it by name
        """Place the children."""
        assert isinstance(parent, Columns)
        boxes = parent.boxes(size)
        return [
            WidgetPlacement(_region(boxes[_key(child)]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if _key(child) in boxes
        ]


def _key(widget: Widget) -> str:
    return widget.key if isinstance(widget, Section) else ""


def _region(box: Box) -> Region:
    return Region(box.x, box.y, box.width, box.height)


class Columns(Widget):
    """Holds the sections of one screen.

    ``names`` gives the sections in the order of their digits. In the narrow design only the focused section is shown,
    with the whole height for itself.
    """

    DEFAULT_CSS = "Columns { width: 1fr; height: 1fr; layout: vertical; overflow: hidden; }"

    def __init__(
        self,
        context: Context,
        names: Sequence[str],
        plan: Plan,
        unnumbered: Collection[str] = (),
        below: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._below = below or {}
        self._unnumbered = unnumbered
        self.context = context
        self._names = tuple(names)
        self._plan = plan
        self._layout = _Placed()
        self._shown = names[0]

    @property
    def layout(self) -> Layout:
        """Our own: the plan."""
        return self._layout

    def compose(self) -> ComposeResult:
        """One widget for each section, whether it is in sight or not."""
        digit = 0
        for name in self._names:
            digit += name not in self._unnumbered
            yield Section(self.context, name, 0 if name in self._unnumbered else digit)

    def render_line(self, _y: int) -> Strip:
        """Draw the ground between the sections."""
        return Line(self.context.inks, self.size.width).strip()

    @property
    def sections(self) -> list[Section]:
        """Give all sections in the order of their digits."""
        return list(self.query(Section))

    def section(self, name: str) -> Section:
        """Give one section."""
        return self.query_one(f"#section-{name}", Section)

    @property
    def shown(self) -> str:
        """The section that has the narrow design for itself."""
        return self._shown

    def show(self, contents: Mapping[str, Content]) -> None:
        """Show new contents; sections that are not named are empty."""
        for section in self.sections:
            section.show(contents.get(section.key, NOTHING))
        self._arrange_again()

    def _arrange_again(self) -> None:
        """Lay out anew. Asked for by a child: the library keeps the arrangement of a widget that asks for itself."""
        self.sections[0].refresh(layout=True)

    def filled(self) -> list[Section]:
        """Give the sections that have something to show."""
        return [section for section in self.sections if section.content.lines]

    def bring(self, name: str) -> None:
        """Make a section the one that is seen in the narrow design."""
        if name != self._shown:
            self._shown = name
            self._arrange_again()

    def boxes(self, size: Size) -> dict[str, Box]:
        """Where each section stands in a body of this size."""
        breadth = breadth_of(self.app.size.width)
        if breadth is Breadth.NARROW:
            return self._narrow(size)
        wants = {name: _want(self.section(name).content) for name in self._names}
        columns = self._plan[breadth]
        boxes = place(columns, wants, size.width - 1, size.height)
        return {name: self._with_gutter(name, box) for name, box in boxes.items()}

    def _narrow(self, size: Size) -> dict[str, Box]:
        """The section in sight, and the one that goes with it below if both have room."""
        section, other = self.section(self._shown), self._below.get(self._shown)
        section.margin_cells = 0
        whole = Box(0, 0, size.width - 1, size.height)
        if other is None or not self.section(other).content.lines:
            return {self._shown: whole}
        companion = self.section(other)
        companion.margin_cells = 0
        room = size.height - min(section.content.lines + 1, section.content.least + 3)
        lines = min(companion.content.lines + 1, room)
        if lines < companion.content.least + 1:
            return {self._shown: whole}
        top = size.height - lines
        return {self._shown: Box(0, 0, size.width - 1, top), other: Box(0, top, size.width - 1, lines)}

    def _with_gutter(self, name: str, box: Box) -> Box:
        gutter = 1 if box.x else 0
        self.section(name).margin_cells = gutter
        return Box(box.x - gutter, box.y, box.width + gutter, box.height)


def _want(content: Content) -> Want:
    return Want(content.lines + 1 if content.lines else 0, content.least + 1, content.most + 1 if content.most else 0)

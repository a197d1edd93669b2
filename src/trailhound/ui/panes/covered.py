"""Coverage in short: what was loaded, from where, up to when, and what is not understood."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from trailhound.model.text import inert
from trailhound.session.views import Coverage
from trailhound.session.words import grouped
from trailhound.ui.context import Context
from trailhound.ui.glyphs import LATE, OK, REFUSED
from trailhound.ui.messages import Kind, Open
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Heading, Pane


class CoveragePane(Pane):
    """One line for each kind of input; trouble last, never left out."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._coverage: Coverage | None = None

    def reload(self) -> None:
        """Ask what is covered."""
        self._coverage = self.context.session.coverage()

    def heading(self) -> Heading:
        """Name the key that shows all of it."""
        return Heading("Coverage", "", "I", 6)

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw what fits, and how many sources do not."""
        coverage, inks = self._coverage, self.context.inks
        if coverage is None:
            return []
        room = height - 1
        strips = []
        for source in coverage.sources[:room]:
            line = self.line(width)
            where = inert(f"{source.what} {source.where}", 200)
            newest = f"{source.span.end_at:%H:%M:%S}" if source.span else ""
            right = f"{grouped(source.count)}  {newest:>8} "
            line.put(where, Role.MUTED, width=max(width - len(right) - 3, 1))
            line.put(right, Role.TEXT, at=width - len(right) - 1)
            is_odd = bool(source.note)
            line.put(inks.glyph(LATE if is_odd else OK), Role.LATE if is_odd else Role.OK)
            strips.append(line.strip())
        strips.append(self._trouble(coverage, max(len(coverage.sources) - room, 0), width))
        return strips

    def _trouble(self, coverage: Coverage, hidden: int, width: int) -> Strip:
        line = self.line(width)
        if coverage.troubles:
            noun = "thing" if len(coverage.troubles) == 1 else "things"
            line.put(f"{self.context.inks.glyph(REFUSED)} {len(coverage.troubles)} {noun} not understood", Role.LATE)
        else:
            line.put("everything was understood", Role.MUTED)
        if hidden:
            line.put(f"   +{hidden} sources", Role.FAINT)
        return line.strip()

    def on_click(self) -> None:
        """Show all of it."""
        self.post_message(Open(Kind.COVERAGE))

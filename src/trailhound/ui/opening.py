"""The screen while the session is being opened: the frame at once, then a real n of m."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from trailhound.ui.glyphs import GAUGE, RULE
from trailhound.ui.paint import Inks, Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.board import Wish, regions
from trailhound.ui.widgets.pane import Heading, heading_line

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.model.observation import Progress
    from trailhound.session.contract import Session

Report: TypeAlias = "Callable[[Progress], None]"
IsCancelled = Callable[[], bool]
Opening: TypeAlias = "Callable[[Report, IsCancelled], Session]"
"""Opens a session in a thread: reports how far it is, and gives up soon after it is told to."""

_TITLES = {
    "events": Heading("Events", "", "loading", 1),
    "metrics": Heading("Metrics", digit=2),
    "alarms": Heading("Alarms", digit=3),
    "before": Heading("Before this moved", digit=4),
    "selected": Heading("Selected call"),
    "lineage": Heading("Who stands behind it", digit=5),
    "coverage": Heading("Coverage", digit=6),
    "incident": Heading("Incident so far", digit=7),
}
_MEGABYTE = 1_000_000


class OpeningScreen(Screen[None]):
    """Draws the frame of the watch screen without a session."""

    def __init__(self, inks: Inks) -> None:
        super().__init__()
        self._inks = inks
        self._progress: Progress | None = None

    def show(self, progress: Progress) -> None:
        """Show how far the opening is."""
        if progress != self._progress:
            self._progress = progress
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the frame."""
        width, height = self.size
        lines = [Line(self._inks, width) for _ in range(height)]
        places = regions(width, height, Wish(alarms=7))
        for name in ("top", "keys"):
            if name in places:
                lines[places[name].y] = Line(self._inks, width, Role.SURFACE)
        lines[0].put("trailhound", Role.BRIGHT, at=1, bold=True).put("  read-only", Role.MUTED)
        if "keys" in places:
            lines[-1].put("q", Role.BRIGHT, at=1, bold=True).put(" quit", Role.MUTED)
        strips = [line.strip() for line in lines]
        for name, heading in _TITLES.items():
            if name in places:
                self._put_title(strips, places[name], heading)
        events = places["events"]
        for row, line in enumerate(self._message(events.width), events.y + 2):
            if row < events.bottom:
                strips[row] = _laid(strips[row], line.strip(), events.x)
        return [strip.crop(crop.x, crop.right) for strip in strips[crop.y : crop.bottom]]

    def _put_title(self, strips: list[Strip], place: Region, heading: Heading) -> None:
        title = heading_line(self._inks, place.width, heading, is_focused=heading.digit == 1).strip()
        strips[place.y] = _laid(strips[place.y], title, place.x)

    def _message(self, width: int) -> Sequence[Line]:
        progress = self._progress
        if progress is None:
            return [Line(self._inks, width).put("Looking at what is there", at=2)]
        first = (
            Line(self._inks, width).put("Reading ", at=2).put(progress.path, Role.BRIGHT, width=max(width - 12, 0), middle=True)
        )
        gauge = Line(self._inks, width)
        gauge.column = 2
        right = f" {_amount(progress.done)} of {_amount(progress.total)} MB"
        room = max(width - 4 - len(right), 4)
        done = min(room * progress.done // progress.total, room) if progress.total else 0
        gauge.fill(GAUGE, Role.ACCENT, until=2 + done).fill(RULE, Role.BORDER_STRONG, until=2 + room).put(right, Role.MUTED)
        return [first, gauge]


def _amount(size: int) -> str:
    return f"{size // _MEGABYTE:,}".replace(",", " ") if size >= 10 * _MEGABYTE else f"{size / _MEGABYTE:.1f}"


def _laid(strip: Strip, piece: Strip, x: int) -> Strip:
    """Lay a piece over a strip."""
    width = strip.cell_length
    stop = min(x + piece.cell_length, width)
    return Strip.join([strip.crop(0, x), piece.crop(0, stop - x), strip.crop(stop, width)])

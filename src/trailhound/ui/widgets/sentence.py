"""The two lines every drill screen opens with: where we are, and one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.strip import Strip

from trailhound.model.phrase import Phrase
from trailhound.model.text import inert
from trailhound.ui.context import Context
from trailhound.ui.glyphs import BAR, CRUMB, GAUGE, RULE
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Pane
from trailhound.ui.wrapping import wrapped

BoxLine = Callable[[Line], None]
"""Draws one line of the sentence box; the line begins at the box's text column."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the box of a drill screen says.

    ``lines`` are (phrase, right margin), wrapped to the width; ``last`` is drawn as it is. ``is_trail`` gives the box the
    gold bar and, where there is room, air.
    """

    lines: tuple[tuple[Phrase, str], ...]
    ground: Role = Role.SURFACE
    last: BoxLine | None = None
    is_trail: bool = False


class Crumbs(Pane):
    """The way here, ``watch › alarms › orders-db-latency``, and the way back."""

    DEFAULT_CSS = "Crumbs { height: 1; }"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._parts: Sequence[str] = ()

    def show(self, parts: Sequence[str]) -> None:
        """Show another way; the last part is where we are."""
        self._parts = tuple(inert(part, 120) for part in parts)
        self.look_again()

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the line; parts in the middle give way first."""
        right = "esc back to the same row" if width >= 100 else "esc back"
        line = self.line(width).put("", at=1)
        parts = list(self._parts)
        room = width - len(right) - 4
        while len(parts) > 3 and sum(len(part) + 3 for part in parts) > room:
            parts = [parts[0], "…", *parts[3:]] if parts[1] == "…" else [parts[0], "…", *parts[2:]]
        for index, part in enumerate(parts):
            is_last = index == len(parts) - 1
            if index:
                line.put(" ").mark(CRUMB, Role.BORDER_STRONG).put(" ")
            role = Role.BRIGHT if is_last else Role.MUTED
            line.put(part, role, bold=is_last, width=min(len(part), max(room - line.column, 0)))
        line.right(right, Role.FAINT, end=width - 1)
        return [line.strip()]


class SentenceBox(Pane):
    """One plain sentence on its own ground, over the whole width."""

    GROUND = Role.SURFACE
    DEFAULT_CSS = "SentenceBox { height: 2; }"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sentence = Sentence(())

    def show(self, sentence: Sentence) -> None:
        """Say something else, in as many lines as it needs."""
        self._sentence = sentence
        self.fit()
        self.look_again()

    def fit(self) -> None:
        """Take as many lines as the sentence needs at this width."""
        width, height = self.app.size
        self.styles.height = len(self._lines(max(width, 20))) + 2 * self._air(height)

    def _air(self, height: int) -> int:
        return 1 if self._sentence.is_trail and height >= 34 else 0

    def _lines(self, width: int) -> list[BoxLine]:
        margin = 3 if self._sentence.is_trail else 2
        lines: list[BoxLine] = []
        for phrase, right in self._sentence.lines:
            room = width - margin - 2 - (len(right) + 2 if right else 0)
            for number, part in enumerate(wrapped(phrase, max(room, 10), most=3)):
                lines.append(_said(part, right if number == 0 else ""))
        return [*lines, self._sentence.last] if self._sentence.last else lines

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """Draw the sentence."""
        ground = self._sentence.ground
        air = self._air(self.app.size.height)
        margin = 3 if self._sentence.is_trail else 2
        drawn: list[BoxLine | None] = [*[None] * air, *self._lines(width), *[None] * air]
        strips = []
        for draw in drawn[:height]:
            line = self.line(width, ground)
            if self._sentence.is_trail:
                line.mark(BAR, Role.FOCUS, at=0)
            line.column = margin
            if draw is not None:
                draw(line)
            strips.append(line.strip())
        return strips


def _said(phrase: Phrase, right: str) -> BoxLine:
    def draw(line: Line) -> None:
        line.phrase(phrase)
        if right:
            line.right(right, Role.MUTED, end=line.width - 2)

    return draw


def put_gauge(line: Line, share: float, cells: int, role: Role = Role.ACCENT) -> None:
    """Draw a share of 1 as a bar: strong up to it, a hairline after it."""
    full = round(min(max(share, 0.0), 1.0) * cells)
    start = line.column
    line.fill(GAUGE, role, until=start + full).fill(RULE, Role.BORDER_STRONG, until=start + cells)

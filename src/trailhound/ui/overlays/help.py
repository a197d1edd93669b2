"""Help for this view, made from the table of keys: searchable, with two lines that explain the view."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from trailhound.ui.keys import KeyRow, Place, key_name
from trailhound.ui.overlays.menu import Heading, Item, Menu, Overlay, Say

_WIDEST = 112

ABOUT = {
    Place.WATCH: (
        "Events, metrics and alarms at one moment. The second line says what is wrong and who probably did it.",
        "Digits focus panes. / filters while you type, s marks without hiding, w asks who did it.",
    ),
    Place.RECORD: (
        "One record as it was delivered. What a field means stands below the tree, old values at its right.",
        "Enter folds and unfolds, o goes to the next call of the same session, n to the next event of the list.",
    ),
    Place.WHO: (
        "The calls that could have moved it, best first, each with its reasons and where each reason comes from.",
        "Points are added up; what is refused is never ranked; what was ruled out is listed, so that you can doubt it.",
    ),
    Place.ALARM: (
        "Why the alarm is in its state. Squares are periods: full ones breached, empty ones did not, dots are missing.",
        "Up and down walk from one evaluation to the next; the tinted part of the chart is what it looked at.",
    ),
    Place.METRIC: (
        "One metric with the alarm's threshold, its states under the chart, and the calls as ticks on the time axis.",
        "Left and right walk along the calls; enter opens the one whose line is drawn.",
    ),
    Place.THING: (
        "Everything known at this moment about one person, session, resource, address or call.",
        "Enter on a counted row goes on to that thing; t shows its events in the event list.",
    ),
    Place.COVERAGE: (
        "What is loaded, what was not understood and why, and what cannot be seen at all.",
        "Nothing is skipped silently: every file or record that could not be read has its line here.",
    ),
    Place.DRILL: (
        "One thing in detail: a sentence first, then the proof.",
        "Digits focus the sections, enter opens a row, esc goes back to the row you came from.",
    ),
}
"""Two lines for each view."""


class HelpOverlay(Overlay):
    """Lists the keys of the screen below, then those that hold everywhere; what is typed narrows the list."""

    TITLE_WORDS = "Help"
    RIGHT = "type to search   esc leave"
    PLACEHOLDER = "part of a key or of what it does"
    NOTE_AT = 20
    MOST = 30
    DEFAULT_CSS = """
    HelpOverlay { align: center middle; }
    HelpOverlay > #panel { max-width: 112; margin: 0; }
    """

    def compose(self) -> ComposeResult:
        """Title, two lines about the view, what to search for, and the keys."""
        with Vertical(id="panel"):
            yield Heading(self.context, self.TITLE_WORDS, self.RIGHT)
            width = min(self.app.size.width, _WIDEST) - 4
            for text in ABOUT[self.place]:
                for line in textwrap.wrap(text, width):
                    yield Say(self.context, line)
            yield Input(placeholder=self.PLACEHOLDER, compact=True, select_on_focus=False)
            yield Menu(self.context, self.NOTE_AT)
            yield Say(self.context, id="say")

    @property
    def place(self) -> Place:
        """The view below."""
        stack = self.app.screen_stack
        below = stack[-2] if len(stack) > 1 and stack[-1] is self else stack[-1]
        name = type(below).__name__.removesuffix("Screen").lower()
        return next((place for place in ABOUT if place.name.lower() == name), Place.DRILL)

    def items(self, text: str) -> Sequence[Item]:
        """Give the keys of this view, grouped by where they hold."""
        place = self.place
        groups = [place, *([] if place in (Place.WATCH, Place.DRILL) else [Place.DRILL]), Place.LIST, Place.APP, Place.INPUT]
        found: list[Item] = []
        for group in groups:
            rows = [row for row in self.context.keys.for_places([group]) if _holds(row, text.strip().lower())]
            if rows:
                found.append(Item("this view" if group is place else group.value, is_heading=True))
                found.extend(_items(rows))
        return found

    def explain(self, item: Item | None) -> str:
        """Name the action, so that its key can be changed in the settings."""
        return f'in the settings this is "{item.value}"' if item is not None else ""

    def action_accept(self) -> None:
        """Help only shows."""
        self.dismiss(None)

    def action_complete(self) -> None:
        """There is nothing to complete."""


def _keys(row: KeyRow) -> str:
    return "  ".join(key_name(key.strip()) for key in row.keys.split(","))


def _holds(row: KeyRow, wanted: str) -> bool:
    return wanted in row.words.lower() or wanted in _keys(row).lower() or wanted in row.id


def _items(rows: Sequence[KeyRow]) -> list[Item]:
    """One line each; the digits share a line."""
    digits = [row for row in rows if row.id.startswith(("pane-", "part-"))]
    others = [_item(row) for row in rows if row not in digits]
    if not digits:
        return others
    words = f"focus {digits[0].words.split()[0]} 1 to {len(digits)}"
    return [*others, Item(f"{_keys(digits[0])} ... {_keys(digits[-1])}", value=digits[0].id, note=words)]


def _item(row: KeyRow) -> Item:
    return Item(_keys(row), value=row.id, note=row.words, right=f"off when {row.off}" if row.off else "")

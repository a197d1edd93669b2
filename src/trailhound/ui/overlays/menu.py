"""The base of the overlays: a list on a raised ground, perhaps with a line to type in above it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input

from trailhound.ui.context import Context
from trailhound.ui.glyphs import BAR, RULE
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Updated
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.listing import Listing, Look
from trailhound.ui.widgets.pane import Pane


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a menu: ``value`` is what choosing it gives; a line without one is a heading or a remark."""

    text: str
    right: str = ""
    value: str | None = None
    note: str = ""
    is_heading: bool = False


class Menu(Listing):
    """The lines of an overlay."""

    GROUND = Role.RAISED
    DEFAULT_CSS = "Menu { height: auto; }"

    def __init__(self, context: Context, note_at: int = 18) -> None:
        super().__init__(context, id="menu")
        self.items: Sequence[Item] = ()
        self._note_at = note_at

    def show(self, items: Sequence[Item], keep: str | None = None) -> None:
        """Show other lines; the cursor goes to the line with a value, or to the first that can be chosen."""
        self.items = items
        chosen = next((i for i, item in enumerate(items) if keep is not None and item.value == keep), None)
        first = next((i for i, item in enumerate(items) if item.value is not None), 0)
        self.styles.height = max(len(items), 1)
        self.cursor, self.top = (first if chosen is None else chosen), 0
        if chosen is not None:
            self._bring_into_sight()
        self.look_again()

    @property
    def chosen(self) -> Item | None:
        """The line under the cursor, if it can be chosen."""
        return self.items[self.cursor] if self.is_pickable(self.cursor) else None

    def count(self) -> int:
        """Say how many lines there are."""
        return len(self.items)

    def is_pickable(self, index: int) -> bool:
        """Headings can't be chosen."""
        return 0 <= index < len(self.items) and self.items[index].value is not None

    def row_key(self, index: int) -> Hashable:
        """A line looks the same as long as it says the same."""
        return self.items[index]

    def empty(self, width: int) -> Sequence[Strip]:
        """Say that nothing is left."""
        return [self.line(width).put("nothing is called that", Role.MUTED, at=2).strip()]

    def draw(self, index: int, width: int, look: Look) -> Strip:
        """Draw one line."""
        item = self.items[index]
        is_selected = look.is_selected and item.value is not None
        line = self.line(width, Role.SELECTION if is_selected else Role.RAISED)
        if is_selected:
            line.mark(BAR, Role.FOCUS, at=0)
        role = Role.BRIGHT if is_selected or item.is_heading else Role.TEXT if item.value is not None else Role.MUTED
        room = width - 4 - (len(item.right) + 2 if item.right else 0)
        cells = self._note_at - 2 if item.note else room
        line.put(item.text, role, at=2, width=max(min(cells, room), 4), bold=is_selected or item.is_heading)
        if item.note:
            line.put(item.note, Role.MUTED, at=self._note_at, width=max(room - self._note_at + 2, 0))
        return line.right(item.right, Role.MUTED, end=width - 2).strip()


class Heading(Pane):
    """The title of an overlay on a gold rule."""

    GROUND = Role.RAISED
    DEFAULT_CSS = "Heading { height: 1; }"

    def __init__(self, context: Context, title: str, right: str = "") -> None:
        super().__init__(context)
        self._title = title
        self._right = right

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the line."""
        line = self.line(width).put(self._title, Role.BRIGHT, at=2, bold=True).put(" ")
        line.fill(RULE, Role.FOCUS, until=max(width - len(self._right) - 3, line.column))
        return [line.right(self._right, Role.MUTED, end=width - 2).strip()]


class Say(Pane):
    """A line of an overlay that says what the line under the cursor does, or what is wrong."""

    GROUND = Role.RAISED
    DEFAULT_CSS = "Say { height: 1; }"

    def __init__(self, context: Context, text: str = "", *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._text = text
        self._role = Role.MUTED

    def show(self, text: str, role: Role = Role.MUTED) -> None:
        """Say something else."""
        self._text, self._role = text, role
        self.look_again()

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the line."""
        return [Line(self.context.inks, width, Role.RAISED).put(self._text, self._role, at=2, width=width - 4).strip()]


class Overlay(ModalScreen[str | None]):
    """A panel over the screen. Subclasses give a title, the lines for what is typed, and what choosing one means.

    Without a line to type in (``HAS_INPUT``), letters go to the list as everywhere.
    """

    TITLE_WORDS: ClassVar[str] = ""
    RIGHT: ClassVar[str] = "esc leave"
    PLACEHOLDER: ClassVar[str] = ""
    HAS_INPUT: ClassVar[bool] = True
    NOTE_AT: ClassVar[int] = 18
    MOST: ClassVar[int] = 18
    BINDINGS = bindings(Place.INPUT)
    DEFAULT_CSS = """
    Overlay { background: transparent; align: left bottom; }
    Overlay > #panel {
        width: 100%; max-width: 84; height: auto; margin: 0 0 1 0; background: $panel;
    }
    Overlay Input.-textual-compact { height: 1; padding: 0 2; background: $panel; background-tint: transparent; }
    Overlay Input.-textual-compact:focus { background: $panel; background-tint: transparent; }
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def compose(self) -> ComposeResult:
        """Title, line to type in, list, and a line that explains."""
        with Vertical(id="panel"):
            yield Heading(self.context, self.TITLE_WORDS, self.RIGHT)
            if self.HAS_INPUT:
                field = Input(placeholder=self.PLACEHOLDER, compact=True, select_on_focus=False)
                field.cursor_blink = False  # nothing on this screen blinks
                yield field
            yield Menu(self.context, self.NOTE_AT)
            yield Say(self.context, id="say")

    def on_mount(self) -> None:
        """Show everything there is to choose from; what lies below stays in sight."""
        if self.is_attached:  # else the app was left while this opened: Textual then adds no widgets
            self.begin()

    def begin(self) -> None:
        """Show everything there is to choose from. Textual calls every base's handlers, so subclasses extend this."""
        self.styles.background = "transparent"
        self.menu.can_focus = not self.HAS_INPUT
        self.set_focus(self.query_one(Input) if self.HAS_INPUT else self.menu)
        self.refill("")

    @property
    def menu(self) -> Menu:
        """The list."""
        return self.query_one(Menu)

    @property
    def typed(self) -> str:
        """What is typed."""
        return self.query_one(Input).value if self.HAS_INPUT else ""

    def items(self, text: str) -> Sequence[Item]:
        """Give the lines for what is typed."""
        raise NotImplementedError

    def explain(self, item: Item | None) -> str:
        """Say what the line under the cursor does."""
        return item.note if item is not None else ""

    def refill(self, text: str, keep: str | None = None) -> None:
        """Show the lines for what is typed."""
        others = len(self.query_one("#panel").children) - 1
        self.menu.styles.max_height = max(min(self.MOST, self.app.size.height - others - 2), 1)
        self.menu.show(self.items(text), keep)
        self.query_one("#say", Say).show(self.explain(self.menu.chosen))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self.refill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the line under the cursor."""
        event.stop()
        self.action_accept()

    def on_resize(self) -> None:
        """The list never pushes the lines around it off the screen."""
        if self.is_mounted and self.query("#panel"):
            chosen = self.menu.chosen
            self.refill(self.typed, chosen.value if chosen is not None else None)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Explain another line."""
        event.stop()
        self.query_one("#say", Say).show(self.explain(self.menu.chosen))

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """A second click takes a line, as enter does."""
        event.stop()
        self.action_accept()

    def on_updated(self, _: Updated) -> None:
        """Draw again in another theme."""
        for pane in self.query(Pane):
            pane.look_again()

    def action_suggestion(self, rows: int) -> None:
        """Move in the list."""
        self.menu.action_move(rows)

    def action_accept(self) -> None:
        """Take the line under the cursor."""
        item = self.menu.chosen
        if item is not None:
            self.dismiss(item.value)

    def action_leave(self) -> None:
        """Leave without taking anything."""
        self.dismiss(None)

    def action_complete(self) -> None:
        """Put the line under the cursor into the line that is typed."""
        item = self.menu.chosen
        if item is not None and item.value is not None and self.HAS_INPUT:
            field = self.query_one(Input)
            field.value = item.value
            field.cursor_position = len(field.value)

    def action_hide_or_mark(self) -> None:
        """Tab completes here."""
        self.action_complete()

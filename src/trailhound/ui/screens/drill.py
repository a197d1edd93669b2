"""The base of all drill screens: where we are, one plain sentence, then the proof in sections."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Key, Tell
from trailhound.ui.panes.footer import KeysLine
from trailhound.ui.panes.headline import NoteLine
from trailhound.ui.panes.topline import TopLine
from trailhound.ui.screens.about import opening
from trailhound.ui.screens.standing import StandingScreen
from trailhound.ui.widgets.columns import Columns, Plan
from trailhound.ui.widgets.listing import Listing
from trailhound.ui.widgets.parts import PartsLine
from trailhound.ui.widgets.placement import Breadth, breadth_of
from trailhound.ui.widgets.section import Content, Section
from trailhound.ui.widgets.sentence import Crumbs, Sentence, SentenceBox

TALL = 34
"""From this many lines on there is air around the sentence."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a drill screen shows at one moment.

    ``crumbs`` name the page, the first one as other pages name it when they lie over it; ``family`` stands before it
    when it was opened from the watch screen. ``about`` is what the page as a whole is about: its trail is followed and
    its parts are copied when no row is in hand.
    """

    crumbs: tuple[str, ...]
    sentence: Sentence
    sections: Mapping[str, Content]
    about: object = None
    family: str = ""


class DrillScreen(StandingScreen):
    """Loads a page and shows it; a row of it opens what it stands for.

    Subclasses name their sections in the order of their digits, lay them out for each design, and load the page. The
    narrow design shows one section at a time; ``BELOW`` says which other one may stand below it. ``FIRST`` has the focus
    at the start.
    """

    NAMES: ClassVar[tuple[str, ...]]
    PLAN: ClassVar[Plan]
    FOOTER: ClassVar[str] = "drill"
    FIRST: ClassVar[str] = ""
    BELOW: ClassVar[Mapping[str, str]] = {}
    UNNUMBERED: ClassVar[frozenset[str]] = frozenset()
    BINDINGS = bindings(Place.DRILL)
    DEFAULT_CSS = """
    DrillScreen.-tall SentenceBox { margin: 1 0; }
    DrillScreen.-tall Columns { margin: 0 0 1 0; }
    DrillScreen.-tall.-noted Columns { margin: 0; }
    DrillScreen PartsLine { display: none; }
    DrillScreen.-narrow PartsLine { display: block; }
    """

    def __init__(self, context: Context, key: Key = None) -> None:
        super().__init__()
        self.context = context
        self.key = key
        self.page: Page | None = None

    @abstractmethod
    def load(self) -> Page:
        """Ask the session what there is to show."""

    def compose(self) -> ComposeResult:
        """Lay out the lines every drill screen has, and the sections between them."""
        yield TopLine(self.context)
        yield Crumbs(self.context)
        yield SentenceBox(self.context)
        yield PartsLine(self.context)
        yield Columns(self.context, self.NAMES, self.PLAN, self.UNNUMBERED, self.BELOW)
        note = NoteLine(self.context)
        note.display = False
        yield note
        yield KeysLine(self.context, self.FOOTER)

    def begin(self) -> None:
        """Show the page and focus its first section."""
        self.settle()
        self.look_again()
        filled = self.columns.filled()
        wanted = next((section for section in filled if section.key == self.FIRST), None)
        if filled:
            self.set_focus(wanted or filled[0])

    @property
    def columns(self) -> Columns:
        """The body."""
        return self.query_one(Columns)

    def look_again(self) -> None:
        """Load the page anew and show it; the cursors stay on their rows."""
        page = self.page = self.load()
        self.query_one(Crumbs).show(self.way_here(page))
        self.query_one(SentenceBox).show(page.sentence)
        self.columns.show(page.sections)
        focused = self.focused
        self.query_one(PartsLine).show(self.columns.filled(), focused if isinstance(focused, Section) else None)
        for pane in (TopLine, KeysLine):
            self.query_one(pane).look_again()

    def way_here(self, page: Page) -> tuple[str, ...]:
        """Name the way from the watch screen to a page."""
        below = []
        for screen in self.app.screen_stack:
            if screen is self:
                break
            if isinstance(screen, DrillScreen) and screen.page is not None:
                below.append(screen.page.crumbs[0])
        family = (page.family,) if page.family and not below else ()
        return ("watch", *family, *below, *page.crumbs)

    def settle(self) -> None:
        """Choose the design again; focus and cursors stay."""
        width, height = self.app.size
        self.set_class(height >= TALL, "-tall")
        self.set_class(breadth_of(width) is Breadth.NARROW, "-narrow")
        self.query_one(SentenceBox).fit()

    def tell(self, note: Tell | None) -> None:
        """Show one line above the keys, or take it away."""
        if not self.is_standing:
            return
        line = self.query_one(NoteLine)
        line.tell(note)
        line.display = line.has_text
        self.set_class(line.has_text, "-noted")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The narrow design shows the section that has the focus."""
        if isinstance(event.widget, Section):
            self.columns.bring(event.widget.key)
            self.query_one(PartsLine).show(self.columns.filled(), event.widget)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Open what a row stands for."""
        event.stop()
        if isinstance(event.listing, Section):
            self.open_about(event.listing, event.listing.row_about(event.index))

    def open_about(self, _section: Section, about: object) -> None:
        """Open a thing; screens with rows that open in place do otherwise."""
        message = opening(about)
        if message is not None:
            self.post_message(message)

    def action_part(self, digit: int) -> None:
        """Focus the section with a digit."""
        section = next((section for section in self.columns.filled() if section.digit == digit), None)
        if section is not None:
            self.set_focus(section)

    @property
    def in_hand(self) -> object:
        """What the reader points at: the row under the cursor if it stands for something with a screen, else the page."""
        focused = self.focused
        about = focused.about if isinstance(focused, Section) else None
        return about if opening(about) is not None else self.page.about if self.page else None

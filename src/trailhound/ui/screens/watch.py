"""The watch screen: everything about one moment, in three designs."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult

from trailhound.errors import FilterError
from trailhound.model.answer import Subject, SubjectKind
from trailhound.session.views import AlarmRow, EventRow, Jump
from trailhound.ui.attention import ATTENTION
from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Kind, Open, Tell
from trailhound.ui.panes.alarms import AlarmsPane
from trailhound.ui.panes.before import BeforePane
from trailhound.ui.panes.covered import CoveragePane
from trailhound.ui.panes.events import EventsPane
from trailhound.ui.panes.footer import KeysLine
from trailhound.ui.panes.headline import HeadlineStrip, NoteLine
from trailhound.ui.panes.incident import IncidentPane
from trailhound.ui.panes.lineage import LineagePane
from trailhound.ui.panes.metrics import MetricsPane, WorstMetrics
from trailhound.ui.panes.selected import SelectedPane
from trailhound.ui.panes.timebar import TimeBarPane
from trailhound.ui.panes.topline import TopLine
from trailhound.ui.pointing import keep_selection, pointed_at
from trailhound.ui.screens.standing import StandingScreen
from trailhound.ui.subjects import subject_in_hand
from trailhound.ui.widgets.board import Board, Design, Wish, design_of
from trailhound.ui.widgets.filter_bar import FilterBar, Suggestions
from trailhound.ui.widgets.listing import Listing
from trailhound.ui.widgets.pane import Pane

_SETTLE_SECONDS = 0.06
_NAMES = {1: "events", 2: "metrics", 3: "alarms", 4: "before", 5: "lineage", 6: "coverage", 7: "incident"}
_JUMPS = {
    "hit": ("no call is marked that way", "s marks calls"),
    "error": ("no error that way", ""),
    "bookmark": ("no bookmark that way", "m sets one"),
    "write": ("no write that way", ""),
    "session": ("no other call of this session that way", ""),
}


class WatchScreen(StandingScreen):
    """Events, metrics, alarms, what came before, the selected call and the time bar; the panes share one selection."""

    BINDINGS = bindings(Place.WATCH)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._full = ""
        self._has_bar = False
        self._suggestions = 0
        self._is_settling = False

    def compose(self) -> ComposeResult:
        """All panes; the board shows those that the design has."""
        context = self.context
        suggestions = Suggestions(context, id="suggestions")
        yield Board(
            TopLine(context, id="top"),
            HeadlineStrip(context, id="strip"),
            WorstMetrics(context, id="worst"),
            EventsPane(context, id="events"),
            MetricsPane(context, id="metrics"),
            AlarmsPane(context, id="alarms"),
            BeforePane(context, id="before"),
            SelectedPane(context, id="selected"),
            LineagePane(context, id="lineage"),
            CoveragePane(context, id="coverage"),
            IncidentPane(context, id="incident"),
            TimeBarPane(context, id="timebar"),
            NoteLine(context, id="note"),
            KeysLine(context, "middle", id="keys"),
            FilterBar(context, suggestions, id="filter"),
            suggestions,
        )

    def begin(self) -> None:
        """Start in the event list."""
        self.settle()
        self.set_focus(self.event_list)

    @property
    def board(self) -> Board:
        """The layout."""
        return self.query_one(Board)

    @property
    def event_list(self) -> EventsPane:
        """The event list."""
        return self.query_one(EventsPane)

    @property
    def bar(self) -> FilterBar:
        """The filter bar."""
        return self.query_one(FilterBar)

    @property
    def design(self) -> Design:
        """The design for the present size."""
        return design_of(self.app.size.width, self.app.size.height)

    def panes(self) -> Iterator[Pane]:
        """All panes."""
        yield from self.query(Pane)

    # drawing

    def settle(self) -> None:
        """Choose the design again; focus, selection, filter and scroll row stay."""
        note = self.query_one(NoteLine)
        alarms = self.query_one(AlarmsPane)
        self.board.wish = Wish(self._full, note.has_text, self._has_bar, len(alarms.views), self._suggestions)
        self.board.settle(self.app.size)
        design = self.design
        self.query_one(KeysLine).show(Design.NARROW.value if design is Design.TINY else design.value)
        focused = self.focused
        if focused is None or not focused.display:
            self._focus_of(self._full or "events")

    def _focus_of(self, name: str) -> None:
        widget = self.query_one(f"#{name}")
        if widget.can_focus and widget.display:
            # At once: with widget.focus() a key typed right behind the digit would still go to the old pane.
            self.set_focus(widget)

    def look_again(self) -> None:
        """Draw again what is not what it was."""
        alarms = self.query_one(AlarmsPane)
        before = len(alarms.views)
        for pane in self.panes():
            pane.look_again()
        if len(alarms.views) != before:
            self.settle()

    def tell(self, note: Tell | None) -> None:
        """Show one line above the keys, or take it away."""
        if not self.is_standing:
            return
        line = self.query_one(NoteLine)
        had_text = line.has_text
        line.tell(note)
        if had_text != line.has_text:
            self.settle()

    # the selection

    @property
    def in_hand(self) -> object:
        """What the reader points at."""
        return pointed_at(self.focused, self.event_list)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Keep what the reader points at, and let the other panes follow as soon as the keys rest."""
        keep_selection(self.context.session, event.listing)
        if not self._is_settling:
            self._is_settling = True
            self.set_timer(_SETTLE_SECONDS, self._follow)

    def _follow(self) -> None:
        self._is_settling = False
        if not self.is_standing:
            return
        for kind in (SelectedPane, LineagePane, BeforePane):
            self.query_one(kind).look_again()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Open the row of the event list; the other lists open their own."""
        if isinstance(event.listing, EventsPane):
            row = event.listing.row(event.index)
            if isinstance(row, EventRow):
                self.post_message(Open(Kind.RECORD, row.event.row))
            elif isinstance(row, AlarmRow):
                self.post_message(Open(Kind.ALARM, row.transition.alarm))

    @property
    def subject(self) -> Subject | None:
        """What "who did it" is about: what moved, or if nothing did, the call in hand."""
        subject = subject_in_hand(self.context.session)
        row = self.event_list.selected
        if subject is None and isinstance(row, EventRow):
            return Subject(SubjectKind.EVENT, row.event.event_id, row.event.occurred_at)
        return subject

    # filter and search

    def action_filter(self) -> None:
        """Type a filter."""
        self._open_bar(is_hiding=True)

    def action_highlight(self) -> None:
        """Type what to mark."""
        self._open_bar(is_hiding=False)

    def _open_bar(self, *, is_hiding: bool) -> None:
        if self._full not in {"", "events"}:
            self._full = ""
        self._has_bar = self.event_list.is_bar_open = True
        self.settle()
        self.bar.open(is_hiding=is_hiding)
        self.event_list.redraw()

    def on_filter_bar_changed(self, _: FilterBar.Changed) -> None:
        """Show what the typed text leaves."""
        self.look_again()

    def on_filter_bar_suggested(self, event: FilterBar.Suggested) -> None:
        """Make room for the drop-down."""
        if len(event.found) != self._suggestions:
            self._suggestions = len(event.found)
            self.settle()

    def on_filter_bar_closed(self, _: FilterBar.Closed) -> None:
        """Go back to the list."""
        self._has_bar = self.event_list.is_bar_open = False
        self.set_focus(self.event_list)
        self.settle()
        self.look_again()

    def set_filter(self, text: str) -> None:
        """Put a filter in force; one that can't be read is told."""
        try:
            self.context.session.set_filter(text)
        except FilterError as error:
            self.post_message(Tell(str(error), is_error=True))
        self.look_again()

    def action_flip(self) -> None:
        """Turn the filter into marks, or the marks into a filter."""
        session = self.context.session
        text = session.filter_text or session.search_text
        if not text:
            self.post_message(Tell("no filter and no mark is set; / sets one"))
            return
        is_hiding = bool(session.filter_text)
        session.set_search(text if is_hiding else "")
        self.set_filter("" if is_hiding else text)

    def action_attention(self) -> None:
        """Show only what needs attention, or everything."""
        self.set_filter("" if self.context.session.filter_text == ATTENTION else ATTENTION)

    def action_jump(self, what: str, step: int) -> None:
        """Go to the next or previous row of a kind."""
        if not self.event_list.jump(Jump(what), step):
            text, hint = _JUMPS[what]
            self.post_message(Tell(f"{text}; {hint}" if hint else text))

    def action_bookmark(self) -> None:
        """Set or take away the bookmark of the call under the cursor."""
        row = self.event_list.selected
        if isinstance(row, EventRow):
            self.context.session.selection.bookmarks ^= {row.key}
            self.event_list.look_again()

    # panes

    def action_pane(self, digit: int) -> None:
        """Focus the pane with a digit; where it has no place beside the others, it gets the screen for itself."""
        name = _NAMES[digit]
        if name == "events":
            self._full = ""
        elif not self.query_one(f"#{name}").display or self._full:
            self._full = name
        self.settle()
        self._focus_of(name)
        self.look_again()

    def action_full(self) -> None:
        """Give the focused pane the screen for itself, or take it back."""
        focused = self.focused
        self._full = "" if self._full else (focused.id or "") if focused is not None else ""
        self.settle()
        self.look_again()

    def close(self) -> bool:
        """Take one step back on this screen; say whether there was one to take."""
        session = self.context.session
        if self.query_one(NoteLine).has_text:
            self.tell(None)
        elif self._full:
            self._full = ""
            self.settle()
        elif session.search_text:
            session.set_search("")
            self.look_again()
        elif session.filter_text and session.filter_text != ATTENTION:
            self.set_filter("")
        else:
            return False
        return True

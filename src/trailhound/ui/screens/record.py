"""One event: its record as a tree that explains itself, who stands behind it, and what moved after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar
from urllib.parse import quote

from trailhound.model.event import Event
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.session.contract import Tail
from trailhound.session.views import EventRow, Fact, MetricView, RecordView, ThingKind, Tick
from trailhound.session.words import clock_time
from trailhound.ui import glyphs
from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Key, Tell
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.screens.about import ThingName
from trailhound.ui.screens.drill import DrillScreen, Page
from trailhound.ui.screens.lines import call_look, fact_rows, lineage_rows, phrase_row, who_row
from trailhound.ui.widgets.chart import Chart, chart_rows
from trailhound.ui.widgets.listing import Listing
from trailhound.ui.widgets.placement import Breadth, Column
from trailhound.ui.widgets.record_tree import Meanings, Path, RecordTree, scalar, tree_rows
from trailhound.ui.widgets.section import NOTHING, Content, Row, Section, listing
from trailhound.ui.widgets.sentence import Sentence
from trailhound.ui.wrapping import wrapped

_MEANING_LINES = 3
_LEFT, _RIGHT = ("record", "meaning"), ("behind", "touched", "after", "before", "evidence")


class RecordScreen(DrillScreen):
    """The record of one event. Its key is the event's row; ``o`` and ``n`` go on to other events without leaving."""

    NAMES = ("record", "behind", "touched", "after", "before", "evidence", "meaning")
    UNNUMBERED = frozenset({"meaning"})
    FOOTER = "record"
    BELOW: ClassVar = {"record": "meaning"}
    PLAN: ClassVar = {
        Breadth.MEDIUM: (
            Column(_LEFT, stretch=("record",), sinks=("meaning",)),
            Column(_RIGHT, 46, sinks=("evidence",)),
        ),
        Breadth.WIDE: (
            Column(_LEFT, stretch=("record",), sinks=("meaning",)),
            Column(("after", "before"), 45, stretch=("after",)),
            Column(("behind", "touched", "evidence"), 46, sinks=("evidence",)),
        ),
    }
    BINDINGS = bindings(Place.DRILL, Place.RECORD)

    def __init__(self, context: Context, key: Key = None) -> None:
        super().__init__(context, key)
        self._view: RecordView | None = None
        self._tree = RecordTree({})
        self._is_raw = False

    def load(self) -> Page:
        """Open the record."""
        assert isinstance(self.key, int)
        view = self.context.session.record(self.key)
        if self._view is None or view.document != self._view.document:
            self._tree = RecordTree(view.document)
            changed = next((path for path, note in view.notes.items() if note.note.startswith("was ")), None)
            self.columns.section("record").hold(changed or ("eventTime",))
        self._view = view
        event, now = view.event, self.context.session.status().now
        target = event.target
        before = [who_row(other, now, is_trail=other.row == event.row) for other in view.same_thing]
        sections = {
            "record": self._record(),
            "behind": listing("Who stands behind it", lineage_rows(view.lineage), least=4, short="Behind it"),
            "touched": listing("Touched by this call", _touched(view), right="enter shows it", short="Touched"),
            "after": after(view, event),
            "before": listing("Same thing before", before, right=target if len(target) <= 20 else "", short="Before"),
            "evidence": listing("Evidence", fact_rows(view.evidence), least=3),
            "meaning": self._meaning(),
        }
        return Page((event.short_name or "record",), self._sentence(view), sections, event, "events")

    def _sentence(self, view: RecordView) -> Sentence:
        event = view.event
        glyph, _, _ = call_look(event)
        failed: Phrase = ()
        if event.error_code:
            failed = (Word(f"denied, {event.error_code}" if event.is_refused else event.error_code, Tone.DENIED),)
        mark = self.context.inks.glyph(glyph)
        head: Phrase = (
            Word(f"{mark} ", Tone.TRAIL),
            Word(event.short_name, Tone.BRIGHT, is_bold=True),
            Word(f"  {event.source.removesuffix('.amazonaws.com')}", Tone.MUTED),
            Word(f"   {clock_time(event.occurred_at)}Z   ", Tone.BRIGHT),
            *failed,
        )
        return Sentence(((view.sentence, self._position(event)), (head, ""), (view.second, "")))

    def _position(self, event: Event) -> str:
        tail = self.context.session.tail()
        index = tail.index_of(event.row)
        return "hidden by the filter" if index is None else f"row {index + 1} of {len(tail)}"

    def _record(self) -> Content:
        view = self._view
        assert view is not None
        if self._is_raw:
            lines = view.raw.splitlines() or [""]
            return listing("Raw JSON", [_raw_row(line) for line in lines], right="y shows the fields", least=8, inset=0)
        hidden, total = self._tree.folded()
        meanings = Meanings(view.notes, view.event.identity.name, view.event.target)
        rows = tree_rows(self._tree.fields(), meanings)
        return listing("Record", rows, right=f"{hidden} of {total} fields folded", least=8, inset=0)

    def _meaning(self) -> Content:
        view = self._view
        path = self._path()
        if view is None or path is None:
            return NOTHING
        note = view.notes.get(path)
        value = self._tree.value(path)
        said: Phrase = (
            Word(str(path[-1]) if isinstance(path[-1], str) else f"item {path[-1] + 1}", Tone.BRIGHT, is_bold=True),
            Word(" "),
        )
        if note is not None and note.meaning:
            said = (*said, Word(note.meaning))
        if not isinstance(value, (dict, list)):
            said = (*said, Word(" is " if note is None or not note.meaning else " ", Tone.MUTED), Word(scalar(value), Tone.MUTED))

        def build(width: int, height: int) -> Sequence[Row]:
            return [phrase_row(part, at=1) for part in wrapped(said, width - 1, most=max(height, 1))]

        return Content("What this field means", build, _MEANING_LINES, least=_MEANING_LINES)

    def _path(self) -> Path | None:
        about = self.columns.section("record").about
        return about if isinstance(about, tuple) else next(iter(field.path for field in self._tree.fields()), None)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Explain the field under the cursor."""
        if isinstance(event.listing, Section) and event.listing.key == "record":
            self.columns.section("meaning").show(self._meaning())

    def open_about(self, section: Section, about: object) -> None:
        """Fold a field, or open what another row stands for."""
        if section.key == "record" and isinstance(about, tuple):
            self._tree.toggle(about)
            section.show(self._record())
        else:
            super().open_about(section, about)

    def on_section_sideways(self, event: Section.Sideways) -> None:
        """Right unfolds the field under the cursor, left folds it, or goes up to the field that holds it."""
        about = event.section.about
        if event.section.key != "record" or not isinstance(about, tuple):
            return
        field = next((field for field in self._tree.fields() if field.path == about), None)
        if field is None:
            return
        if field.is_container and field.is_open is (event.step < 0):
            self.open_about(event.section, about)
        elif event.step < 0:
            held = [other.path for other in self._tree.fields() if other.is_container and about[: len(other.path)] == other.path]
            above = [path for path in held if path != about]
            if above:
                event.section.hold(above[-1])
                event.section.show(self._record())
                self.columns.section("meaning").show(self._meaning())

    def action_raw(self) -> None:
        """Show the record as it was delivered, or its fields again."""
        self._is_raw = not self._is_raw
        self.columns.section("record").show(self._record())

    def action_session(self, step: int) -> None:
        """Go to the next or previous call of the same session."""
        assert self._view is not None
        rows = [event.row for event in self._view.same_session]
        here = rows.index(self.key) if self.key in rows else -1
        if not 0 <= here + step < len(rows) or here < 0:
            self.tell(Tell("no other call of this session that way"))
            return
        self._go(rows[here + step])

    def action_neighbour(self, step: int) -> None:
        """Go to the next or previous event of the list."""
        assert isinstance(self.key, int)
        tail = self.context.session.tail()
        index = tail.index_of(self.key)
        row = None if index is None else _next_call(tail, index, step)
        if row is None:
            self.tell(Tell("no other event that way"))
            return
        self._go(row)

    def _go(self, row: int) -> None:
        self.tell(None)
        self.key = row
        self.context.session.selection.tail_key = row
        self.look_again()

    def action_console(self) -> None:
        """Open the event in the AWS console, in a browser; the link is shown too, for terminals far away."""
        assert self._view is not None
        link = console_link(self._view.event)
        self.app.open_url(link)
        self.tell(Tell(f"console: {link}"))


def _next_call(tail: Tail, index: int, step: int) -> int | None:
    index += step
    while 0 <= index < len(tail):
        row = tail.rows(index, index + 1)[0]
        if isinstance(row, EventRow):
            return row.event.row
        index += step
    return None


def console_link(event: Event) -> str:
    """Give the address of an event in the console's event history; ids are quoted, so that a record can't make a link."""
    region = event.region if event.region.replace("-", "").isalnum() else "us-east-1"
    return f"https://{region}.console.aws.amazon.com/cloudtrailv2/home?region={region}#/events/{quote(event.event_id, safe='')}"


def _raw_row(text: str) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.put(text, at=2)

    return Row(paint)


def _touched(view: RecordView) -> list[Row]:
    return [_touched_row(fact) for fact in view.touched]


def _touched_row(fact: Fact) -> Row:
    is_moved = fact.source.startswith(glyphs.ALARM)

    def paint(line: Line, is_selected: bool) -> None:
        line.put(fact.label, Role.RESOURCE, width=line.width // 2 - 6, bold=is_selected).put(" ")
        line.phrase(tuple(Word(word.text, Tone.MUTED) for word in fact.value), width=max(line.room - len(fact.source) - 2, 0))
        if is_moved:
            line.mark(glyphs.ALARM, Role.ALARM, at=line.width - len(fact.source))
            line.put(fact.source[1:], Role.ALARM, bold=True)
        else:
            line.right(fact.source, Role.TEXT)

    return Row(paint, ThingName(ThingKind.RESOURCE, fact.label))


def after(view: RecordView, event: Event) -> Content:
    """Show the metrics that moved after a call, with the call as a tick."""
    if not view.moved_after:
        return NOTHING
    tick = Tick(event.occurred_at, event.row, event.kind, is_culprit=True)

    def build(width: int, height: int) -> Sequence[Row]:
        rows: list[Row] = []
        each = max(height // len(view.moved_after), 3)
        for moved in view.moved_after[: max(height // each, 1)]:
            rows.append(_named(moved))
            rows.extend(chart_rows(Chart(moved, followed=tick), width, each - 1))
        return rows

    return Content("After it", build, 5 * len(view.moved_after[:2]), right="what moved", least=4, most=16)


def _named(view: MetricView) -> Row:
    words: Phrase = (Word(f"{view.title} ", Tone.TEXT), Word(view.measure, Tone.MUTED))
    return phrase_row(words, about=view.metric)

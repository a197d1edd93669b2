"""What is loaded, what was not understood and why, and what cannot be seen at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from trailhound.model.phrase import Tone, Word
from trailhound.session.views import SourceView, Trouble
from trailhound.session.words import clock_time, duration, grouped, short_time
from trailhound.ui import glyphs
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.messages import Copy
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.screens.about import Text
from trailhound.ui.screens.drill import DrillScreen, Page
from trailhound.ui.screens.lines import fact_rows, text_row
from trailhound.ui.widgets.placement import Breadth, Column
from trailhound.ui.widgets.section import Content, Row, Section, blank, listing
from trailhound.ui.widgets.sentence import Sentence

_ROOMY = 100


class CoverageScreen(DrillScreen):
    """Everything a reader must know before trusting the rest. It has no key."""

    NAMES = ("sources", "unseen", "troubles")
    PLAN: ClassVar = {
        Breadth.MEDIUM: (Column(("sources", "unseen", "troubles"), stretch=("troubles",)),),
        Breadth.WIDE: (
            Column(("sources", "troubles"), stretch=("troubles",)),
            Column(("unseen",), 66),
        ),
    }
    FOOTER = "coverage"
    BELOW: ClassVar = {"sources": "troubles", "unseen": "troubles"}
    BINDINGS = bindings(Place.DRILL, Place.COVERAGE)

    def load(self) -> Page:
        """Ask what is covered."""
        session = self.context.session
        coverage, status = session.coverage(), session.status()
        unseen = fact_rows(coverage.unseen, 24)
        if session.filter_text:
            tail = session.tail()
            unseen.append(_unseen_filter(tail.total - tail.shown, tail.total))
        second = f"as known at {clock_time(status.now)}"
        if status.newest_at is not None:
            second += f", newest event {short_time(status.newest_at, status.now)}"
        sections = {
            "sources": sources(coverage.sources),
            "troubles": troubles(coverage.troubles),
            "unseen": listing("What you cannot see", unseen, note="and why", least=3, short="Unseen"),
        }
        sentence = Sentence(((coverage.sentence, ""), ((Word(second, Tone.MUTED),), "")))
        return Page(("coverage",), sentence, sections)

    def open_about(self, _section: Section, about: object) -> None:
        """These rows have no screen of their own: enter copies one whole, since lists cut long lines."""
        if isinstance(about, Text):
            self.post_message(Copy(about.text, about.what))

    @property
    def in_hand(self) -> object:
        """The row under the cursor."""
        focused = self.focused
        return focused.about if isinstance(focused, Section) else None


def _unseen_filter(hidden: int, total: int) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.put("filter", Role.FAINT).put(f"hides {grouped(hidden)} of {grouped(total)} events", Role.TEXT, at=24)

    return Row(paint)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns of the list of sources begin; ``lasts`` 0 is a column that is not there."""

    where: int
    count: int
    begins: int
    lasts: int
    note: int


def _places(width: int) -> _Places:
    if width < _ROOMY:
        count = max(width - 36, 30)
        return _Places(20, count, count + 2, 0, count + 16)
    count = min(width - 40, 66)
    return _Places(26, count, count + 2, count + 16, count + 28)


def sources(found: Sequence[SourceView]) -> Content:
    """List what is loaded: kind, place, how much, from when to when."""

    def build(width: int, _height: int) -> Sequence[Row]:
        places = _places(width)
        return [_source_heads(places), *(_source_row(source, places) for source in found)]

    return Content("Loaded", build, len(found) + 1, right=f"{len(found)} sources", least=4)


def _source_heads(places: _Places) -> Row:
    def paint(line: Line, _is_selected: bool) -> None:
        line.put("what", Role.FAINT, at=2).put("where", Role.FAINT, at=places.where)
        line.right("count", Role.FAINT, end=places.count).put("from", Role.FAINT, at=places.begins)
        if places.lasts:
            line.put("for", Role.FAINT, at=places.lasts)
        line.put("note", Role.FAINT, at=places.note)

    return Row(paint)


def _source_row(source: SourceView, places: _Places) -> Row:
    span = source.span

    def paint(line: Line, is_selected: bool) -> None:
        line.put(source.what, Role.BRIGHT if is_selected else Role.TEXT, at=2, width=places.where - 3)
        line.put(source.where, Role.MUTED, at=places.where, width=places.count - places.where - 8, middle=True)
        line.right(grouped(source.count), Role.TEXT, end=places.count)
        if span is not None:
            line.put(f"{span.start_at.day} {span.start_at:%b %H:%M}", Role.TIME, at=places.begins)
            if places.lasts:
                line.put(duration(span.duration), Role.TIME, at=places.lasts, width=11)
        line.put(source.note, Role.LATE, at=places.note)

    return Row(paint, Text(f"{source.what} {source.where} {source.count} {source.note}".strip(), "source"))


def troubles(found: Sequence[Trouble]) -> Content:
    """List what could not be read: where and why."""
    if not found:
        fine = text_row("everything was understood", glyph=glyphs.OK)
        return listing("Not understood", [fine, blank()], right="nothing")

    def build(width: int, _height: int) -> Sequence[Row]:
        longest = max(len(trouble.where) for trouble in found)
        reason_at = 4 + min(longest + 2, max(width // 2 - 6, 16))
        return [_trouble_row(trouble, reason_at) for trouble in found]

    return Content("Not understood", build, len(found), right=grouped(len(found)), note="enter copies the line", least=3)


def _trouble_row(trouble: Trouble, reason_at: int) -> Row:
    def paint(line: Line, is_selected: bool) -> None:
        line.mark(glyphs.REFUSED, Role.DENIED, at=2)
        line.put(trouble.where, Role.BRIGHT if is_selected else Role.TEXT, at=4, width=reason_at - 6, middle=True)
        line.put(trouble.reason, Role.MUTED, at=reason_at)

    return Row(paint, Text(f"{trouble.where}: {trouble.reason}", "line"))

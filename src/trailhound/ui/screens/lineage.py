"""Who stands behind a call: from the person down to everything the session did."""

from __future__ import annotations

from typing import ClassVar

from trailhound.model.phrase import Tone, Word
from trailhound.session.views import ThingKind
from trailhound.session.words import plural
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.screens.about import ThingName, session_of
from trailhound.ui.screens.drill import DrillScreen, Page
from trailhound.ui.screens.lines import call_row, fact_rows, lineage_rows
from trailhound.ui.screens.who import circumstances
from trailhound.ui.widgets.placement import Breadth, Column
from trailhound.ui.widgets.section import NOTHING, listing
from trailhound.ui.widgets.sentence import Sentence


class LineageScreen(DrillScreen):
    """The lineage of one call. Its key is the event's row."""

    NAMES = ("path", "calls", "session")
    PLAN: ClassVar = {
        Breadth.MEDIUM: (Column(("path", "session")), Column(("calls",), 60, stretch=("calls",))),
        Breadth.WIDE: (Column(("path", "session")), Column(("calls",), 90, stretch=("calls",))),
    }
    BINDINGS = bindings(Place.DRILL)

    def load(self) -> Page:
        """Ask for the record and for its session."""
        assert isinstance(self.key, int)
        session = self.context.session
        record = session.record(self.key)
        event, now = record.event, session.status().now
        key = session_of(event)
        thing = session.thing(ThingKind.SESSION, key) if key else None
        calls = [call_row(other, now, is_here=other.row == event.row) for other in record.same_session]
        first = (
            Word(event.identity.name or "Nobody named", Tone.TRAIL, is_bold=True),
            Word(" stands behind "),
            Word(event.short_name, Tone.BRIGHT, is_bold=True),
            Word(f" and {plural(max(len(calls) - 1, 0), 'other call')} of the same session."),
        )
        sections = {
            "path": listing("From the person to the call", lineage_rows(record.lineage), least=4, short="Path"),
            "calls": listing("Everything this session did", calls, right="enter opens", least=4, short="Calls"),
            "session": listing("The session", fact_rows(thing.facts)) if thing is not None else NOTHING,
        }
        about = ThingName(ThingKind.SESSION, key) if key else event
        return Page(("lineage", event.short_name), Sentence(((first, ""), (circumstances(event), ""))), sections, about)

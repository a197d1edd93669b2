"""The bar over the session: how many events where, and what stands out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trailhound.languages.query import Query, parse
from trailhound.model.alarm import AlarmState, AlarmTransition
from trailhound.model.phrase import Tone
from trailhound.model.time_span import TimeSpan
from trailhound.session.boards import Boards
from trailhound.session.moments import micros, moment
from trailhound.session.views import TimeBar, TimeMark
from trailhound.store.store import Store

MOST_REFUSALS = 200
_REFUSED = parse("refused:yes")
_STATES = {
    AlarmState.ALARM: (Tone.ALARM, "▲"),
    AlarmState.OK: (Tone.OK, "✓"),
    AlarmState.INSUFFICIENT_DATA: (Tone.INSUFFICIENT, "?"),
}


def time_bar(
    boards: Boards, span: TimeSpan, cells: int, as_of: datetime, query: Query | None, bookmarks: Iterable[int]
) -> TimeBar:
    """Count events in cells, and gather the marks of what was known at a moment.

    What a recording holds after the playhead is counted too, so that one sees where to go; marks are not given away.
    """
    store, end_us = boards.store, micros(max(as_of, boards.span.end_at))
    counts = tuple(store.density(span, cells, end_us)) if cells > 0 else ()
    shown = counts if query is None or cells <= 0 else tuple(store.density(span, cells, end_us, query))
    cut_at = micros(as_of)
    marks = [
        *_alarm_marks(boards.changes(as_of), span),
        *_refusals(store, span, cut_at),
        *_bookmarks(store, span, bookmarks, cut_at),
    ]
    marks.sort(key=lambda mark: (mark.at, mark.glyph, mark.row or 0))
    return TimeBar(span, counts, tuple(marks), as_of, boards.complete_to(as_of), shown)


def _alarm_marks(changes: Iterable[AlarmTransition], span: TimeSpan) -> list[TimeMark]:
    return [TimeMark(change.at, *_STATES[change.to_state]) for change in changes if _inside(span, change.at)]


def _refusals(store: Store, span: TimeSpan, as_of_us: int) -> list[TimeMark]:
    rows = store.between(micros(span.start_at), micros(span.end_at), as_of_us)
    refused = rows[store.select(_REFUSED)[rows]][-MOST_REFUSALS:]
    return [TimeMark(moment(int(store.occurred[row])), Tone.DENIED, "×", row) for row in refused.tolist()]


def _bookmarks(store: Store, span: TimeSpan, bookmarks: Iterable[int], as_of_us: int) -> list[TimeMark]:
    rows = [row for row in sorted(bookmarks) if 0 <= row < len(store) and store.observed[row] <= as_of_us]
    marks = [TimeMark(moment(int(store.occurred[row])), Tone.BRIGHT, "◇", row) for row in rows]
    return [mark for mark in marks if _inside(span, mark.at)]


def _inside(span: TimeSpan, at: datetime) -> bool:
    return span.start_at <= at <= span.end_at

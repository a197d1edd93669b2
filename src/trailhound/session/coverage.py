"""What is loaded, what is missing, and why."""

from __future__ import annotations

import bisect
import operator
from collections.abc import Iterable, Sequence
from datetime import datetime

from trailhound.languages.query import parse
from trailhound.model.observation import Origin
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.model.time_span import TimeSpan
from trailhound.session.boards import Boards
from trailhound.session.moments import micros, moment
from trailhound.session.views import Coverage, Fact, SourceView, Trouble
from trailhound.session.words import duration, grouped, plural

_DATA = parse("category:data")
_NO_RECORD = "a record without eventName, or with nothing else that tells a call; it is kept and shown as it is"


def coverage(boards: Boards, as_of: datetime) -> Coverage:
    """Say what is loaded and what is not, as known at a moment."""
    sources = tuple(found for found in _sources(boards, as_of) if found.count)
    troubles = _troubles(boards, as_of)
    return Coverage(_sentence(boards, as_of, troubles), sources, tuple(_unseen(boards, as_of)), troubles)


def _sentence(boards: Boards, as_of: datetime, troubles: Sequence[Trouble]) -> Phrase:
    count = boards.store.cut(micros(as_of)).total
    files = plural(len(boards.loaded.inputs.record_files), "file")
    words: Phrase = (Word(plural(count, "event"), Tone.BRIGHT, is_bold=True), Word(f" from {files}"))
    duplicates = boards.store.duplicates_by(micros(as_of))
    if duplicates:
        words = (*words, Word(f", {grouped(duplicates)} more were copies"))
    complete_to = boards.complete_to(as_of)
    if complete_to is not None:
        words = (*words, Word(", complete to "), Word(f"{complete_to:%H:%M:%S}", Tone.BRIGHT))
    if troubles:
        return (*words, Word("; "), Word(f"{plural(len(troubles), 'thing')} not understood", Tone.LATE), Word("."))
    return (*words, Word("; everything was understood."))


def _sources(boards: Boards, as_of: datetime) -> Iterable[SourceView]:
    loaded = boards.loaded
    cut = boards.store.cut(micros(as_of))
    copies = boards.store.duplicates_by(micros(as_of))
    yield SourceView(
        what="CloudTrail records",
        where=_places(boards, as_of),
        count=cut.total,
        span=TimeSpan(moment(cut.occurred(0)), moment(cut.occurred(-1))) if cut.total else None,
        note=f"{grouped(copies)} copies left out" if copies else "",
    )
    gauges = loaded.gauges.all()
    spans = [span for gauge in gauges if (span := gauge.span()) is not None]
    yield SourceView("metrics", _regions(gauge.metric.region for gauge in gauges), len(gauges), _known(_joined(spans), as_of))
    alarms = loaded.alarms.alarms()
    changes = [change for change in loaded.alarms.all_transitions() if change.at <= as_of]
    yield SourceView("alarms", _regions(alarm.region for alarm in alarms), len(alarms), None)
    span = TimeSpan(changes[0].at, changes[-1].at) if changes else None
    yield SourceView("alarm changes", "alarm history", len(changes), span)
    yield SourceView("metric filters", "", len(loaded.filters), None, ", ".join(sorted({f.group for f in loaded.filters})[:3]))
    lines = loaded.log_lines[: bisect.bisect_right(loaded.log_lines, as_of, key=operator.itemgetter(0))]
    groups = sorted({line.group for line in loaded.logs})
    yield SourceView("log lines", ", ".join(groups[:4]), len(lines), TimeSpan(lines[0][0], lines[-1][0]) if lines else None)
    yield SourceView("configuration items", "AWS Config", len(loaded.items), None)
    if gauges or alarms:
        # Without anything that can move nobody needs the links, and learning them opens many records.
        yield SourceView("links between resources", "learned from calls and Config", loaded.links.known(as_of), None)


def _places(boards: Boards, as_of: datetime) -> str:
    cut = boards.store.cut(micros(as_of))
    regions = [found.value for found in boards.store.top("region", cut, 6)]
    return ", ".join(regions)


def _regions(regions: Iterable[str]) -> str:
    return ", ".join(sorted({region for region in regions if region}))


def _joined(spans: Sequence[TimeSpan]) -> TimeSpan | None:
    return TimeSpan(min(s.start_at for s in spans), max(s.end_at for s in spans)) if spans else None


def _known(span: TimeSpan | None, as_of: datetime) -> TimeSpan | None:
    """Give the part of a span that is not ahead of the playhead."""
    if span is None or span.start_at > as_of:
        return None
    return TimeSpan(span.start_at, min(span.end_at, as_of))


def _unseen(boards: Boards, as_of: datetime) -> Iterable[Fact]:
    """Say what cannot be seen in what is loaded, and why."""
    loaded = boards.loaded
    cut = boards.store.cut(micros(as_of))
    if cut.total and not boards.store.select(_DATA)[cut.ordered].any():
        words = "no data event is loaded: reads of objects and items cannot be seen unless a trail logs them"
        yield Fact("data events", (Word(words, Tone.MUTED),))
    if cut.total and not loaded.inputs.has_arrivals:
        words = "nobody wrote down when records arrived; each counts as known when it happened"
        yield Fact("arrival", (Word(words, Tone.MUTED),))
    elif loaded.inputs.has_silent_arrivals:
        yield Fact("arrival", (Word("of some records nobody wrote down when they arrived", Tone.MUTED),))
    if not loaded.gauges.all():
        yield Fact("metrics", (Word("no datapoints are loaded, so nothing can be seen to move", Tone.MUTED),))
    if not loaded.alarms.alarms():
        yield Fact("alarms", (Word("no alarm is loaded", Tone.MUTED),))
    for alarm in loaded.alarms.alarms():
        view = boards.alarms.view(alarm, as_of)
        if view.not_evaluated:
            yield Fact(alarm.name, (Word(f"not evaluated here: {view.not_evaluated}", Tone.MUTED),), "alarm")
    delay = boards.arrivals.usual_delay(as_of) if loaded.inputs.has_arrivals else None
    if delay is not None:
        words = f"records arrive up to {duration(delay)} after the call"
        yield Fact("delay", (Word(words, Tone.MUTED),), "newest 200 records")


def _troubles(boards: Boards, as_of: datetime) -> tuple[Trouble, ...]:
    store = boards.store
    files = [(trouble.origin, trouble.reason) for trouble in boards.loaded.troubles]
    rows = [(store.origin(int(row)), _NO_RECORD) for row in store.not_understood_rows(micros(as_of))]
    return tuple(Trouble(_where(origin), reason, origin.path, origin.position) for origin, reason in (*files, *rows))


def _where(origin: Origin) -> str:
    return f"{origin.path}:{origin.position}" if origin.position else origin.path

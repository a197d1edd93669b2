"""Everything about a person, a session, a resource, an address or a call."""

from __future__ import annotations

from datetime import datetime

from trailhound.cloudtrail.envelope import open_record
from trailhound.cloudtrail.identity import read_identity
from trailhound.languages.query import exactly, literal, parse
from trailhound.model.phrase import Phrase, Tone, Word
from trailhound.session.boards import Boards
from trailhound.session.lineage import Lineage, lineage
from trailhound.session.moments import micros, moment
from trailhound.session.queries import containing, exact
from trailhound.session.sentences import measure_words
from trailhound.session.views import Fact, MetricView, Table, Thing, ThingKind
from trailhound.session.words import duration, grouped, plural, short_time
from trailhound.store.cut import Cut

ROWS = 8
PERIODS = 60
MOST_METRICS = 8
MOST_NEIGHBOURS = 12
MOST_COUNTED = 1000

_COUNTED = {
    ThingKind.PERSON: (("calls", "name"), ("resources", "target"), ("addresses", "ip"), ("roles", "role"), ("errors", "error")),
    ThingKind.SESSION: (("calls", "name"), ("resources", "target"), ("addresses", "ip"), ("errors", "error")),
    ThingKind.RESOURCE: (("people", "user"), ("calls", "name"), ("errors", "error")),
    ThingKind.ADDRESS: (("people", "user"), ("calls", "name"), ("programs", "agent"), ("errors", "error")),
    ThingKind.CALL: (("people", "user"), ("resources", "target"), ("addresses", "ip"), ("errors", "error")),
}
_WORDS = {
    ThingKind.PERSON: "person or role",
    ThingKind.SESSION: "one set of credentials",
    ThingKind.RESOURCE: "resource",
    ThingKind.ADDRESS: "address",
    ThingKind.CALL: "call",
}
_WRITES = parse("write:yes")
_ERRORS = parse("error:*")
_REFUSED = parse("refused:yes")


def find_thing(boards: Boards, kind: ThingKind, name: str, as_of: datetime) -> Thing:
    """Gather what is known about a thing at a moment; of a thing nobody saw, that nobody did."""
    is_resource = kind is ThingKind.RESOURCE
    text = f"{kind.value}:{literal(name)}" if is_resource else exactly(kind.value, name)
    query = containing(kind.value, name) if is_resource else exact(kind.value, name)
    cut = boards.store.cut(micros(as_of), query)
    return Thing(
        kind=kind,
        name=name,
        sentence=_sentence(boards, kind, name, cut),
        facts=_facts(boards, kind, name, cut, as_of),
        tables=tuple(filter(None, (_table(boards, title, field, cut) for title, field in _COUNTED[kind]))),
        lineage=_lineage(boards, kind, cut, as_of),
        metrics=_metrics(boards, name, as_of) if kind is ThingKind.RESOURCE else (),
        filter=text,
    )


def _sentence(boards: Boards, kind: ThingKind, name: str, cut: Cut) -> Phrase:
    subject = Word(name, Tone.TRAIL if kind in (ThingKind.PERSON, ThingKind.SESSION) else Tone.RESOURCE, is_bold=True)
    if not len(cut):
        return (subject, Word(" is in no call that is loaded.", Tone.MUTED))
    rows = cut.ordered
    writes = int(boards.store.select(_WRITES)[rows].sum())
    refused = int(boards.store.select(_REFUSED)[rows].sum())
    said = {ThingKind.PERSON: " made ", ThingKind.SESSION: " made ", ThingKind.CALL: " was called in "}.get(kind, " is in ")
    changing = f", {grouped(writes)} of them {'changes' if writes != 1 else 'a change'}" if writes else ", none of them a change"
    span = moment(cut.occurred(len(cut) - 1)) - moment(cut.occurred(0))
    during: Phrase = (Word(f", in {duration(span)}"),) if span else ()
    denied: Phrase = (Word(", "), Word(f"{grouped(refused)} refused", Tone.DENIED)) if refused else ()
    return (subject, Word(said), Word(plural(len(cut), "call"), Tone.BRIGHT), Word(changing), *denied, *during, Word("."))


def _facts(boards: Boards, kind: ThingKind, name: str, cut: Cut, as_of: datetime) -> tuple[Fact, ...]:
    facts = [Fact("kind", (Word(_WORDS[kind]),))]
    if len(cut):
        first, last = boards.event(int(cut.ordered[0]), as_of), boards.event(int(cut.ordered[-1]), as_of)
        facts += [
            Fact("first", (Word(short_time(first.occurred_at, as_of)),), first.short_name),
            Fact("newest", (Word(short_time(last.occurred_at, as_of)),), last.short_name),
        ]
        errors = int(boards.store.select(_ERRORS)[cut.ordered].sum())
        if errors:
            facts.append(Fact("errors", (Word(grouped(errors), Tone.LATE),)))
        if kind in (ThingKind.PERSON, ThingKind.SESSION):
            facts += _identity_facts(boards, int(cut.ordered[-1]))
    if kind is ThingKind.RESOURCE:
        facts += _neighbours(boards, name, as_of)
    return tuple(facts)


def _identity_facts(boards: Boards, row: int) -> list[Fact]:
    identity = read_identity(open_record(boards.store.raw(row)))
    found = [("arn", identity.arn), ("account", identity.account), ("role", identity.role), ("key", identity.access_key_id)]
    facts = [Fact(label, (Word(value, Tone.MUTED),), "newest call") for label, value in found if value]
    if identity.is_mfa is not None:
        facts.append(Fact("MFA", (Word("yes" if identity.is_mfa else "no", Tone.OK if identity.is_mfa else Tone.LATE),)))
    return facts


def _neighbours(boards: Boards, name: str, as_of: datetime) -> list[Fact]:
    """Give what hangs together with a resource, and what told us."""
    reached = boards.loaded.links.graph.reach((name,), as_of, 1)
    near = sorted((path.names[0], path.edges[0].told_by) for path in reached.values() if path.hops == 1)
    return [Fact("with", (Word(other, Tone.RESOURCE),), told_by) for other, told_by in near[:MOST_NEIGHBOURS]]


def _table(boards: Boards, title: str, field: str, cut: Cut) -> Table | None:
    counted = boards.store.top(field, cut, MOST_COUNTED)
    if not counted:
        return None
    rows = tuple((value, count, moment(newest_us)) for value, count, newest_us in counted[:ROWS])
    return Table(title, rows, max(len(counted) - ROWS, 0))


def _lineage(boards: Boards, kind: ThingKind, cut: Cut, as_of: datetime) -> Lineage:
    if kind not in (ThingKind.PERSON, ThingKind.SESSION) or not len(cut):
        return ()
    row = int(cut.ordered[-1])
    event = boards.event(row, as_of)
    return lineage(boards, event, read_identity(open_record(boards.store.raw(row))), as_of)


def _metrics(boards: Boards, name: str, as_of: datetime) -> tuple[MetricView, ...]:
    gauges = [
        gauge
        for gauge in boards.loaded.gauges.all()
        if gauge.metric.subject == name or any(value == name for _, value in gauge.metric.dimensions)
    ]
    gauges.sort(key=lambda gauge: (measure_words(gauge.metric), gauge.metric))
    return tuple(boards.metric_view(gauge, as_of, PERIODS) for gauge in gauges[:MOST_METRICS])

"""What a JSON document is, by what it holds: the table of kinds and the way through it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

import msgspec

from trailhound.model.observation import NotUnderstood, Observation
from trailhound.model.text import inert
from trailhound.sources.files import alarm_files, config_files, log_files, metric_files, trail_logs
from trailhound.sources.files.metric_files import Answers, Questions
from trailhound.sources.files.place import Place
from trailhound.sources.files.splitting import items_of, members_of

Members = Mapping[str, msgspec.Raw]
Part = Observation | Questions | Answers
"""What reading a document gives: observations, and metric results that wait for their queries."""

MOST_COMPLAINTS = 20
"""Entries of one file that are listed one by one when they are not understood; the rest becomes a number."""
_KEYS_SHOWN = 6
_OPENINGS = {"configurationItem": b"{"}
_BROKEN = (msgspec.MsgspecError, UnicodeError, RecursionError)


def _read_queries(members: Members, place: Place) -> Iterator[Part]:
    questions = metric_files.read_questions(msgspec.json.decode(members["MetricDataQueries"]), place)
    if questions is None:
        yield place.not_understood('"MetricDataQueries" holds no query with an Id')
    else:
        yield questions


KINDS: tuple[tuple[str, Callable[[Members, Place], Iterator[Part]]], ...] = (
    ("Records", trail_logs.read_log_file),
    ("Events", trail_logs.read_lookup_events),
    ("QueryResultRows", trail_logs.read_query_rows),
    ("MetricDataResults", metric_files.read_metric_data),
    ("MetricDataQueries", _read_queries),
    ("Datapoints", metric_files.read_metric_statistics),
    ("MetricAlarms", alarm_files.read_alarms),
    ("CompositeAlarms", alarm_files.read_alarms),
    ("LogAlarms", alarm_files.read_alarms),
    ("AlarmHistoryItems", alarm_files.read_history),
    ("metricFilters", log_files.read_metric_filters),
    ("configurationItems", config_files.read_config_items),
    ("baseConfigurationItems", config_files.read_config_items),
    ("configurationItem", config_files.read_config_item),
    ("events", log_files.read_log_events),
)
"""The member by which a document is known, and what reads it. The first that fits decides."""

WITHOUT_USE = (
    ("Metrics", "a list of metric names (list-metrics): it has no values; add what get-metric-data prints"),
    ("DashboardBody", "a dashboard (get-dashboard): layouts are not read yet; its metrics need get-metric-data"),
    ("DashboardEntries", "a list of dashboards (list-dashboards): it has no values"),
    ("digestStartTime", "a CloudTrail digest: it proves log files whole but holds no events"),
    ("logGroups", "a list of log groups (describe-log-groups): it has no log lines; add what filter-log-events prints"),
    ("trailList", "a list of trails (describe-trails): it has no events"),
)
"""Documents that are known and hold nothing to show, with what to say about them."""


def read_document(document: bytes, place: Place) -> Iterator[Part]:
    """Read one JSON object of any known kind; anything else gives one line that says what it is."""
    members = members_of(document)
    if members is None:
        yield place.not_understood(_what_is_wrong(document))
        return
    try:
        yield from _read_members(document, members, place)
    except _BROKEN as trouble:
        yield place.not_understood(f"can't be read: {_words(trouble)}")


def _read_members(document: bytes, members: Members, place: Place) -> Iterator[Part]:
    for name, reader in KINDS:
        # A member of that name with something else in it is a chance likeness.
        if name in members and bytes(members[name])[:1] in _OPENINGS.get(name, b"["):
            yield from reader(members, place)
            return
    if trail_logs.is_record(document):
        yield from trail_logs.read_one_record(document, place)
        return
    if "resourceType" in members and "resourceId" in members:
        yield from config_files.read_config_item(members, place)
        return
    for name, words in WITHOUT_USE:
        if name in members:
            yield place.not_understood(words)
            return
    yield place.not_understood(_unknown_object(list(members)))


def read_array(document: bytes, place: Place) -> Iterator[Part]:
    """Read a JSON array: of metric queries, of records, or of anything that can stand alone."""
    items = items_of(document)
    if items is None:
        yield place.not_understood(_what_is_wrong(document))
        return
    if not items:
        yield place.not_understood("an empty list")
        return
    if b'"MetricStat"' in document or b'"Expression"' in document:
        try:
            questions = metric_files.read_questions(msgspec.json.decode(document), place)
        except _BROKEN:
            questions = None
        if questions is not None and len(questions.queries) == len(items):
            yield questions
            return
    yield from read_collection(((number, bytes(item)) for number, item in enumerate(items, 1)), place)


def read_collection(parts: Iterable[tuple[int, bytes]], place: Place) -> Iterator[Part]:
    """Read documents that stand one after the other, each with its line or number.

    Neighbouring records are handed over together. What is not understood is listed after the rest.
    """
    complaints: list[NotUnderstood] = []
    count = entries = 0
    run: list[bytes] = []
    first = 0
    for number, document in parts:
        entries += 1
        is_record = trail_logs.is_record(document)
        if run and (not is_record or number != first + len(run) or len(run) >= trail_logs.BATCH):
            yield from trail_logs.batches(run, place, first)
            run = []
        if is_record:
            first = first if run else number
            run.append(document)
            continue
        for part in read_document(document, place.at(number)):
            if isinstance(part, NotUnderstood):
                count += 1
                if count <= MOST_COMPLAINTS:
                    complaints.append(part)
            else:
                yield part
    yield from trail_logs.batches(run, place, first)
    yield from _summary(complaints, count, entries, place)


def _summary(complaints: list[NotUnderstood], count: int, entries: int, place: Place) -> Iterator[NotUnderstood]:
    if count == entries and entries > 1:
        yield place.not_understood(f"none of its {entries:,} entries is understood; the first: {complaints[0].reason}")
        return
    yield from complaints
    if count > len(complaints):
        yield place.not_understood(f"{count - len(complaints):,} more entries are not understood")


def _unknown_object(names: list[str]) -> str:
    if not names:
        return "an empty JSON object"
    shown = ", ".join(inert(name, 40) for name in names[:_KEYS_SHOWN])
    more = f" and {len(names) - _KEYS_SHOWN} more" if len(names) > _KEYS_SHOWN else ""
    return f"JSON of no known kind, with the keys {shown}{more}"


def _what_is_wrong(document: bytes) -> str:
    try:
        value = cast("object", msgspec.json.decode(document))
    except _BROKEN as trouble:
        return f"is not valid JSON: {_words(trouble)}"
    return f"is JSON, but a {_KIND_WORDS.get(type(value), 'value')} and no object"


_KIND_WORDS = {list: "list", str: "text", int: "number", float: "number", bool: "truth value", type(None): "null"}


def _words(trouble: Exception) -> str:
    if isinstance(trouble, RecursionError):
        return "it is nested too deep"
    if isinstance(trouble, UnicodeError):
        return "it has bytes that are not UTF-8"
    return inert(str(trouble), 200).removeprefix("JSON is malformed: ")

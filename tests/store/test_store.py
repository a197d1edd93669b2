"""The store: each record once, cut to what was known at a moment, whatever the order of input."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.conftest import World
from tests.store.worlds import SECOND, T0, a_row, a_store, record_of

from trailhound.cloudtrail.row import Row
from trailhound.languages.query import parse
from trailhound.model.event import CallKind
from trailhound.model.identity import ActorClass
from trailhound.model.observation import Origin
from trailhound.model.time_span import TimeSpan
from trailhound.store import Store
from trailhound.store.columns import moment

Delivered = tuple[Row, bytes, int | None]


def filled(deliveries: Sequence[Delivered]) -> Store:
    """Put records in one by one."""
    store = Store()
    for row, record, observed in deliveries:
        store.append([row], [record], observed, Origin(f"{row.who}.json", 1))
    return store


def shown(store: Store, as_of_us: int) -> list[tuple[object, ...]]:
    """Give all that can be seen at a moment, except row numbers, which count arrivals."""
    cut = store.cut(as_of_us)
    seen: list[tuple[object, ...]] = []
    for row in cut.rows(0, len(cut)).tolist():
        event = store.event(row, as_of_us)
        times = event.occurred_at, event.observed_at
        seen.append((event.event_id, *times, event.identity.name, event.copies, store.raw(row), store.origin(row)))
    return seen


deliveries = st.lists(
    st.builds(
        lambda event_id, second, who, late: (
            a_row(event_id, None if second is None else T0 + second * SECOND, who=who),
            record_of(a_row(event_id), who=who, eventTime=second),
            None if late is None else T0 + late * SECOND,
        ),
        st.sampled_from(["", "a", "b", "c", "same-start-1", "same-start-2"]),
        st.sampled_from([None, 0, 1, 2, 3]),
        st.sampled_from(["ann", "bob"]),
        st.sampled_from([None, 0, 2, 5, 9]),
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(deliveries, st.randoms(use_true_random=False))
def test_the_order_of_input_leaves_no_trace(records: list[Delivered], chance: random.Random) -> None:
    mixed = records[:]
    chance.shuffle(mixed)

    one, other = filled(records), filled(mixed)

    for second in range(-1, 11):
        as_of = T0 + second * SECOND
        assert shown(one, as_of) == shown(other, as_of)
        assert one.duplicates_by(as_of) == other.duplicates_by(as_of)
        assert one.newest(as_of) == other.newest(as_of)


@settings(max_examples=40, deadline=None)
@given(deliveries, st.integers(0, 9))
def test_looking_in_between_changes_nothing(records: list[Delivered], halfway: int) -> None:
    store = Store()
    for place, (row, record, observed) in enumerate(records):
        store.append([row], [record], observed, Origin(f"{row.who}.json", 1))
        if place == halfway:
            store.cut(T0 + SECOND, parse("ann"))

    fresh = filled(records)

    for query in (None, parse("ann"), parse("! a")):
        assert store.cut(T0 + 3 * SECOND, query).ordered.tolist() == fresh.cut(T0 + 3 * SECOND, query).ordered.tolist()


def test_a_record_that_comes_twice_is_shown_once_and_counted() -> None:
    row = a_row("e-1")
    store = a_store(row, a_row("e-2"), row)

    assert len(store) == 2
    assert store.duplicates == 1
    assert store.event(0).copies == 2


def test_copies_are_counted_only_when_they_were_known() -> None:
    row = a_row("e-1")
    store = a_store(row, row, row, observed_us=[T0 + 5, T0 + 1, T0 + 9])

    copies = [store.event(0, T0 + time).copies for time in (1, 4, 5, 8, 9)]

    assert copies == [1, 1, 2, 2, 3]
    assert [store.duplicates_by(T0 + time) for time in (1, 5, 9)] == [0, 1, 2]


def test_the_copy_that_was_known_first_is_the_one_that_is_shown() -> None:
    store = a_store(a_row("e-1", who="late"), observed_us=T0 + 90)
    early = a_row("e-1", who="early")

    store.append([early], [b'{"early": true}'], T0 + 10, Origin("early.json", 4))

    assert store.event(0).identity.name == "early"
    assert store.raw(0) == b'{"early": true}'
    assert store.origin(0) == Origin("early.json", 4)
    assert len(store.cut(T0 + 10)) == 1


def test_a_copy_with_another_time_moves_its_row() -> None:
    store = a_store(a_row("e-1", T0), a_row("e-2", T0 + 5), observed_us=T0 + 90)
    store.cut(T0 + 99)

    store.append([a_row("e-1", T0 + 9)], [b"{}"], T0 + 10, Origin("early.json", 1))

    assert store.cut(T0 + 99).ordered.tolist() == [1, 0]


def test_records_without_an_id_are_never_taken_for_copies() -> None:
    store = a_store(a_row(""), a_row(""))

    assert len(store) == 2
    assert store.duplicates == 0


def test_a_record_without_a_time_stands_where_it_was_observed() -> None:
    store = a_store(a_row("e-1", None), observed_us=T0 + 7)

    event = store.event(0)

    assert event.occurred_at == event.observed_at == moment(T0 + 7)
    assert not event.is_time_known


def test_a_record_without_any_time_stands_beside_its_neighbour() -> None:
    store = a_store(a_row("e-1", T0), a_row("e-2", T0 + 5), a_row("e-3", None), a_row("e-4", T0 + 9))

    assert store.event(2).occurred_at == moment(T0 + 5)


def test_a_record_that_nobody_timed_stands_at_the_first_known_moment() -> None:
    store = a_store(a_row("lone", None))
    store.append([a_row("e-1", T0), a_row("e-2", T0 - 5)], [b"{}", b"{}"], None, Origin("more.json", 1))

    assert store.event(0).occurred_at == moment(T0 - 5)
    assert store.span == TimeSpan(moment(T0 - 5), moment(T0))


def test_nothing_is_observed_before_it_occurred() -> None:
    store = a_store(a_row("e-1", T0), observed_us=T0 - 60 * SECOND)

    assert store.event(0).observed_at == moment(T0)


def test_a_late_record_appears_when_it_arrived_but_stands_where_it_happened() -> None:
    store = a_store(a_row("e-1", T0), a_row("e-2", T0 + 10), observed_us=[T0 + 100, T0 + 10])

    assert store.cut(T0 + 50).ordered.tolist() == [1]
    assert store.cut(T0 + 100).ordered.tolist() == [0, 1]


def test_an_event_has_all_its_columns() -> None:
    row = a_row("e-1", kind=2, actor=1, error="AccessDenied", via="cloudformation", is_understood=False)
    store = a_store(row, observed_us=T0 + 3)

    event = store.event(0)

    assert (event.row, event.event_id, event.name, event.source) == (0, "e-1", "PutObject", "s3.amazonaws.com")
    assert (event.kind, event.identity.actor) == (CallKind.DESTRUCTIVE, ActorClass.CI)
    assert (event.identity.name, event.identity.role, event.identity.session_name) == ("m.rivera", "Admin", "m.rivera")
    assert (event.account, event.region, event.address, event.agent) == ("111122223333", "eu-west-1", "203.0.113.7", "aws-cli/2")
    assert (event.target, event.error_code, event.via, event.event_type) == (
        "audit-logs",
        "AccessDenied",
        "cloudformation",
        "AwsApiCall",
    )
    assert event.delay == timedelta(microseconds=3)
    assert not event.is_understood
    assert store.not_understood == store.not_understood_by(T0 + 3) == 1
    assert store.not_understood_by(T0) == 0


def test_origins_count_on_from_the_first_record() -> None:
    store = Store()
    store.append([a_row("a"), a_row("b")], [b"{}", b"{}"], None, Origin("f.json", 11))
    store.append([a_row("c"), a_row("d")], [b"{}", b"{}"], None, Origin("whole.json"))

    assert [store.origin(row) for row in range(4)] == [
        Origin("f.json", 11),
        Origin("f.json", 12),
        Origin("whole.json"),
        Origin("whole.json"),
    ]


def test_rows_are_found_by_event_id_and_by_column() -> None:
    store = a_store(a_row("e-1"), a_row("e-2", session="ASIA9"))

    assert store.row_of("e-2") == 1
    assert store.row_of("e-9") is None
    assert store.text("session", 1) == "ASIA9"


def test_the_span_goes_from_the_first_to_the_last_event() -> None:
    store = a_store(a_row("e-1", T0 + 5), a_row("e-2", T0), observed_us=T0 + 60)

    assert Store().span is None
    assert store.span == TimeSpan(moment(T0), moment(T0 + 5))
    assert store.observed_span == TimeSpan(moment(T0 + 60), moment(T0 + 60))


def test_between_gives_what_occurred_in_a_span_and_was_known(world: World) -> None:
    made, store = world
    start, end, as_of = T0 + 100 * SECOND, T0 + 200 * SECOND, T0 + 230 * SECOND

    rows = store.between(start, end, as_of)

    expected = {place for place, (row, _, seen) in enumerate(made) if start <= (row.occurred_us or 0) < end and seen <= as_of}
    assert set(rows.tolist()) == expected
    assert np.all(np.diff(store.occurred[rows]) >= 0)


def test_the_density_adds_up_to_the_shown_rows_of_the_span(world: World) -> None:
    _, store = world
    as_of, query = T0 + 2000 * SECOND, parse("error:*")
    span = TimeSpan(moment(T0), moment(T0 + 4000 * SECOND))

    counts = store.density(span, 37, as_of, query)

    assert len(counts) == 37
    assert sum(counts) == len(store.cut(as_of, query)) > 0


def test_the_newest_row_is_the_one_that_occurred_last() -> None:
    store = a_store(a_row("a", T0 + 5), a_row("b", T0), observed_us=[T0 + 5, T0 + 50])

    assert store.newest(T0) is None
    assert store.newest(T0 + 50) == T0 + 5


def test_calls_are_counted_before_a_moment_as_known_at_another() -> None:
    rows = [a_row(f"e-{second}", T0 + second, who="ann", name="PutKey") for second in range(5)]
    store = a_store(*rows, a_row("x", T0, who="bob"), observed_us=[T0 + 9, *range(T0 + 1, T0 + 5), T0])

    assert store.calls("ann", "PutKey", T0 + 3, T0 + 8) == 2
    assert store.calls("ann", "PutKey", T0 + 3, T0 + 9) == 3
    assert store.calls("ann", "Unheard", T0 + 3, T0 + 9) == 0

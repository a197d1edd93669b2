"""Each record once, by row number."""

from __future__ import annotations

from collections.abc import Sequence

from tests.store.worlds import T0, a_row

from trailhound.cloudtrail.row import Row
from trailhound.model.observation import Origin
from trailhound.store.arrivals import arrivals_of
from trailhound.store.ledger import Batch, Ledger


def batch(*rows: Row, records: Sequence[bytes] = (), observed_us: int | None = None, path: str = "a.json") -> Batch:
    """Make a batch of rows read from one file."""
    arrivals = arrivals_of([row.occurred_us for row in rows], observed_us)
    return Batch(rows, records or [b"{}"] * len(rows), arrivals, Origin(path, 1))


def test_rows_keep_their_numbers() -> None:
    ledger = Ledger()

    ledger.take(batch(a_row("a"), a_row("b"), a_row("a")))
    ledger.take(batch(a_row("b"), a_row("c")))

    assert [ledger.row_of(event_id) for event_id in "abcd"] == [0, 1, 2, None]
    assert len(ledger) == 3


def test_copies_and_records_without_an_id_leave_the_other_rows_as_if_they_came_alone() -> None:
    ledger, alone = Ledger(), Ledger()
    mixed = [a_row("a"), a_row("", name="X"), a_row("a"), a_row("b", T0 + 1), a_row("", name="Y"), a_row("c", T0 + 2)]

    ledger.take(batch(*mixed, records=[b"0", b"1", b"0", b"3", b"4", b"5"]))
    for row, record in zip(mixed, [b"0", b"1", b"0", b"3", b"4", b"5"], strict=True):
        alone.take(batch(row, records=[record]))

    assert [ledger.record(row) for row in range(5)] == [b"0", b"1", b"3", b"4", b"5"]
    assert [ledger.event(row, None) for row in range(5)] == [alone.event(row, None) for row in range(5)]
    assert [ledger.columns.origin(row).position for row in range(5)] == [1, 2, 4, 5, 6]
    assert [ledger.row_of(event_id) for event_id in ("a", "b", "c", "")] == [0, 2, 4, None]


def test_only_a_changed_row_counts_as_a_change() -> None:
    ledger = Ledger()
    ledger.take(batch(a_row("a"), observed_us=T0 + 9))

    ledger.take(batch(a_row("a"), a_row("b"), observed_us=T0 + 20))
    assert ledger.changes == 0

    ledger.take(batch(a_row("a"), observed_us=T0 + 5))
    assert ledger.changes == 1


def test_of_copies_known_at_once_the_smaller_bytes_are_kept_and_then_the_smaller_path() -> None:
    ledger = Ledger()

    ledger.take(batch(a_row("a"), records=[b"2"]))
    ledger.take(batch(a_row("a"), records=[b"1"], path="z"))
    ledger.take(batch(a_row("a"), records=[b"1"], path="b"))

    assert ledger.record(0) == b"1"
    assert ledger.columns.origin(0).path == "b"
    assert ledger.event(0, None).copies == 3


def test_a_copy_with_a_time_is_preferred_to_one_that_nobody_timed() -> None:
    ledger = Ledger()

    ledger.take(batch(a_row("a", None), records=[b"untimed"]))
    ledger.take(batch(a_row("b", T0)))
    assert ledger.event(0, None).occurred_at == ledger.event(1, None).occurred_at
    ledger.take(batch(a_row("a", T0 + 50), records=[b"timed"]))

    assert ledger.record(0) == b"timed"
    assert ledger.event(0, T0 + 50).copies == 2
    assert ledger.timeline.occurred.tolist() == [T0 + 50, T0]

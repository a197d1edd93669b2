"""Each record once, by row number."""

from __future__ import annotations

from tests.store.worlds import T0, a_row

from trailhound.cloudtrail.row import Row
from trailhound.model.observation import Origin
from trailhound.store.arrivals import arrivals_of
from trailhound.store.ledger import Delivery, Ledger


def delivery(row: Row, record: bytes = b"{}", observed_us: int | None = None, path: str = "a.json") -> Delivery:
    """Make a delivery."""
    return Delivery(row, record, arrivals_of([row], observed_us)[0], Origin(path, 1))


def test_rows_keep_their_numbers() -> None:
    ledger = Ledger()

    ledger.take([delivery(a_row("a")), delivery(a_row("b")), delivery(a_row("a"))])
    ledger.take([delivery(a_row("b")), delivery(a_row("c"))])

    assert [ledger.row_of(event_id) for event_id in "abcd"] == [0, 1, 2, None]
    assert len(ledger) == 3


def test_only_a_changed_row_counts_as_a_change() -> None:
    ledger = Ledger()
    ledger.take([delivery(a_row("a"), observed_us=T0 + 9)])

    ledger.take([delivery(a_row("a"), observed_us=T0 + 20), delivery(a_row("b"))])
    assert ledger.changes == 0

    ledger.take([delivery(a_row("a"), observed_us=T0 + 5)])
    assert ledger.changes == 1


def test_of_copies_known_at_once_the_smaller_bytes_are_kept_and_then_the_smaller_path() -> None:
    ledger = Ledger()

    ledger.take([delivery(a_row("a"), b"2"), delivery(a_row("a"), b"1", path="z"), delivery(a_row("a"), b"1", path="b")])

    assert ledger.record(0) == b"1"
    assert ledger.columns.origin(0).path == "b"
    assert ledger.event(0, None).copies == 3


def test_a_copy_with_a_time_is_preferred_to_one_that_nobody_timed() -> None:
    ledger = Ledger()

    ledger.take([delivery(a_row("a", None), b"untimed"), delivery(a_row("b", T0))])
    assert ledger.event(0, None).occurred_at == ledger.event(1, None).occurred_at
    ledger.take([delivery(a_row("a", T0 + 50), b"timed")])

    assert ledger.record(0) == b"timed"
    assert ledger.event(0, T0 + 50).copies == 2
    assert ledger.timeline.occurred.tolist() == [T0 + 50, T0]

"""Records, compressed and opened on demand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.store.frames import Frames


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.binary(max_size=20), max_size=300), max_size=4))
def test_every_record_comes_back_as_it_was(batches: list[list[bytes]]) -> None:
    frames = Frames()

    for batch in batches:
        frames.extend(batch)

    records = [record for batch in batches for record in batch]
    assert [frames.record(number) for number in range(len(frames))] == records


def test_records_are_found_in_any_order_across_many_frames() -> None:
    frames = Frames()
    frames.extend([b"%d" % number for number in range(5000)])

    asked = [number * 1999 % 5000 for number in range(300)]

    assert [frames.record(number) for number in asked] == [b"%d" % number for number in asked]


def test_huge_records_do_not_pile_up_in_one_frame() -> None:
    frames = Frames()
    frames.extend([bytes([number]) * 700_000 for number in range(5)])

    assert [frames.record(number)[:1] for number in range(5)] == [b"\0", b"\1", b"\2", b"\3", b"\4"]
    assert len(frames.record(3)) == 700_000

"""The one order of all rows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.store.timeline import Timeline, ties_of

records = st.lists(
    st.lists(st.tuples(st.integers(0, 6), st.text("ab", max_size=10), st.integers(0, 3)), max_size=6), min_size=1, max_size=5
)


@settings(max_examples=60, deadline=None)
@given(records, st.booleans())
def test_rows_are_sorted_by_time_and_then_by_id_however_they_came(
    batches: list[list[tuple[int, str, int]]], is_asked: bool
) -> None:
    ids: list[str] = []
    timeline = Timeline(ids.__getitem__)

    for batch in batches:
        ids.extend(f"id-{event_id}" for _, event_id, _ in batch)
        occurred = [second for second, *_ in batch]
        observed = [second + late for second, _, late in batch]
        timeline.extend(occurred, observed, ties_of([f"id-{event_id}" for _, event_id, _ in batch], [b""] * len(batch)))
        if is_asked:
            assert len(timeline.order) == len(ids)

    rows = range(len(ids))
    expected = sorted(rows, key=lambda row: (timeline.occurred[row], ids[row], timeline.observed[row], row))
    assert timeline.order.tolist() == expected
    assert timeline.rank[timeline.order].tolist() == list(rows)
    assert timeline.occurred_in_order.tolist() == timeline.occurred[expected].tolist()
    assert timeline.observed_in_order.tolist() == timeline.observed[expected].tolist()
    assert timeline.moments.tolist() == sorted(timeline.observed.tolist())


def test_a_replaced_time_moves_the_row() -> None:
    timeline = Timeline(str)
    timeline.extend([1, 2, 3], [1, 2, 3], [0, 0, 0])
    assert timeline.order.tolist() == [0, 1, 2]
    assert timeline.moments.tolist() == [1, 2, 3]

    timeline.replace(0, 5, 6)

    assert timeline.order.tolist() == [1, 2, 0]
    assert timeline.moments.tolist() == [2, 3, 6]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6))
def test_tie_numbers_never_contradict_the_order_of_ids(ids: list[str]) -> None:
    ordered = sorted(ids, key=lambda text: text.encode("utf-8", "surrogatepass"))

    ties = ties_of(ordered, [b""] * len(ordered)).tolist()

    assert ties == sorted(ties)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("0aé", min_size=7, max_size=10), min_size=1, max_size=4))
def test_a_tie_number_does_not_depend_on_the_records_beside_it(ids: list[str]) -> None:
    alone = [ties_of([event_id], [b""]).item() for event_id in ids]

    assert ties_of(ids, [b""] * len(ids)).tolist() == alone
    assert ties_of([*ids, ""], [b""] * (len(ids) + 1)).tolist()[:-1] == alone


def test_records_without_an_id_are_ordered_by_their_content() -> None:
    one, again, other = ties_of(["", "", ""], [b"x", b"x", b"y"]).tolist()

    assert one == again != other

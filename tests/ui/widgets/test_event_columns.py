"""Which column goes first when the list gets narrow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trailhound.ui.widgets.event_columns import ACCOUNT, CALL, REGION, columns_for


@pytest.mark.parametrize(
    ("width", "widths"),
    [(80, (27, 15, 13, 0, 0)), (74, (26, 15, 13, 0, 0)), (105, (30, 16, 16, 14, 10))],
)
def test_the_three_designs_have_their_columns(width: int, widths: tuple[int, ...]) -> None:
    found = columns_for(width)

    assert (found.call, found.who, found.target, found.address, found.via) == widths


def test_columns_go_in_the_order_of_the_design() -> None:
    order: list[str] = []
    for width in range(110, 30, -1):
        found = columns_for(width)
        gone = {name for name in ("via", "address", "target", "result") if not getattr(found, name)}
        order.extend(sorted(gone - set(order)))

    assert order == ["via", "address", "target", "result"]


@given(st.integers(36, 300), st.sampled_from([0, REGION, REGION + ACCOUNT]))
def test_the_columns_fill_the_width_and_no_more(width: int, place: int) -> None:
    found = columns_for(width, place=place)

    used = CALL + found.call + found.who + found.place + found.target + found.address + found.via + found.result
    assert used <= width
    assert found.who >= 10
    assert found.call >= min(18, width - 23)


def test_the_address_stays_when_a_wall_shows_regions() -> None:
    assert columns_for(105, place=REGION).address == 14


def test_account_and_region_stand_before_the_target() -> None:
    starts = columns_for(120, place=REGION).starts

    assert starts["who"] < starts["place"] < starts["target"]

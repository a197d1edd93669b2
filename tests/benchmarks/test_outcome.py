"""Lines of the table of figures."""

from benchmarks.__main__ import BEGIN, END, with_table
from benchmarks.outcome import Outcome, markdown


def test_a_goal_is_a_bound_from_above_or_for_a_speed_up_from_below() -> None:
    assert Outcome("a", "a", "b", 2, ours=4, peer=2).is_met
    assert not Outcome("a", "a", "b", 2, ours=5, peer=2).is_met
    assert Outcome("a", "a", "b", 2, is_faster=True, ours=1, peer=2).is_met
    assert not Outcome("a", "a", "b", 2, is_faster=True, ours=1.1, peer=2).is_met


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    outcome = Outcome("a", "a", "lnav", 2, skipped="lnav is not installed")

    assert outcome.is_met is None
    assert outcome.document()["ratio"] is None
    assert "skipped: lnav is not installed" in markdown([outcome])


def test_a_table_takes_the_place_of_the_old_one() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"

    written = with_table(page, [Outcome("a", "what", "peer", 2, ours=1, peer=2)])

    assert "old" not in written
    assert "| what | 1.0 ms | peer: 2.0 ms | 0.50x | at most 2x | yes |" in written
    assert with_table(written, []).startswith("before\n")
    assert written.endswith("after\n")

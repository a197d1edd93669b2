"""What was told, in an order of its own."""

from __future__ import annotations

from tests.session.story import at

from trailhound.model.observation import LogLines, NotUnderstood, Origin
from trailhound.session.loaded import Loaded


def test_log_lines_of_all_groups_stand_in_one_order_without_repeats() -> None:
    loaded = Loaded()
    for group, minutes in (("b", 3), ("a", 1), ("a", 1), ("b", 2)):
        loaded.logs.append(LogLines(group, ((at(minutes), "s", f"line {minutes}"),), Origin(group)))

    loaded.settle()

    assert loaded.log_lines == [(at(1), "a", "line 1"), (at(2), "b", "line 2"), (at(3), "b", "line 3")]


def test_a_stretch_of_lines_has_its_start_but_not_its_end() -> None:
    loaded = Loaded()
    loaded.logs.append(LogLines("g", tuple((at(minute), "s", "x") for minute in range(5)), Origin("g")))
    loaded.settle()

    assert [moment for moment, _, _ in loaded.lines_between(at(1), at(3))] == [at(1), at(2)]


def test_troubles_stand_in_the_order_of_their_places() -> None:
    loaded = Loaded()
    loaded.troubles += [NotUnderstood(Origin("b", 2), "y"), NotUnderstood(Origin("b", 1), "x"), NotUnderstood(Origin("a"), "z")]

    loaded.settle()

    assert [trouble.reason for trouble in loaded.troubles] == ["z", "x", "y"]

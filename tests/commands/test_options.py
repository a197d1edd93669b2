"""Options that several commands share."""

import argparse
import math
from datetime import UTC, datetime

import pytest

from trailhound.commands.options import add_clock, add_paths, add_screen, joined, parser_for, rfc3339, speed


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1.0), ("0.25x", 0.25), ("1000X", 1000.0), (" max", math.inf), ("MAX", math.inf)]
)
def test_a_speed_is_read(text: str, number: float) -> None:
    assert speed(text) == number


@pytest.mark.parametrize("text", ["", "fast", "0", "-1", "0.2", "1001", "nan", "inf", "x"])
def test_what_is_no_speed_is_refused_with_what_can_be_said(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=r"0\.25 to 1000, or max"):
        speed(text)


def test_all_options_of_a_watching_command_have_a_place() -> None:
    parser = parser_for("replay", "watch files")
    add_paths(parser)
    add_screen(parser)
    add_clock(parser)

    words = ["a", "-", "--at", "-20m", "--speed", "8", "--no-color", "--filter", "write:yes"]
    options = parser.parse_args(joined(words))

    assert options.paths == ["a", "-"]
    assert options.at == "-20m"
    assert options.speed == 8.0
    assert options.no_colour
    assert options.filter == "write:yes"


def test_a_value_with_a_dash_is_tied_to_its_option_and_nothing_else_is() -> None:
    assert joined(["x", "--at", "-20m", "-", "--filter", "--count"]) == ["x", "--at=-20m", "-", "--filter", "--count"]


def test_moments_are_written_in_utc_with_z() -> None:
    assert rfc3339(datetime(2026, 1, 31, 14, 5, tzinfo=UTC)) == "2026-01-31T14:05:00Z"
    assert rfc3339(datetime(2026, 1, 31, 14, 5, 0, 250_000, tzinfo=UTC)) == "2026-01-31T14:05:00.250000Z"

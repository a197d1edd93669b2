"""The top line never lies."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from tests.ui.driving import rows, watching
from tests.ui.picture_session import PictureSession, at

from trailhound.session.views import Mode, Status
from trailhound.ui.panes.topline import alarm_words, mode_words, place_words

STATUS = PictureSession().status()


def said(status: Status, *, is_roomy: bool = True) -> str:
    return "".join(word[0] for word in mode_words(status, is_roomy=is_roomy))


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({}, "● LIVE 14:09:31Z  complete to 14:04"),
        ({"mode": Mode.PAUSED}, "▌▌ PAUSED 18 Nov 14:09:31Z  complete to 14:04"),
        (
            {"mode": Mode.PAUSED, "waiting": 1184, "waiting_alarms": 1},
            "▌▌ PAUSED 14:09:31Z  +1 184 waiting, 1 alarm among them",
        ),
        ({"mode": Mode.REPLAY, "speed": 0.25}, "» REPLAY 18 Nov 14:09:31Z  0.25x  complete to 14:04"),
        (
            {"mode": Mode.REPLAY, "speed": inf, "is_quiet_skipped": True},
            "» REPLAY 18 Nov 14:09:31Z  max  quiet time skipped  complete to 14:04",
        ),
        ({"mode": Mode.ENDED, "complete_to": None}, "○ ENDED 18 Nov 14:09:31Z  newest 51 s ago"),
        ({"not_understood": 3}, "● LIVE 14:09:31Z  complete to 14:04  3 not understood"),
    ],
)
def test_each_mode_has_its_words(change: dict[str, object], text: str) -> None:
    assert said(replace(STATUS, **change)) == text  # type: ignore[arg-type]  # fields by name


def test_a_narrow_screen_says_the_same_in_fewer_words() -> None:
    assert said(STATUS, is_roomy=False) == "● LIVE 14:09:31Z  to 14:04"


def test_the_clock_of_a_recording_is_never_newer_than_its_events() -> None:
    assert "newest 0 s ago" in said(replace(STATUS, complete_to=None, newest_at=at("14:20")))


def test_states_without_alarms_are_left_out() -> None:
    assert alarm_words(replace(STATUS, alarms={})) == []


def test_files_without_a_profile_show_none() -> None:
    words = "".join(word[0] for word in place_words(replace(STATUS, title="", accounts=(), regions=("eu-west-1",))))

    assert words == "trailhound  eu-west-1  read-only"


@pytest.mark.parametrize("width", [10, 40, 60, 79, 80, 100, 109, 110, 120, 200])
async def test_the_line_fits_every_width(width: int) -> None:
    async with watching(size=(width, 30)) as pilot:
        line = rows(pilot)[0]

        assert len(line) == width
        assert width < 40 or "▲ 3" in line

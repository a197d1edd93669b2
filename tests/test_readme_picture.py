"""The picture of the README is what the program draws today, or at least says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.draw_pictures import PICTURES, draw_watch, main, shown

README = Path(__file__).parents[1] / "README.md"
STORY = (
    "REPLAY|PAUSED|ENDED",
    "14:09:31Z",
    "ModifyDBParameterGroup",
    "m.rivera",
    "orders-pg15",
    "orders-db-latency",
    "RebootDBInstance",
    "denied",
    "complete to",
    "ALARM",
    "INSUFF",
    "w who did it|who did it",
    "Before this moved",
)
"""What a reader must find in the picture; a bar parts words of which one is enough."""


def missing(svg: str) -> list[str]:
    text = shown(svg)
    return [words for words in STORY if not any(word in text for word in words.split("|"))]


async def test_the_program_still_draws_the_story_of_the_picture() -> None:
    drawn = await draw_watch()

    assert missing(drawn) == []


def test_the_readme_shows_a_picture_that_tells_the_story() -> None:
    named = re.search(r"!\[[^\]]+\]\((docs/pictures/[\w.-]+)\)", README.read_text(encoding="utf-8"))

    assert named is not None
    assert missing((README.parent / named[1]).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("picture", sorted(PICTURES.glob("*.svg")), ids=lambda path: str(path.name))
def test_a_picture_loads_nothing_from_anywhere(picture: Path) -> None:
    svg = picture.read_text(encoding="utf-8")

    assert "url(http" not in svg
    assert "@import" not in svg


def test_the_command_draws_into_a_folder(tmp_path: Path) -> None:
    status = main([str(tmp_path)])

    assert status == 0
    assert missing((tmp_path / "watch.svg").read_text(encoding="utf-8")) == []

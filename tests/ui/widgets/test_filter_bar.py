"""The bar in which filters are typed; more of it is tested on the watch screen."""

from __future__ import annotations

from tests.ui.driving import inks, text, until, watch, watching
from tests.ui.picture_session import PictureSession

from trailhound.session.views import Completion
from trailhound.ui.context import Context
from trailhound.ui.key_table import keys_in_force
from trailhound.ui.settings import UiSettings
from trailhound.ui.widgets.filter_bar import Suggestions

FOUND = (Completion("user:a", 0, 1, 1200), Completion("user:b", 0, 1, 3))


def drop_down() -> Suggestions:
    made = Suggestions(Context(PictureSession(), inks(), keys_in_force("default", {}), UiSettings()))
    made.show(FOUND)
    return made


def test_completions_are_shown_with_their_counts() -> None:
    lines = [strip.text for strip in drop_down().body(24, 5)]

    assert lines == ["▌user:a           1 200 ", " user:b               3 "]


def test_the_cursor_goes_round() -> None:
    made = drop_down()
    made.move(1)
    assert made.chosen == FOUND[1]
    made.move(1)

    assert made.chosen == FOUND[0]


def test_a_cursor_far_down_stays_in_sight() -> None:
    made = drop_down()
    made.move(1)

    assert [strip.text.strip(" ▌").split()[0] for strip in made.body(24, 1)] == ["user:b"]


async def test_backspace_in_an_empty_bar_clears_the_filter() -> None:
    session = PictureSession(_filter="dbparam")
    async with watching(session) as pilot:
        await pilot.press("slash", *["backspace"] * 8)
        await until(pilot, lambda: not watch(pilot).event_list.is_bar_open)

        assert session.filter_text == ""


async def test_the_attention_filter_is_not_put_into_the_bar() -> None:
    async with watching() as pilot:
        await pilot.press("slash")
        await pilot.pause()

        assert watch(pilot).bar.input.value == ""
        assert "312 shown, 17 892 hidden" in text(pilot)

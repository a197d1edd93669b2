"""The one list widget: cursor, offset, cache, mouse, following."""

from __future__ import annotations

from collections.abc import Hashable

from tests.ui.driving import inks
from tests.ui.picture_session import PictureSession
from textual.app import App, ComposeResult
from textual.strip import Strip

from trailhound.ui.context import Context
from trailhound.ui.key_table import keys_in_force
from trailhound.ui.settings import UiSettings
from trailhound.ui.textual_theme import VARIABLE_DEFAULTS
from trailhound.ui.widgets.listing import Listing, Look
from trailhound.ui.widgets.pane import Heading


class Numbers(Listing):
    """Counts what it is asked to draw."""

    def __init__(self, context: Context, *, is_following: bool = False) -> None:
        super().__init__(context, is_following=is_following)
        self.total = 100
        self.drawn: list[tuple[int, Look]] = []

    def count(self) -> int:
        return self.total

    def heading(self) -> Heading:
        return Heading("Numbers", digit=1)

    def row_key(self, index: int) -> Hashable:
        return index

    def is_pickable(self, index: int) -> bool:
        return super().is_pickable(index) and index != 3

    def draw(self, index: int, width: int, look: Look) -> Strip:
        self.drawn.append((index, look))
        return self.line(width, look.ground).put(f"row {index}").strip()


class Stage(App[None]):
    """Shows one list."""

    def __init__(self, *, is_following: bool = False) -> None:
        super().__init__()
        context = Context(PictureSession(), inks(), keys_in_force("default", {}), UiSettings())
        self.numbers = Numbers(context, is_following=is_following)
        self.told: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(VARIABLE_DEFAULTS)

    def compose(self) -> ComposeResult:
        yield self.numbers

    def on_mount(self) -> None:
        self.numbers.focus()

    def on_listing_moved(self, event: Listing.Moved) -> None:
        self.told.append(f"moved {event.index}")

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        self.told.append(f"chosen {event.index}")


async def test_the_cursor_moves_and_is_told() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        await pilot.press("j", "down", "enter")

        stage = pilot.app
        assert isinstance(stage, Stage)
        assert stage.told == ["moved 1", "moved 2", "chosen 2"]


async def test_rows_that_are_no_place_to_stand_are_passed_over() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        await pilot.press("j", "j", "j")

        assert isinstance(pilot.app, Stage)
        assert pilot.app.numbers.cursor == 4


async def test_a_page_is_what_is_in_sight() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        await pilot.press("pagedown", "ctrl+d")

        assert isinstance(pilot.app, Stage)
        assert pilot.app.numbers.cursor == 15
        assert pilot.app.numbers.top == 6


async def test_first_and_last_are_one_key_away() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        assert isinstance(pilot.app, Stage)
        await pilot.press("G")
        assert (pilot.app.numbers.cursor, pilot.app.numbers.top) == (99, 90)
        await pilot.press("g")

        assert (pilot.app.numbers.cursor, pilot.app.numbers.top) == (0, 0)


async def test_moving_the_cursor_draws_only_the_row_that_it_came_to() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        assert isinstance(pilot.app, Stage)
        await pilot.press("j")
        pilot.app.numbers.drawn.clear()
        await pilot.press("j")

        assert pilot.app.numbers.drawn == [(2, Look.SELECTED)]


async def test_nothing_is_drawn_twice_when_nothing_changed() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        assert isinstance(pilot.app, Stage)
        pilot.app.numbers.drawn.clear()
        pilot.app.numbers.look_again()
        await pilot.pause()

        assert pilot.app.numbers.drawn == []


async def test_a_following_list_stays_at_the_end_until_the_reader_leaves_it() -> None:
    async with Stage(is_following=True).run_test(size=(40, 11)) as pilot:
        assert isinstance(pilot.app, Stage)
        numbers = pilot.app.numbers
        numbers.total = 120
        numbers.look_again()
        assert numbers.cursor == 119
        await pilot.press("k")
        numbers.total = 140
        numbers.look_again()

        assert numbers.cursor == 118


async def test_the_wheel_scrolls_and_a_click_picks() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        assert isinstance(pilot.app, Stage)
        await pilot._post_mouse_events([_wheel()], widget=pilot.app.numbers, offset=(5, 5))
        assert pilot.app.numbers.top == 3
        await pilot.click(pilot.app.numbers, offset=(5, 2))

        assert pilot.app.numbers.cursor == 4


async def test_hovering_marks_the_row_and_leaves_the_cursor() -> None:
    async with Stage().run_test(size=(40, 11)) as pilot:
        assert isinstance(pilot.app, Stage)
        await pilot.hover(pilot.app.numbers, offset=(5, 5))

        assert (4, Look.HOVER) in pilot.app.numbers.drawn
        assert pilot.app.numbers.cursor == 0


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown

"""The frame before the session stands."""

from __future__ import annotations

import pytest
from tests.ui.driving import inks
from textual.app import App

from trailhound.model.observation import Progress
from trailhound.ui.opening import OpeningScreen
from trailhound.ui.textual_theme import VARIABLE_DEFAULTS


class Stage(App[None]):
    """Shows the opening screen alone."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(VARIABLE_DEFAULTS)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (30, 6)])
async def test_the_frame_is_drawn_at_every_size_without_a_session(size: tuple[int, int]) -> None:
    async with Stage().run_test(size=size) as pilot:
        screen = OpeningScreen(inks())
        await pilot.app.push_screen(screen)
        await pilot.pause()
        lines = [strip.text for strip in screen.render_lines(screen.size.region)]

        assert [len(line) for line in lines] == [size[0]] * size[1]
        assert "Events" in "".join(lines)
        assert "Looking at what is there" in "".join(lines)


async def test_progress_is_a_real_n_of_m() -> None:
    async with Stage().run_test(size=(120, 40)) as pilot:
        screen = OpeningScreen(inks())
        await pilot.app.push_screen(screen)
        screen.show(Progress(600_000, 1_200_000, "a/b.json.gz"))
        await pilot.pause()
        text = "\n".join(strip.text for strip in screen.render_lines(screen.size.region))

        assert "Reading a/b.json.gz" in text
        assert "0.6 of 1.2 MB" in text
        assert "━" in text


async def test_nothing_to_read_is_no_division_by_zero() -> None:
    async with Stage().run_test(size=(120, 40)) as pilot:
        screen = OpeningScreen(inks())
        await pilot.app.push_screen(screen)
        screen.show(Progress(0, 0, "empty"))
        await pilot.pause()

        assert "Reading empty" in "\n".join(strip.text for strip in screen.render_lines(screen.size.region))

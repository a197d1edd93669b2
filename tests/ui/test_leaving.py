"""Leaving at the worst moment: the app goes while a screen is being laid out, when Textual adds no widgets to it any more."""

from __future__ import annotations

import pytest
from tests.ui.driving import SETTINGS, until, watching
from tests.ui.picture_session import PictureSession
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from trailhound.session.contract import Session
from trailhound.ui.app import TrailhoundApp
from trailhound.ui.messages import Updated
from trailhound.ui.opening import IsCancelled, Report


class LeftWhileOpening(TrailhoundApp):
    """Leaves as soon as the next screen is asked for."""

    def push_screen(self, screen: Screen[object], *rest: object, **named: object) -> AwaitComplete:  # type: ignore[override]  # all forms
        """Begin to open the screen, and leave."""
        opened: AwaitComplete = super().push_screen(screen, *rest, **named)  # type: ignore[call-overload]  # passed on as they came
        self.exit()
        return opened


async def test_leaving_while_the_watch_screen_opens_is_quiet() -> None:
    def opening(report: Report, is_cancelled: IsCancelled) -> Session:
        return PictureSession()

    app = LeftWhileOpening(opening, SETTINGS)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: not app.is_running)

    assert app.watching is not None
    assert app.return_code == 0


@pytest.mark.parametrize("key", ["w", "enter", "question_mark", "T", "colon", "I"])
async def test_leaving_while_another_screen_opens_is_quiet(key: str) -> None:
    async with watching() as pilot:
        pilot.app.__class__ = LeftWhileOpening

        await pilot.press(key)
        await until(pilot, lambda: not pilot.app.is_running)

    assert pilot.app.return_code == 0


async def test_a_timer_that_fires_after_the_screens_are_gone_does_nothing() -> None:
    async with watching() as pilot:
        app = pilot.app
        assert isinstance(app, TrailhoundApp)
        screen = app.watching
        assert screen is not None

    app.look_again()
    app.tell("too late")
    app.on_dealt_with()
    screen.tell(None)
    screen.on_updated(Updated())
    screen._follow()

    assert not app.is_watch_in_front
    assert not screen.is_standing

"""Starts the app on a session and reads what a person sees."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.ui.picture_session import PictureSession
from textual.pilot import Pilot

from trailhound.model.observation import Progress
from trailhound.session.contract import Session
from trailhound.ui.app import TrailhoundApp
from trailhound.ui.inks import ThemeInks
from trailhound.ui.opening import IsCancelled, Report
from trailhound.ui.roles import Role
from trailhound.ui.screens.watch import WatchScreen
from trailhound.ui.settings import ColourDepth, Motion, UiSettings
from trailhound.ui.theme import load_theme

SETTINGS = UiSettings(colours=ColourDepth.TRUECOLOUR, motion=Motion.NONE)


def app_on(session: Session, settings: UiSettings = SETTINGS) -> TrailhoundApp:
    """An app whose session opens at once."""

    def opening(report: Report, is_cancelled: IsCancelled) -> Session:
        report(Progress(1, 2, "folder/file.json"))
        assert not is_cancelled()
        return session

    return TrailhoundApp(opening, settings)


@asynccontextmanager
async def watching(
    session: Session | None = None, size: tuple[int, int] = (120, 40), settings: UiSettings = SETTINGS
) -> AsyncIterator[Pilot[None]]:
    """Run the app until the watch screen stands."""
    app = app_on(session or PictureSession(), settings)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.watching is not None and app.watching.is_current)
        await pilot.pause()
        yield pilot


async def until(pilot: Pilot[None], condition: object, tries: int = 2000) -> None:
    """Wait until something is so."""
    for _ in range(tries):
        assert callable(condition)
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came true")


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the screen as text."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


def text(pilot: Pilot[None]) -> str:
    """The whole screen as text."""
    return "\n".join(rows(pilot))


def watch(pilot: Pilot[None]) -> WatchScreen:
    """The watch screen."""
    app = pilot.app
    assert isinstance(app, TrailhoundApp)
    assert app.watching is not None
    return app.watching


def inks(theme: str = "nightfall", depth: ColourDepth = ColourDepth.TRUECOLOUR, *, is_ascii: bool = False) -> ThemeInks:
    """The inks of a shipped theme."""
    return ThemeInks(load_theme(theme), depth, is_ascii)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(colour[place : place + 2], 16)) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours after WCAG 2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


GRAPHS = (Role.BORDER_STRONG, Role.FOCUS, Role.THRESHOLD, Role.TICK, Role.SERIES, Role.BREACH)
NO_TEXT = {*GRAPHS, Role.BORDER}
"""Roles that are never letters; threshold labels are held to the measure of graphs."""

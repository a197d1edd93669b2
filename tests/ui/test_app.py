"""The app: first the frame, then the session; errors end it in one line."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from tests.ui.driving import SETTINGS, app_on, rows, text, until, watching
from tests.ui.picture_session import NOW, PictureSession

from trailhound.errors import ConfigError, InputError
from trailhound.model.observation import Progress
from trailhound.session.contract import Session
from trailhound.session.views import Selection
from trailhound.ui.app import TrailhoundApp
from trailhound.ui.attention import ATTENTION
from trailhound.ui.inks import ThemeInks
from trailhound.ui.opening import IsCancelled, Report
from trailhound.ui.settings import ColourDepth, StoryHint, UiSettings
from trailhound.ui.textual_theme import WithoutColours


async def test_the_frame_and_a_real_n_of_m_are_shown_while_the_session_opens() -> None:
    may_go_on = threading.Event()

    def opening(report: Report, is_cancelled: IsCancelled) -> Session:
        report(Progress(14_000_000, 42_000_000, "logs/eu-west-1.json.gz"))
        may_go_on.wait(5)
        return PictureSession()

    app = TrailhoundApp(opening, SETTINGS)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "14 of 42 MB" in text(pilot))
        shown = rows(pilot)
        assert shown[3].startswith("▌1 Events ")
        assert "3 Alarms" in shown[3]
        assert "Reading logs/eu-west-1.json.gz" in text(pilot)
        may_go_on.set()
        await until(pilot, lambda: app.watching is not None)


async def test_one_of_our_errors_ends_the_app_with_one_line_and_status_2() -> None:
    def opening(report: Report, is_cancelled: IsCancelled) -> Session:
        raise InputError("folder x: there is nothing to read; name another")

    app = TrailhoundApp(opening, SETTINGS)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.return_code is not None)

    assert app.return_code == 2


async def test_leaving_tells_the_opening_to_give_up() -> None:
    asked = threading.Event()
    told: list[bool] = []

    def opening(report: Report, is_cancelled: IsCancelled) -> Session:
        asked.set()
        for _ in range(500):
            if is_cancelled():
                told.append(True)
                break
            threading.Event().wait(0.01)
        return PictureSession()

    app = TrailhoundApp(opening, SETTINGS)
    async with app.run_test() as pilot:
        await until(pilot, asked.is_set)
        await pilot.press("q")
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.name.startswith("asyncio"):
            thread.join(1)

    assert told == [True]


def test_a_wrong_setting_is_said_before_the_terminal_is_touched() -> None:
    with pytest.raises(ConfigError, match='no theme "noon"'):
        app_on(PictureSession(), UiSettings(theme="noon"))
    with pytest.raises(ConfigError, match="means both"):
        app_on(PictureSession(), UiSettings(keys={"filter": "w"}))


async def test_it_starts_with_what_needs_attention_unless_that_leaves_nothing() -> None:
    busy, quiet = PictureSession(_filter=""), PictureSession(_filter="", events=(), selection=Selection())
    async with watching(busy):
        assert busy.filter_text == ATTENTION
    async with watching(quiet, settings=UiSettings(is_attention_on=False)):
        assert quiet.filter_text == ""


async def test_a_session_that_comes_with_a_filter_keeps_it() -> None:
    session = PictureSession(_filter="user:m.rivera")
    async with watching(session):
        assert session.filter_text == "user:m.rivera"


async def test_the_screen_follows_the_session_as_its_revision_grows() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        session.speed = 4.0
        session.toggle()
        await until(pilot, lambda: "PAUSED 14:09:31Z  +184 waiting, 1 alarm among them" in rows(pilot)[0])


async def test_keys_of_the_settings_replace_the_table() -> None:
    session = PictureSession()
    async with watching(session, settings=UiSettings(keys={"attention": "x"})) as pilot:
        await pilot.press("a")
        assert session.filter_text == ATTENTION
        await pilot.press("x")

        assert session.filter_text == ""


async def test_a_newcomer_is_told_what_the_playhead_just_passed() -> None:
    hints = (StoryHint(NOW - timedelta(minutes=1), "who did it:", "w"), StoryHint(NOW + timedelta(minutes=1), "not yet"))
    async with watching(settings=UiSettings(hints=hints)) as pilot:
        await until(pilot, lambda: "who did it: w" in rows(pilot)[38])


async def test_without_colours_the_library_draws_none_either() -> None:
    async with watching(settings=UiSettings(colours=ColourDepth.NONE)) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        filters: Sequence[object] = pilot.app.get_line_filters()
        strips = pilot.app.screen._compositor.render_strips()

        assert [type(one) for one in filters] == [WithoutColours]
        assert not [
            segment for strip in strips for segment in strip if segment.style and (segment.style.color or segment.style.bgcolor)
        ]


async def test_q_at_the_start_quits() -> None:
    async with watching() as pilot:
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_the_theme_changes_everything_at_once() -> None:
    async with watching() as pilot:
        app = pilot.app
        assert isinstance(app, TrailhoundApp)
        app.choose_theme("daylight")
        await pilot.pause()

        assert app.context is not None
        assert isinstance(app.context.inks, ThemeInks)
        assert app.context.inks.theme.name == "daylight"
        first = app.screen._compositor.render_strips()[0]._segments[0].style
        assert first is not None
        assert first.bgcolor is not None
        assert first.bgcolor.get_truecolor().hex.upper() == "#F3F1EB"

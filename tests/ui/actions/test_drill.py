"""In with enter, back to the same row with esc; a trail from anything."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from tests.ui.driving import text, until, watch, watching
from tests.ui.picture_session import CULPRIT, PictureSession

from trailhound.ui.app import TrailhoundApp
from trailhound.ui.messages import Copy
from trailhound.ui.screens.watch import WatchScreen


async def test_enter_opens_the_record_and_esc_comes_back_to_the_same_row() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, WatchScreen))
        assert type(pilot.app.screen).__name__ == "RecordScreen"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))

        assert session.selection.tail_key == CULPRIT


@pytest.mark.parametrize(("key", "name"), [("w", "WhoScreen"), ("L", "LineageScreen"), ("I", "CoverageScreen")])
async def test_one_key_opens_the_screen(key: str, name: str) -> None:
    async with watching() as pilot:
        await pilot.press(key)
        await until(pilot, lambda: type(pilot.app.screen).__name__ == name)


@pytest.mark.parametrize(("keys", "name"), [("3 enter", "AlarmScreen"), ("2 enter", "MetricScreen"), ("4 enter", "RecordScreen")])
async def test_enter_in_every_pane_opens_what_it_shows(keys: str, name: str) -> None:
    async with watching() as pilot:
        await pilot.press(*keys.split())
        await until(pilot, lambda: type(pilot.app.screen).__name__ == name)


async def test_back_and_forward_go_the_same_way() -> None:
    async with watching() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "RecordScreen")
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))
        await pilot.press("alt+right")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "RecordScreen")


async def test_forward_without_having_gone_back_says_so() -> None:
    async with watching() as pilot:
        await pilot.press("alt+right")
        await until(pilot, lambda: "nothing to go forward to" in text(pilot))


async def test_the_trail_of_a_call_filters_the_event_list() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("t")

        assert session.filter_text.startswith("session:")


async def test_a_copied_text_goes_through_the_terminal_and_is_named() -> None:
    async with watching() as pilot:
        watch(pilot).post_message(Copy("arn:aws:iam::1:user/x", "ARN"))
        await until(pilot, lambda: "copied: ARN" in text(pilot))

        assert pilot.app.clipboard == "arn:aws:iam::1:user/x"


async def test_the_editor_gets_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    def run(_self: TrailhoundApp, command: list[str]) -> None:
        with open(command[-1], encoding="utf-8") as file:  # noqa: PTH123  the path is a text here
            started.extend([*command[:-1], file.read()])

    monkeypatch.setenv("VISUAL", "emacs -nw")
    monkeypatch.setattr(TrailhoundApp, "_run", run)
    async with watching() as pilot:
        await pilot.press("v")

    assert started == ["emacs", "-nw", '{"eventName": "ModifyDBParameterGroup"}']


async def test_an_editor_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    async with watching() as pilot:
        app = pilot.app
        assert isinstance(app, TrailhoundApp)
        monkeypatch.setattr(type(app), "suspend", lambda _self: nullcontext())
        app._run(["no-such-editor-here"])
        await until(pilot, lambda: "no-such-editor-here can't be started" in text(pilot))

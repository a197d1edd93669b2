"""What all actions share: our errors become a line on the screen, bugs stay bugs."""

from __future__ import annotations

import pytest
from tests.ui.driving import SETTINGS, app_on, text, until, watching
from tests.ui.picture_session import PictureSession

from trailhound.errors import UsageError
from trailhound.ui.app import TrailhoundApp


def fail() -> None:
    raise UsageError("there is no such time; try 14:05")


async def test_one_of_our_errors_is_told() -> None:
    async with watching() as pilot:
        assert isinstance(pilot.app, TrailhoundApp)
        assert pilot.app.try_to(fail) is False
        await until(pilot, lambda: "there is no such time; try 14:05" in text(pilot))


async def test_a_bug_is_not_swallowed() -> None:
    async with watching() as pilot:
        assert isinstance(pilot.app, TrailhoundApp)
        with pytest.raises(ZeroDivisionError):
            pilot.app.try_to(lambda: 1 / 0)


def test_before_the_session_is_open_there_is_none() -> None:
    app = app_on(PictureSession(), SETTINGS)

    assert app.session is None
    assert app.context is None

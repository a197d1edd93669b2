"""What is loaded, what is not, and why."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.drilling import opened
from tests.ui.driving import text, until
from tests.ui.picture_session import PictureSession

from trailhound.session.views import Coverage
from trailhound.ui.messages import Kind


async def test_every_trouble_has_its_place_and_its_reason() -> None:
    async with opened(Kind.COVERAGE) as pilot:
        shown = text(pilot)

        assert "eu-north-1.json.gz, record 3" in shown
        assert "the file ends in the middle of a record" in shown
        assert "S3 data events" in shown
        assert "hides 17 892 of 18 204 events" in shown


async def test_enter_copies_the_whole_line() -> None:
    async with opened(Kind.COVERAGE) as pilot:
        await pilot.press("3", "enter")

        await until(pilot, lambda: pilot.app.clipboard == "eu-north-1.json.gz, record 3: the file ends in the middle of a record")


async def test_nothing_to_complain_about_is_said_too() -> None:
    class Fine(PictureSession):
        def coverage(self) -> Coverage:
            return replace(super().coverage(), troubles=())

    async with opened(Kind.COVERAGE, session=Fine()) as pilot:
        assert "✓ everything was understood" in text(pilot)

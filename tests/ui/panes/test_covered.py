"""Coverage in short: trouble is never left out."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.driving import text, watching
from tests.ui.picture_session import PictureSession

from trailhound.session.views import Coverage


class ManySources(PictureSession):
    """More sources than lines."""

    def coverage(self) -> Coverage:
        found = super().coverage()
        return replace(found, sources=found.sources * 4, troubles=())


async def test_sources_and_trouble_are_shown() -> None:
    async with watching(size=(200, 60)) as pilot:
        assert "CloudTrail eu-west-1" in text(pilot)
        assert "× 1 thing not understood" in text(pilot)


async def test_what_has_no_room_is_counted() -> None:
    async with watching(ManySources(), size=(200, 60)) as pilot:
        assert "everything was understood   +8 sources" in text(pilot)

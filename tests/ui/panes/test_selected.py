"""The selected call in a few lines."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.driving import rows, text, until, watching
from tests.ui.picture_session import EVENTS, PictureSession


async def test_it_reads_as_in_the_picture() -> None:
    async with watching() as pilot:
        shown = [row[:74].rstrip() for row in rows(pilot)[30:35]]

        assert shown == [
            " m.rivera set random_page_cost to 40 in orders-pg15, was 1.1",
            " path     orders-pg15 → orders-db-1 → ReadLatency",
            " person   m.rivera  Identity Center → DBA → orders-admin",
            " from     203.0.113.24  aws-cli 2.17  eu-west-1",
            " arrived  14:06:40, 4 min 48 s after the call",
        ]


async def test_an_alarm_row_shows_why_it_fired() -> None:
    session = PictureSession()
    async with watching(session) as pilot:
        await pilot.press("G", "k", "k")
        await until(pilot, lambda: "Selected alarm" in text(pilot))

        assert "Threshold Crossed: 3 datapoints" in text(pilot)


async def test_a_delivery_time_that_nobody_wrote_down_is_not_invented() -> None:
    session = PictureSession()
    session.events = tuple(replace(event, observed_at=event.occurred_at) for event in EVENTS)
    async with watching(session) as pilot:
        assert "nobody wrote down when it was delivered" in text(pilot)

"""The copy menu."""

from __future__ import annotations

from tests.ui.drilling import EVIL, HostileSession, opened
from tests.ui.driving import text, until
from tests.ui.overlaying import opened_overlay
from tests.ui.picture_session import CULPRIT, EVENTS

from trailhound.ui.messages import Kind


async def test_the_copy_menu_copies_the_whole_text() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        await opened_overlay(pilot, "c")
        await pilot.press(*"event id", "enter")

        await until(pilot, lambda: pilot.app.clipboard == EVENTS[CULPRIT].event_id)
        await until(pilot, lambda: "copied: event id" in text(pilot))


async def test_hostile_text_lies_still_in_the_copy_menu() -> None:
    async with opened(Kind.RECORD, CULPRIT, session=HostileSession()) as pilot:
        await opened_overlay(pilot, "c")

        assert not [character for character in EVIL if not character.isprintable() and character in text(pilot)]
        assert "\\x1b[31m" in text(pilot)

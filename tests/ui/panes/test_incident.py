"""The incident so far, in the order of time."""

from __future__ import annotations

from tests.ui.driving import rows, text, watching
from tests.ui.panes.test_headline import CalmSession


async def test_call_step_alarms_and_reactions_stand_in_order() -> None:
    async with watching(size=(200, 60)) as pilot:
        shown = [row[156:] for row in rows(pilot)]
        start = next(index for index, row in enumerate(shown) if "Incident so far" in row)

        assert [row[:8] for row in shown[start + 1 : start + 7]] == [
            "14:01:52", "14:04:00", "14:04:00", "14:07:00", "14:08:00", "14:08:12",
        ]  # fmt: skip
        assert "open, 2 min" in shown[start] or "open, 3 min" in shown[start]


async def test_without_an_incident_it_says_so() -> None:
    async with watching(CalmSession(), size=(200, 60)) as pilot:
        assert "Nothing has moved up to now." in text(pilot)

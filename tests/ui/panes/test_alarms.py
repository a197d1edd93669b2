"""The alarm list."""

from __future__ import annotations

from tests.ui.driving import rows, text, watch, watching
from tests.ui.picture_session import PictureSession

from trailhound.session.views import AlarmView
from trailhound.ui.panes.alarms import AlarmsPane


class NoAlarms(PictureSession):
    """No alarm was loaded."""

    def alarms(self) -> list[AlarmView]:
        return []


async def test_state_is_a_glyph_and_a_word_with_squares_and_since_when() -> None:
    async with watching() as pilot:
        shown = [row[77:119] for row in rows(pilot)]

        assert shown[4] == "▲ ALARM  orders-db-latency    ■■■■■  14:07"
        assert shown[6] == "▲ ALARM  checkout-p99         □□■■■  14:08"
        assert shown[7] == "? INSUFF nightly-export-age     ···  13:40"
        assert shown[9] == "✓ OK     api-asg-cpu-high       □□□    9 d"


async def test_no_alarm_is_marked_until_one_was_picked() -> None:
    async with watching() as pilot:
        pane = watch(pilot).query_one(AlarmsPane)
        assert not pane.keeps_selection
        await pilot.press("3", "j")

        assert pane.keeps_selection


async def test_without_alarms_it_says_what_could_be_read() -> None:
    async with watching(NoAlarms()) as pilot:
        assert "No alarm is among what was loaded." in text(pilot)

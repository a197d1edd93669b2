"""The strip says the longest sentence that fits, and flashes once for a new alarm."""

from __future__ import annotations

from tests.ui.driving import rows, until, watch, watching
from tests.ui.picture_session import ALARMS, PictureSession, words

from trailhound.session.views import AlarmView, Headline
from trailhound.ui.messages import Tell
from trailhound.ui.panes.headline import HeadlineStrip, NoteLine, fitting
from trailhound.ui.settings import ColourDepth, UiSettings


class CalmSession(PictureSession):
    """Nothing is wrong."""

    def headline(self) -> Headline | None:
        return None


class WorseningSession(PictureSession):
    """Has one alarm, until it is told to have all."""

    is_bad = False

    def alarms(self) -> tuple[AlarmView, ...]:
        return ALARMS if self.is_bad else ALARMS[:1]


def test_the_longest_sentence_that_fits_is_taken() -> None:
    phrases = (words("a long one"), words("middle"), words("short"))

    assert fitting(phrases, 20) == phrases[0]
    assert fitting(phrases, 7) == phrases[1]
    assert fitting(phrases, 2) == phrases[2]


async def test_a_calm_session_says_so() -> None:
    async with watching(CalmSession()) as pilot:
        assert "nothing has moved, no alarm is firing" in rows(pilot)[1]


async def test_a_new_alarm_is_drawn_in_reverse_once() -> None:
    session = WorseningSession()
    async with watching(session, settings=UiSettings(colours=ColourDepth.TRUECOLOUR)) as pilot:
        strip = watch(pilot).query_one(HeadlineStrip)
        assert not _is_reversed(strip)
        session.is_bad = True
        session.revision += 1
        await until(pilot, lambda: _is_reversed(strip))
        strip._calm()

        assert not _is_reversed(strip)


def _is_reversed(strip: HeadlineStrip) -> bool:
    style = strip.render_lines(strip.size.region)[0]._segments[0].style
    return bool(style and style.reverse)


async def test_a_note_is_one_line_and_goes_away() -> None:
    async with watching() as pilot:
        note = watch(pilot).query_one(NoteLine)
        note.tell(Tell("GetMetricData was refused; 41 metrics are missing", is_error=True))
        assert note.has_text
        note.tell(None)

        assert not note.has_text

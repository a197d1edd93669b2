"""The answer to who did it."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.drilling import opened
from tests.ui.driving import rows, text, until
from tests.ui.picture_session import EVENTS, SUBJECT, PictureSession, at

from trailhound.model.answer import Answer, Candidate, Reason, Subject, Verdict
from trailhound.ui.messages import Kind
from trailhound.ui.screens.who import circumstances, gap_words


class Innocent(PictureSession):
    """No call did it."""

    def answer(self, subject: Subject) -> Answer:
        found = super().answer(subject)
        cause = Reason(0, "requests rose 3x first, at 13:58: traffic")
        return replace(found, verdict=Verdict.NO_CALL_EXPLAINS, no_call_share=0.88, ruled_out=(cause,))


class Crowded(PictureSession):
    """Many candidates."""

    def answer(self, subject: Subject) -> Answer:
        found = super().answer(subject)
        more = tuple(Candidate(event, 0.0, 0.0, (Reason(0.1, f"reason of {event.row}"),)) for event in EVENTS[:6])
        return replace(found, candidates=(*found.candidates, *more))


async def test_the_sentence_names_person_change_and_distance() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        assert (
            "m.rivera set random_page_cost to 40 in orders-pg15, was 1.1, 2 min 8 s before orders-db-1 ReadLatency moved."
            in text(pilot)
        )
        assert "91 % this call   7 % another call   2 % no call" in text(pilot)


async def test_each_candidate_has_its_reasons_and_refused_calls_are_not_ranked() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        shown = text(pilot)

        assert "+3.0  orders-db-1 uses orders-pg15" in shown
        assert "-1.5  41 like it in 30 days" in shown
        assert "not ranked  × RebootDBInstance by j.okafor, denied" in shown


async def test_it_can_say_that_no_call_explains_it() -> None:
    async with opened(Kind.WHO, SUBJECT, session=Innocent()) as pilot:
        shown = text(pilot)

        assert "No call explains this. 88 % sure." in shown
        assert "requests rose 3x first, at 13:58: traffic. Looked at 41 calls." in shown
        assert "88 %  no call explains it" in shown


async def test_enter_opens_the_record_of_a_candidate() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        await pilot.press("down", "enter")

        await until(
            pilot, lambda: "› who did it › UpdateFunctionCode" in rows(pilot)[1] or "UpdateFunctionCode" in rows(pilot)[1]
        )


async def test_a_candidate_far_down_gives_its_reasons_under_the_cursor() -> None:
    async with opened(Kind.WHO, SUBJECT, session=Crowded()) as pilot:
        assert "reason of 1" not in text(pilot)

        await pilot.press("down", "down", "down", "down")

        await until(pilot, lambda: "reason of 1" in text(pilot))


def test_distances_are_told_both_ways() -> None:
    assert gap_words(at("14:01:52"), at("14:04")) == "2 min 8 s before"
    assert gap_words(at("14:08:12"), at("14:04")) == "4 min 12 s after"
    assert gap_words(at("14:04"), at("14:04")) == "at the same time"


def test_a_record_without_circumstances_says_so() -> None:
    bare = replace(EVENTS[0], identity=replace(EVENTS[0].identity, type="", role=""), address="", agent="", region="")

    assert "does not say" in "".join(word.text for word in circumstances(bare))

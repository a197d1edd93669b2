"""Before this moved: the ranked calls, and that there may be none."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.driving import rows, text, watching
from tests.ui.picture_session import PictureSession

from trailhound.model.answer import Answer, Subject, Verdict


class NoCulprit(PictureSession):
    """No call explains it."""

    def answer(self, subject: Subject) -> Answer:
        return replace(super().answer(subject), verdict=Verdict.NO_CALL_EXPLAINS, no_call_share=0.88)


async def test_candidates_are_ranked_and_the_rest_is_named() -> None:
    async with watching() as pilot:
        shown = [row[77:119].rstrip() for row in rows(pilot)[30:35]]

        assert shown == [
            "91 %  ModifyDBParameterGroup      m.rivera",
            " 6 %  UpdateFunctionCode        deploy-bot",
            " 1 %  AuthorizeSecurityGroupIng…  k.tanaka",
            " 2 %  no call explains it",
            "ruled out traffic, host, ledger-db-1 calm",
        ]


async def test_a_wall_shows_the_reasons() -> None:
    async with watching(size=(200, 60)) as pilot:
        assert "+3.0 orders-db-1 uses orders-pg15" in text(pilot)
        assert "-1.5 41 like it in 30 days" in text(pilot)


async def test_no_culprit_comes_first_when_that_is_the_answer() -> None:
    async with watching(NoCulprit()) as pilot:
        shown = [row[77:119].rstrip() for row in rows(pilot)[29:31]]

        assert "no culprit" in shown[0]
        assert shown[1] == "88 %  no call explains it"

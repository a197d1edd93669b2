"""Who did what just before this moved: candidates weighed, best first, or that no call explains it."""

from __future__ import annotations

from trailhound.engine.correlation.folding import fold
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.scene import survey
from trailhound.engine.correlation.surroundings import look_around
from trailhound.engine.correlation.suspects import attempts, gather, known_calls
from trailhound.engine.correlation.verdict import BLAMED, shares
from trailhound.engine.correlation.weigh import Weighed, weigh
from trailhound.model.answer import Answer, Candidate, Reason, Verdict

MOST_CANDIDATES = 20


def rank(question: Question) -> Answer:
    """Weigh the calls of a question and say which of them, if any, explains what moved.

    Only what had been observed at ``as_of`` counts. The order of the calls makes no difference. The points of a
    candidate's reasons add up to its score.
    """
    scene = survey(question)
    around = look_around(scene)
    calls = known_calls(scene)
    weighed = sorted(fold([weigh(scene, around, suspect) for suspect in gather(scene, calls)]), key=_order)
    kept = weighed[:MOST_CANDIDATES]
    candidates, no_call = _candidates(kept)
    is_blamed = bool(candidates) and 1.0 - no_call >= BLAMED
    unread = tuple(Reason(0.0, f'pattern not understood: metric filter "{name}"', (), "filter") for name in scene.unread_filters)
    return Answer(
        subject=question.subject,
        as_of=question.as_of,
        verdict=Verdict.CALL if is_blamed else Verdict.NO_CALL_EXPLAINS,
        candidates=candidates,
        no_call_share=no_call if calls else 0.0,
        moved_at=scene.change.at if scene.change is not None else None,
        looked_at=len(calls),
        ruled_out=(*around.against, *around.ruled_out, *unread),
        attempts=attempts(scene, calls, scene.paths),
    )


def _order(weighed: Weighed) -> tuple[float, float, str, int]:
    """Best first; of equals the later one, and in the end whatever is the same on every run."""
    event = weighed.suspect.event
    return -weighed.score, -event.occurred_at.timestamp(), event.event_id, weighed.suspect.lead.row


def _candidates(weighed: list[Weighed]) -> tuple[tuple[Candidate, ...], float]:
    confidence, no_call = shares([one.score for one in weighed])
    found = tuple(
        Candidate(
            event=one.suspect.event,
            score=one.score,
            share=share,
            because=one.because,
            rows=tuple(call.row for call in one.suspect.calls),
            event_ids=one.suspect.event_ids,
        )
        for one, share in zip(weighed, confidence, strict=True)
    )
    return found, no_call

"""What one caller does to one resource in one go is one candidate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.folding import fold
from trailhound.engine.correlation.question import Question
from trailhound.engine.correlation.scene import survey
from trailhound.engine.correlation.surroundings import look_around
from trailhound.engine.correlation.suspects import Suspect
from trailhound.engine.correlation.weigh import weigh

Make = Callable[..., Call]
Ask = Callable[..., Question]


def folded(asked: Question, calls: list[Call]) -> list[tuple[str, ...]]:
    """Weigh and fold calls; give the names in every candidate."""
    scene = survey(asked)
    around = look_around(scene)
    found = fold([weigh(scene, around, Suspect((call,))) for call in calls])
    return sorted(tuple(call.event.name for call in one.suspect.calls) for one in found)


@pytest.mark.parametrize(("gap", "who", "target", "count"), [(1, "m.rivera", "orders-db", 1), (9, "m.rivera", "orders-db", 2),
                         (1, "j.berg", "orders-db", 2), (1, "m.rivera", "search-db", 2)])  # fmt: skip
def test_what_belongs_together(gap: float, who: str, target: str, count: int, make_call: Make, ask: Ask) -> None:
    first = make_call("ModifyDBInstance", -12, request={"dBInstanceIdentifier": "orders-db"}, source="rds.amazonaws.com")
    second = make_call(
        "RebootDBInstance", -12 + gap, request={"dBInstanceIdentifier": target}, source="rds.amazonaws.com", who=who
    )

    assert len(folded(ask([first, second]), [first, second])) == count


def test_the_strongest_leads_and_the_score_is_its_own(make_call: Make, ask: Ask) -> None:
    request = {"dBInstanceIdentifier": "orders-db"}
    calls = [
        make_call(name, -3, request=request, source="rds.amazonaws.com") for name in ("ModifyDBInstance", "DeleteDBInstance")
    ]
    scene = survey(ask(calls))
    weighed = [weigh(scene, look_around(scene), Suspect((call,))) for call in calls]

    (one,) = fold(weighed)

    assert one.suspect.event.name == "DeleteDBInstance"
    assert one.score == max(w.score for w in weighed)
    assert one.because[-1].text == "one of 2 calls in 0 s that belong together: DeleteDBInstance, ModifyDBInstance"

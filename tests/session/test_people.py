"""Who stands behind a role session."""

from __future__ import annotations

import json
from typing import Any

from tests.session.story import PERSON_KEY, at, boards_of, call, delivered, role_session, story, user

from trailhound.model.identity import ActorClass
from trailhound.model.observation import Observation
from trailhound.session.boards import Boards


def _name(boards: Boards, event_id: str, minutes: float = 70) -> str:
    row = boards.store.row_of(event_id)
    assert row is not None
    return boards.people.named(boards.event(row, at(minutes)), at(minutes)).identity.name


def _assume(minutes: float, who: dict[str, Any], key: str, event_id: str) -> bytes:
    response = {"credentials": {"accessKeyId": key, "sessionToken": "x"}}
    return call(minutes, "AssumeRole", "sts", who, {"roleArn": "r"}, response=response, event_id=event_id, read_only=True)


def test_the_caller_of_assume_role_is_the_person() -> None:
    boards = boards_of(story())

    assert _name(boards, "culprit") == "m.rivera"
    assert boards.people.named(boards.event(39, at(70)), at(70)).identity.actor is ActorClass.PERSON


def test_a_chain_of_roles_leads_to_the_person_at_its_start() -> None:
    first, second = role_session("jump", "s1", "ASIAJUMP000000000001"), role_session("deep", "s2", "ASIADEEP000000000002")
    boards = boards_of(
        [
            delivered(
                5,
                _assume(1, user("m.rivera"), "ASIAJUMP000000000001", "one"),
                _assume(2, first, "ASIADEEP000000000002", "two"),
                call(3, "DeleteX", who=second, event_id="deed"),
            )
        ]
    )
    row = boards.store.row_of("deed")
    assert row is not None

    assert _name(boards, "deed") == "m.rivera"
    assert [event.event_id for event in boards.people.chain(boards.event(row, at(9)), at(9))] == ["one", "two"]


def test_before_the_opening_record_has_arrived_only_the_role_is_known() -> None:
    session = role_session("admin", "s1", "ASIALATE000000000001")
    told: list[Observation] = [
        delivered(3, call(2, "DeleteX", who=session, event_id="deed")),
        delivered(20, _assume(1, user("m.rivera"), "ASIALATE000000000001", "open")),
    ]
    boards = boards_of(told)

    assert (_name(boards, "deed", 10), _name(boards, "deed", 20)) == ("s1", "m.rivera")


def test_keys_that_hand_each_other_out_end_the_chain() -> None:
    one, two = role_session("a", "s", "ASIALOOP000000000001"), role_session("b", "s", "ASIALOOP000000000002")
    boards = boards_of([delivered(5, _assume(1, one, "ASIALOOP000000000002", "x"), _assume(2, two, "ASIALOOP000000000001", "y"))])

    assert _name(boards, "x") == "s"


def test_an_answer_inside_an_envelope_is_read_too() -> None:
    session = role_session("admin", "s1", PERSON_KEY)
    inner = _assume(1, user("m.rivera"), PERSON_KEY, "open").decode()
    envelope = json.dumps({"EventId": "open", "CloudTrailEvent": inner}).encode()
    boards = boards_of([delivered(5, envelope, call(2, "DeleteX", who=session, event_id="deed"))])

    assert _name(boards, "deed") == "m.rivera"


def test_automation_keeps_its_own_name() -> None:
    robot = role_session("gha-deploy", "GitHubActions", "ASIAROBOT00000000001")
    boards = boards_of(
        [
            delivered(
                5,
                _assume(1, user("m.rivera"), "ASIAROBOT00000000001", "open"),
                call(2, "UpdateFunctionCode", "lambda", robot, event_id="deed"),
            )
        ]
    )

    assert _name(boards, "deed") == "gha-deploy"

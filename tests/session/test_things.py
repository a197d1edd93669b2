"""Everything about a person, a session, a resource, an address or a call."""

from __future__ import annotations

import pytest
from tests.session.story import PERSON_KEY, at, boards_of, story

from trailhound.languages.query import parse
from trailhound.model.phrase import plain
from trailhound.session.moments import micros
from trailhound.session.things import find_thing
from trailhound.session.views import Thing, ThingKind


def _thing(kind: ThingKind, name: str, minutes: float = 75) -> Thing:
    return find_thing(boards_of(story()), kind, name, at(minutes))


def test_a_person_is_told_in_a_sentence() -> None:
    found = _thing(ThingKind.PERSON, "k.tanaka")

    assert plain(found.sentence) == "k.tanaka made 38 calls, 3 of them changes, 1 refused, in 1 h 8 min."


def test_a_resource_names_its_people_metrics_and_neighbours() -> None:
    found = _thing(ThingKind.RESOURCE, "orders-db-1")

    assert [table.title for table in found.tables] == ["people", "calls", "errors"]
    assert [view.measure for view in found.metrics] == ["ReadLatency"]
    assert "orders-pg15" in [plain(fact.value) for fact in found.facts if fact.label == "with"]


def test_a_session_shows_its_lineage() -> None:
    found = _thing(ThingKind.SESSION, PERSON_KEY)

    assert plain(found.lineage[0][1]) == "m.rivera"
    assert plain(found.sentence).startswith(f"{PERSON_KEY} made 2 calls")


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (ThingKind.PERSON, "k.tanaka", 38),
        (ThingKind.ADDRESS, "198.51.100.7", 35),
        (ThingKind.CALL, "ModifyDBParameterGroup", 2),
        (ThingKind.RESOURCE, "orders-pg15", 4),
    ],
)
def test_its_filter_shows_exactly_its_events(kind: ThingKind, name: str, expected: int) -> None:
    boards = boards_of(story())

    found = find_thing(boards, kind, name, at(75))

    assert len(boards.store.cut(micros(at(75)), parse(found.filter))) == expected


def test_tables_are_counted_and_say_what_they_leave_out() -> None:
    calls = next(table for table in _thing(ThingKind.PERSON, "k.tanaka").tables if table.title == "calls")

    assert calls.rows[0][:2] == ("DescribeDBInstances", 35)
    assert calls.more == 0


def test_a_thing_nobody_saw_is_said_to_be_unseen() -> None:
    found = _thing(ThingKind.RESOURCE, "nosuch*thing")

    assert plain(found.sentence) == "nosuch*thing is in no call that is loaded."
    assert found.tables == ()


def test_only_what_was_known_at_the_moment_counts() -> None:
    assert plain(_thing(ThingKind.CALL, "ModifyDBParameterGroup", 30).sentence).startswith(
        "ModifyDBParameterGroup was called in 1 call"
    )

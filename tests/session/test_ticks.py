"""The calls on the time axis of a metric."""

from __future__ import annotations

from tests.session.story import LATENCY, at, boards_of, call, delivered, points

from trailhound.model.event import CallKind
from trailhound.session.boards import Boards
from trailhound.session.ticks import MOST_TICKS

TARGET = {"dBInstanceIdentifier": "orders-db-1"}


def _boards(*records: bytes, minutes: float = 50) -> Boards:
    return boards_of([points(LATENCY, [1.0] * 60), delivered(minutes, *records)])


def test_changes_that_name_the_resource_are_ticks_in_order() -> None:
    boards = _boards(
        call(20, "DeleteDBInstance", request=TARGET),
        call(10, "ModifyDBInstance", request=TARGET),
        call(11, "DescribeDBInstances", request=TARGET),
        call(12, "ModifyDBInstance", request={"dBInstanceIdentifier": "other-db"}),
        call(13, "ModifyDBInstance", request=TARGET, error="AccessDenied"),
    )

    ticks = boards.ticks.ticks(boards.loaded.gauges.all()[0], at(0), at(55), {})

    assert [(tick.at, tick.kind) for tick in ticks] == [(at(10), CallKind.WRITE), (at(20), CallKind.DESTRUCTIVE)]


def test_a_longer_name_is_another_resource_but_an_arn_is_the_same() -> None:
    arn = {"resourceName": "arn:aws:rds:eu-west-1:444455556666:db:orders-db-1"}
    boards = _boards(
        call(10, "ModifyDBInstance", request={"dBInstanceIdentifier": "orders-db-10"}),
        call(11, "AddTagsToResource", request=arn),
    )

    assert boards.ticks.naming("orders-db-1").tolist() == [1]


def test_a_tick_appears_when_its_record_arrives() -> None:
    boards = _boards(call(20, "DeleteDBInstance", request=TARGET))
    gauge = boards.loaded.gauges.all()[0]

    assert boards.ticks.ticks(gauge, at(0), at(49), {}) == ()
    assert boards.ticks.ticks(gauge, at(30), at(55), {}) == ()
    assert len(boards.ticks.ticks(gauge, at(0), at(50), {})) == 1


def test_the_culprit_is_kept_however_many_there_are() -> None:
    boards = _boards(*(call(number / 10, "ModifyDBInstance", request=TARGET, event_id=f"e{number}") for number in range(100)))
    gauge = boards.loaded.gauges.all()[0]
    culprit = boards.store.row_of("e0") or 0

    ticks = boards.ticks.ticks(gauge, at(0), at(55), {gauge.metric: frozenset({culprit})})

    assert len(ticks) == MOST_TICKS
    assert [tick.row for tick in ticks if tick.is_culprit] == [culprit]

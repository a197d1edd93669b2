"""How resources hang together."""

from __future__ import annotations

from tests.session.story import LATENCY, at, boards_of, call, delivered, points, story

from trailhound.model.observation import ConfigItem, Origin

ITEM = ConfigItem(
    "AWS::RDS::DBInstance",
    "orders-db-1",
    "orders-db-1",
    "",
    at(20),
    (("AWS::EC2::SecurityGroup", "sg-0a1b77c2", "Is associated with"),),
    Origin("snapshot.json"),
)


def test_a_creation_that_names_two_resources_links_them() -> None:
    links = boards_of(story()).loaded.links

    path = links.graph.path(("orders-pg15",), "orders-db-1", at(70))

    assert path is not None
    assert path.edges[0].source == "create"


def test_a_link_is_known_only_when_its_record_had_arrived() -> None:
    links = boards_of(story()).loaded.links

    assert links.graph.path(("orders-pg15",), "orders-db-1", at(3.9)) is None
    assert links.known(at(3.9)) < links.known(at(4))


def test_configuration_items_link_what_they_relate() -> None:
    links = boards_of([ITEM]).loaded.links

    assert links.graph.path(("sg-0a1b77c2",), "orders-db-1", at(20)) is not None
    assert links.known(at(19)) == 0


def test_refused_calls_and_reads_teach_nothing() -> None:
    request = {"dBInstanceIdentifier": "a-db", "dBParameterGroupName": "a-group"}
    refused = call(1, "ModifyDBInstance", request=request, error="AccessDenied")
    links = boards_of([delivered(2, refused, call(1, "DescribeDBInstances", request=request))]).loaded.links

    assert links.known(at(9)) == 0


def test_the_earliest_of_equal_calls_teaches() -> None:
    request = {"dBInstanceIdentifier": "a-db", "dBParameterGroupName": "a-group"}
    late, early = (delivered(minutes, call(1, "ModifyDBInstance", request=request, event_id=f"e{minutes}")) for minutes in (9, 5))
    links = boards_of([late, early, points(LATENCY, [1.0])]).loaded.links

    assert (links.known(at(4)), links.known(at(5)) > 0) == (0, True)

"""Resources that calls name together hang together, as far as was known at a moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from trailhound.engine.correlation.call import Call
from trailhound.engine.correlation.graph import MOST_NEIGHBOURS, Edge, Graph, Path, is_telling, learn, learn_item
from trailhound.model.identity import ActorClass, Identity
from trailhound.model.observation import ConfigItem, Origin

Make = Callable[..., Call]


def edge(one: str, other: str, at: datetime) -> Edge:
    """Make an edge."""
    return Edge(one, other, at, f"{one}-{other}")


def test_a_creation_ties_what_it_names(make_call: Make) -> None:
    request = {
        "dBInstanceIdentifier": "orders-db",
        "vpcSecurityGroupIds": ["sg-0a1b2c3d4e5f60718"],
        "dBInstanceClass": "db.r6g.large",
    }
    made = make_call("CreateDBInstance", request=request, source="rds.amazonaws.com")

    edges = learn(made)

    assert [(e.one, e.other) for e in edges if e.one != e.other] == [("orders-db", "sg-0a1b2c3d4e5f60718")]
    assert {e.source for e in edges} == {made.event.event_id}


def test_failed_calls_reads_and_labels_tell_nothing(make_call: Make) -> None:
    request = {"roleName": "orders-role", "policyArn": "arn:aws:iam::111122223333:policy/orders"}

    assert learn(make_call("AttachRolePolicy", request=request, error="AccessDenied")) == []
    assert learn(make_call("DescribeRolePolicy", request=request)) == []
    assert learn(make_call("CreateTags", request=request)) == []


def test_a_workload_tells_which_role_it_runs_as_and_what_that_uses(make_call: Make) -> None:
    session = Identity(ActorClass.AWS, "orders-role", "AssumedRole", role="orders-role", session_name="i-0d652c44df0d5f877")
    read = make_call("GetItem", request={"tableName": "orders"}, identity=session)

    assert is_telling(read.event)
    assert {(e.one, e.other) for e in learn(read)} == {("orders-role", "orders"), ("orders-role", "i-0d652c44df0d5f877")}


def test_a_mass_deletion_ties_nothing(make_call: Make) -> None:
    many = [{"instanceId": f"i-{n:017x}"} for n in range(40)]

    assert learn(make_call("TerminateInstances", request={"instancesSet": {"items": many}})) == []


def test_a_path_is_read_from_the_call_to_what_is_measured(noon: datetime) -> None:
    graph = Graph.of([edge("rtb-1", "subnet-1", noon), edge("subnet-1", "orders-worker", noon)])

    path = graph.path(["rtb-1"], "orders-worker", noon)

    assert path is not None
    assert (path.names, path.hops) == (("rtb-1", "subnet-1", "orders-worker"), 2)
    assert graph.path(["rtb-1"], "orders-worker", noon, max_hops=1) is None
    assert graph.path(["elsewhere"], "orders-worker", noon) is None


def test_an_edge_that_was_not_known_yet_is_not_used(noon: datetime) -> None:
    graph = Graph.of([edge("sg-1", "orders-db", noon)])

    assert graph.path(["sg-1"], "orders-db", noon - timedelta(seconds=1)) is None
    assert graph.path(["sg-1"], "orders-db", noon) is not None


def test_paths_do_not_pass_hubs(noon: datetime) -> None:
    spokes = [edge("shared-bucket", f"service-{n}", noon) for n in range(MOST_NEIGHBOURS + 1)]
    graph = Graph.of([*spokes, edge("service-0", "role-0", noon)])

    assert graph.path(["shared-bucket"], "service-0", noon) is not None
    assert graph.path(["service-1"], "service-0", noon) is None


def test_the_earliest_proof_of_an_edge_is_kept_whatever_the_order(noon: datetime) -> None:
    early, late = Edge("a", "b", noon, "first"), Edge("b", "a", noon + timedelta(hours=1), "second")

    for edges in ([early, late], [late, early]):
        path = Graph.of(edges).path(["a"], "b", noon)
        assert path is not None
        assert path.edges == (early,)


def test_configuration_items_tell_their_relations(noon: datetime) -> None:
    related = (("AWS::EC2::Subnet", "subnet-1", "Is contained in Subnet"), ("AWS::EC2::VPC", "vpc-1", "Is contained in Vpc"))
    item = ConfigItem("AWS::EC2::RouteTable", "rtb-1", "", "", None, related, Origin("snapshot.json"))

    assert [(e.one, e.other, e.source) for e in learn_item(item, noon)] == [("rtb-1", "subnet-1", "snapshot.json")]


def test_amounts_travel_with_the_edges(make_call: Make, noon: datetime) -> None:
    made = make_call("CreateTable", request={"tableName": "orders", "provisionedThroughput": {"readCapacityUnits": 300}})

    graph = Graph.of(learn(made))

    before = graph.settings.before("orders", "readCapacityUnits", noon + timedelta(hours=1), noon + timedelta(hours=1))
    assert before is not None
    assert (before.value, before.event_id) == (300.0, made.event.event_id)


@pytest.mark.parametrize(
    ("names", "is_sibling"),
    [
        (("orders-worker", "subnet-0ead8d7ad69e839ce", "search-worker"), True),
        (("rtb-0e24d6d61115daa4f", "subnet-0ead8d7ad69e839ce", "search-worker"), False),
        (("orders-role", "lt-02b31c0e0b3989220", "orders-asg"), False),
        (("6f5a4813-308e-114c-75d5-f05029fca00a", "orders-db"), False),
        (("orders-data", "6f5a4813-308e-114c-75d5-f05029fca00a", "orders-db"), True),
        (("orders-db",), False),
    ],
)
def test_sharing_a_subnet_or_a_key_does_not_carry_a_change(names: tuple[str, ...], is_sibling: bool) -> None:
    assert Path(names, ()).is_sibling is is_sibling

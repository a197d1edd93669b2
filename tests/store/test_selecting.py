"""Filters over columns against a slow second opinion."""

from __future__ import annotations

import numpy as np
import pytest
from tests.store.conftest import World
from tests.store.worlds import T0, a_row, a_store, passes, record_of

from trailhound.languages.query import parse
from trailhound.model.observation import Origin
from trailhound.store import Store

QUERIES = (
    "",
    "user12",
    "user1 putobject",
    "Delete*",
    "*bucket",
    "thing-19?",
    "ασ",
    "STRASSE",
    "sg-01",
    "arn:aws:s3:::thing-7",
    "assumed-role",
    "10.1.2 !describe",
    "! user12 name:Get*",
    "name:Put*,Delete* write:yes",
    "name:updatefunctioncode",
    "name:=getobject",
    "!name:Get*,List*,Describe*",
    "user:user29 error:*",
    "user:=user2",
    "user:arn:aws:sts::111122223333:assumed-role/Role3",
    "user:*1 region:eu-west-1",
    "region:eu-west",
    "region:eu-* account:444455556666",
    "error:none kind:destructive",
    "error:*Denied",
    "error:unauthorized",
    "refused:yes",
    "refused:no error:*",
    "write:no class:person,ci",
    "kind:read,destructive class:unknown",
    "ip:10.1.0.0/16",
    "ip:10.0.0.0/14 ip:10.2.3",
    "ip:10.1.128.0/17",
    "ip:0.0.0.0/0",
    "ip:2001:db8::/32",
    "ip:2001:db8:0::1",
    "ip:ec2*",
    "service:s3",
    "service:=iam",
    "service:la*,ec2.amazonaws.com",
    "target:thing-19",
    "target:arn:aws:s3:::thing-1?",
    "!target:thing-1*",
    "role:role3 session:asia0001",
    "key:*77 agent:boto",
    'agent:"aws-cli/2.15 md*"',
    "via:cloudformation category:insight",
    "via:* type:awsapicall",
    "id:ab late:5m",
    "late:60s !late:400s",
    "late:0s",
    "requestParameters.groupId:sg-1? error:*",
    "requestparameters.groupid:=SG-07",
    "requestParameters.n:2 user:user11",
    "!requestParameters.groupId:sg-0* user:user10",
    "requestParameters.tags.key:Bucket,Role user:user3",
    "requestParameters.tags.key:* role:role1",
    ".eventVersion:1.08 user:user77",
    "requestParameters.absent:* user:user7",
)


@pytest.mark.parametrize("text", QUERIES)
def test_a_filter_passes_what_its_words_say(world: World, text: str) -> None:
    made, store = world
    query = parse(text)

    found = np.flatnonzero(store.select(query)).tolist()

    assert found == [row for row, parts in enumerate(made) if passes(query, *parts)]


def test_nearly_every_filter_of_the_table_finds_something_and_hides_something(world: World) -> None:
    _, store = world

    plain = [text for text in QUERIES if 0 < np.count_nonzero(store.select(parse(text))) < len(store)]

    assert len(plain) > len(QUERIES) - 8


def test_typing_on_gives_the_same_rows_as_asking_at_once(world: World) -> None:
    made, store = world
    text = 'error:* user1 putobject "10."'
    fresh = Store()
    rows, records, observed = zip(*made, strict=True)
    fresh.append(rows, records, observed, Origin("many.json", 1))

    for end in (*range(7, len(text) - 4), len(text)):
        typed = store.select(parse(text[:end]))

    assert np.array_equal(typed, fresh.select(parse(text)))


def test_rows_that_come_later_are_filtered_too() -> None:
    store = a_store(a_row("e-1", who="ann"), a_row("e-2", who="bob"))
    query = parse("user:ann")
    store.select(query)

    late = a_row("e-3", who="joanna")
    store.append([late], [record_of(late)], None, Origin("later.json", 1))

    assert store.select(query).tolist() == [True, False, True]


def test_a_row_that_changes_is_filtered_anew() -> None:
    store = a_store(a_row("e-1", who="ann"), observed_us=T0 + 50)
    query = parse("user:ann")
    store.select(query)

    earlier = a_row("e-1", who="bob")
    store.append([earlier], [record_of(earlier)], T0 + 20, Origin("earlier.json", 1))

    assert store.select(query).tolist() == [False]


def test_no_filter_passes_everything() -> None:
    store = a_store(a_row("e-1"), a_row("e-2"))

    assert store.select(None).tolist() == [True, True]

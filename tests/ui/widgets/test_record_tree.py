"""A record as a tree of fields that fold."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.ui.widgets.record_tree import RecordTree, scalar

DOCUMENT: dict[str, Any] = {
    "eventVersion": "1.08",
    "userIdentity": {"type": "AssumedRole", "sessionContext": {"sessionIssuer": {"type": "Role", "arn": "a"}}},
    "eventName": "ModifyDBParameterGroup",
    "requestParameters": {"parameters": [{"parameterName": "cost", "parameterValue": "40"}], "empty": {}},
    "responseElements": {"id": "x"},
    "tags": ["one", "two"],
}


def labels(tree: RecordTree) -> list[str]:
    return [field.label for field in tree.fields()]


def test_who_and_what_was_asked_are_open_and_the_rest_is_folded() -> None:
    tree = RecordTree(DOCUMENT)

    assert labels(tree) == [
        "eventName", "userIdentity", "type", "sessionContext", "sessionIssuer", "requestParameters", "parameters",
        "parameterName", "parameterValue", "empty", "eventVersion", "responseElements", "tags",
    ]  # fmt: skip
    assert tree.folded() == (5, 18)


def test_a_list_of_one_object_is_shown_as_that_object() -> None:
    found = [field for field in RecordTree(DOCUMENT).fields() if field.label == "parameterValue"]

    assert found[0].path == ("requestParameters", "parameters", 0, "parameterValue")
    assert found[0].depth == 2


def test_toggling_twice_changes_nothing() -> None:
    tree = RecordTree(DOCUMENT)
    before = tree.fields()

    tree.toggle(("tags",))
    assert "item 1" in labels(tree)
    tree.toggle(("tags",))

    assert tree.fields() == before


def test_values_read_as_in_json() -> None:
    values: list[object] = [True, None, 1.5, "", {}, [], "x"]

    assert [scalar(value) for value in values] == ["true", "null", "1.5", '""', "{}", "[]", "x"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=4), children, max_size=3),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4))
def test_every_field_can_be_reached_by_unfolding(document: dict[str, Any]) -> None:
    tree = RecordTree(document)

    for _ in range(12):
        for field in tree.fields():
            if field.is_container and not field.is_open:
                tree.toggle(field.path)

    assert tree.folded()[0] == 0
    assert all(tree.value(field.path) is not None or field.value == "null" for field in tree.fields() if not field.is_container)

"""Records that do not look as they should."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.odd import canonical, inner, spell, text_of, truth_of


def test_only_the_record_s_own_members_are_respelt() -> None:
    document = {
        "EVENTNAME": "x",
        "useridentity": {"accesKeyId": "A", "SessionContext": {"sourceidentity": "m"}},
        "requestParameters": {"EVENTNAME": 1},
    }

    assert canonical(document) == {
        "eventName": "x",
        "userIdentity": {"accessKeyId": "A", "sessionContext": {"sourceIdentity": "m"}},
        "requestParameters": {"EVENTNAME": 1},
    }


def test_objects_inside_themselves_are_followed_only_as_far_as_a_record_goes() -> None:
    document: dict[str, object] = {"USERNAME": "x"}
    for _ in range(5000):
        document = {"userIdentity": document}

    assert list(canonical(document)) == ["userIdentity"]


def test_unknown_members_keep_their_name() -> None:
    assert spell("p_parse_time") == "p_parse_time"


def test_an_object_is_given_only_if_there_is_one() -> None:
    assert inner({"a": {"b": 1}}, "a") == {"b": 1}
    assert inner({"a": [1]}, "a") == inner({}, "a") == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"),
        (None, ""),
        (True, "true"),
        (3, "3"),
        (1.5, "1.5"),
        ({"a": [1]}, '{"a":[1]}'),
        ("\ud800", "?"),
        (object(), "..."),
    ],
)
def test_every_value_has_a_text_that_can_be_written(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "truth"), [(True, True), ("False", False), ("true ", True), ("yes", None), (1, None), (None, None)]
)
def test_truth_is_read_from_text_too(value: object, truth: bool | None) -> None:
    assert truth_of(value) is truth

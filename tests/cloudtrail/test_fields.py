"""Explaining fields."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.fields import meaning, value_note
from trailhound.cloudtrail.odd import TOP_LEVEL


@pytest.mark.parametrize("name", TOP_LEVEL.split())
def test_every_documented_top_level_field_is_explained(name: str) -> None:
    assert meaning((name,))


def test_places_in_lists_and_odd_case_do_not_matter() -> None:
    assert meaning(("resources", 3, "ARN")) == "the full name of the resource"
    assert meaning(("useridentity", "accesskeyid")) == meaning(("userIdentity", "accessKeyId")) != ""


def test_fields_of_a_request_are_explained_by_their_name() -> None:
    assert meaning(("requestParameters", "dBInstanceClass")) == "what was asked for: db instance class"
    assert meaning(("responseElements", "credentials", "sessionToken")) == "the token that goes with temporary keys"


def test_an_unknown_field_has_no_meaning() -> None:
    assert meaning(("p_parse_time",)) == ""
    assert meaning(()) == ""


@pytest.mark.parametrize(
    ("path", "value", "note"),
    [
        (("userIdentity", "type"), "AssumedRole", "a role session"),
        (("readOnly",), False, "a write"),
        (("readOnly",), "true", "a read"),
        (("requestParameters", "password"), "HIDDEN_DUE_TO_SECURITY_REASONS", "hidden by AWS"),
        (("requestParameters",), {"omitted": True, "originalSize": 1}, "left out by AWS: too large"),
        (("userIdentity", "accessKeyId"), "ASIAEXAMPLE", "a temporary key"),
        (("sourceIPAddress",), "lambda.amazonaws.com", "an AWS service, no address"),
        (("requestParameters", "name"), "x", ""),
        (("resources",), [], ""),
        ((), 1, ""),
    ],
)
def test_values_that_mean_more_get_a_note(path: tuple[str, ...], value: object, note: str) -> None:
    assert value_note(path, value) == note

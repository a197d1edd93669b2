"""The table of fields holds what the rest relies on."""

from __future__ import annotations

import pytest

from trailhound.cloudtrail.row import Row
from trailhound.errors import FilterError
from trailhound.languages.query import FIELDS, Field, FieldKind, parse
from trailhound.languages.query.fields import columns_of, field_named, nearest_field
from trailhound.model.event import CallKind
from trailhound.model.identity import ActorClass


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_looks_in_columns_that_rows_have_and_explains_itself(field: Field) -> None:
    assert field.summary
    assert set(field.columns) <= {*Row.__struct_fields__, "observed_us"}
    assert field_named(field.name.upper()) is field


@pytest.mark.parametrize("field", [field for field in FIELDS if field.choices], ids=lambda field: field.name)
def test_a_field_takes_each_of_its_choices_and_nothing_else(field: Field) -> None:
    for choice in field.choices:
        assert parse(f"{field.name}:{choice.upper()}").terms[0].field == field.name
    with pytest.raises(FilterError):
        parse(f"{field.name}:other")


def test_choices_are_the_words_of_the_model_in_its_order() -> None:
    kind, actor = field_named("kind"), field_named("class")
    assert kind is not None
    assert actor is not None

    assert kind.choices == tuple(CallKind)
    assert actor.choices == tuple(ActorClass)


def test_names_are_unique() -> None:
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    assert {field.kind for field in FIELDS} == set(FieldKind)


def test_a_misspelt_field_is_guessed_and_nonsense_is_not() -> None:
    assert nearest_field("usr") == "user"
    assert nearest_field("Acount") == "account"
    assert nearest_field("zzzzqqq") is None


def test_only_a_text_that_may_be_an_arn_looks_in_the_arn() -> None:
    assert "arn" not in columns_of(None, "admin")
    assert "arn" in columns_of(None, "arn:aws:iam::1:user/x")
    assert columns_of(field_named("user"), "a:b") == ("who", "arn")
    assert columns_of(field_named("role"), "a:b") == ("role",)

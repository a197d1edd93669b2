"""One table of keys: no key means two things, and everything can be remapped."""

from __future__ import annotations

import pytest

from trailhound.errors import ConfigError
from trailhound.ui.key_table import FOOTERS, PRESETS, TABLE, bindings, keys_in_force
from trailhound.ui.keys import NEVER_ALONE, KeyRow, Place, key_code, key_map, key_name


@pytest.mark.parametrize("preset", list(PRESETS))
def test_every_preset_is_free_of_conflicts_and_of_keys_that_terminals_take(preset: str) -> None:
    keys = keys_in_force(preset, {})

    for row in keys.rows:
        assert {key.strip() for key in row.keys.split(",")} - NEVER_ALONE, row.id


def test_ids_are_unique() -> None:
    ids = [row.id for row in TABLE]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("preset", list(PRESETS))
@pytest.mark.parametrize("name", list(FOOTERS))
def test_every_footer_entry_is_a_row_of_the_table(preset: str, name: str) -> None:
    keys = keys_in_force(preset, {})

    for row_id in (*FOOTERS[name][0], *FOOTERS[name][1]):
        assert keys.hint(row_id).words


def test_every_action_can_be_given_another_key() -> None:
    for row in TABLE:
        assert next(r for r in keys_in_force("default", {row.id: "ctrl+f12"}).rows if r.id == row.id).keys == "ctrl+f12"


def test_a_key_is_written_as_a_person_writes_it() -> None:
    keys = keys_in_force("default", {"filter": "?,&", "help": "f1"})

    assert keys.changed["filter"] == "question_mark,ampersand"
    assert keys.hint("filter").key == "?"
    assert key_name(key_code("{")) == "{"


def test_two_meanings_of_a_key_are_refused() -> None:
    with pytest.raises(ConfigError, match='keys: key "w" means both'):
        keys_in_force("default", {"filter": "w"})


def test_a_conflict_inside_one_place_is_refused_too() -> None:
    table = [KeyRow("one", "x", "one", "one", Place.LIST), KeyRow("two", "y,x", "two", "two", Place.LIST)]

    with pytest.raises(ConfigError, match='"two" and "one"'):
        key_map(table, {}, {})


def test_places_that_are_never_seen_together_may_share_a_key() -> None:
    table = [KeyRow("one", "x", "one", "one", Place.WATCH), KeyRow("two", "x", "two", "two", Place.RECORD)]

    assert len(key_map(table, {}, {}).rows) == 2


@pytest.mark.parametrize(
    ("wishes", "message"),
    [({"fly": "x"}, 'there is no action "fly"'), ({"filter": ""}, 'action "filter" has no key')],
)
def test_a_wrong_wish_is_named(wishes: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        keys_in_force("default", wishes, "config.toml")


def test_an_unknown_preset_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="choose one of default, vim, k9s, lnav"):
        keys_in_force("emacs", {})


def test_a_hint_can_name_a_pair_of_keys_in_other_words() -> None:
    hint = keys_in_force("default", {}).hint("alarm-before+alarm-next=alarms")

    assert (hint.key, hint.words) == ("{ }", "alarms")


def test_bindings_carry_the_ids_that_the_key_map_changes() -> None:
    ids = {getattr(binding, "id", None) for binding in bindings(Place.LIST)}

    assert {"open", "up", "down"} <= ids

"""The shape of the configuration file, checked."""

import json

import pytest

from trailhound.config.schema import SettingError, check
from trailhound.config.settings import Settings


def test_what_is_not_set_is_not_kept() -> None:
    assert check({}) == {}


def test_the_outcome_survives_json() -> None:
    values = check({"colour": "none", "keys": {"preset": "vim", "bind": {"quit": "q"}}, "replay": {"speed": "max"}})

    assert Settings.from_plain(json.loads(json.dumps(values))) == Settings.from_plain(values)


@pytest.mark.parametrize("keys", [[], [""], ""])
def test_an_action_needs_a_key(keys: object) -> None:
    with pytest.raises(SettingError, match="a key or a list of keys"):
        check({"keys": {"bind": {"quit": keys}}})


def test_the_path_of_a_wrong_setting_is_told() -> None:
    with pytest.raises(SettingError) as caught:
        check({"keys": {"bind": {"quit": [1]}}})

    assert caught.value.path == ("keys", "bind", "quit")

"""Settings rebuilt from the plain values of a snapshot."""

import math

from trailhound.config.settings import Colour, Preset, Settings


def test_no_values_give_the_defaults() -> None:
    assert Settings.from_plain({}) == Settings()


def test_words_become_what_they_stand_for() -> None:
    found = Settings.from_plain({"colour": "none", "preset": "k9s", "speed": "max", "bindings": {"quit": ["q", "Q"]}})

    assert found.colour is Colour.NONE
    assert found.preset is Preset.K9S
    assert found.speed == math.inf
    assert found.bindings == {"quit": ("q", "Q")}


def test_a_value_of_a_later_version_is_passed_over() -> None:
    assert Settings.from_plain({"holograms": True, "theme": "daylight"}) == Settings(theme="daylight")

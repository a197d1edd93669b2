"""Every shipped theme can be read by everybody; a wrong theme file says where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.driving import GRAPHS, NO_TEXT, contrast

from trailhound.errors import ConfigError
from trailhound.shipped import folder
from trailhound.ui.inks import ThemeInks
from trailhound.ui.roles import GROUNDS, Role
from trailhound.ui.settings import ColourDepth
from trailhound.ui.theme import load_theme, read_theme, theme_names

COLOURED = [name for name in theme_names() if load_theme(name).colours]


def test_the_eight_themes_of_the_design_are_shipped() -> None:
    names = {"daylight", "high-contrast", "safe-red-green", "safe-blue-yellow", "monochrome", "catppuccin-mocha", "gruvbox-dark"}

    assert theme_names()[0] == "nightfall"
    assert set(theme_names()) == {"nightfall", *names}


@pytest.mark.parametrize("name", COLOURED)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    colours = load_theme(name).colours
    least = 7.0 if name == "high-contrast" else 4.5

    weak = {
        (role, ground): round(contrast(colours[role], colours[ground]), 2)
        for role in set(Role) - GROUNDS - NO_TEXT
        for ground in GROUNDS
        if contrast(colours[role], colours[ground]) < least
    }

    assert weak == {}


@pytest.mark.parametrize("name", COLOURED)
def test_every_graph_stands_out_from_the_background(name: str) -> None:
    colours = load_theme(name).colours

    assert {
        role: contrast(colours[role], colours[Role.BACKGROUND])
        for role in GRAPHS
        if contrast(colours[role], colours[Role.BACKGROUND]) < 3
    } == {}


@pytest.mark.parametrize("name", COLOURED)
def test_text_can_still_be_read_with_256_colours(name: str) -> None:
    inks = ThemeInks(load_theme(name), ColourDepth.INDEXED)
    colours = {role: inks.colour(role).get_truecolor().hex for role in Role}

    weak = {
        (role, ground): round(contrast(colours[role], colours[ground]), 2)
        for role in set(Role) - GROUNDS - NO_TEXT
        for ground in GROUNDS
        if contrast(colours[role], colours[ground]) < 4.5
    }

    assert weak == {}


def test_the_borrowed_palettes_carry_their_notices() -> None:
    for name, owner in {"catppuccin-mocha": "Catppuccin", "gruvbox-dark": "morhetz"}.items():
        notice = (folder("themes") / f"{name}.toml").read_text("utf-8")

        assert owner in notice
        assert "MIT" in notice
        assert "Permission is hereby granted" in notice


def test_monochrome_has_no_colours_at_all() -> None:
    theme = load_theme("monochrome")

    assert theme.is_colourless
    assert Role.FAINT in theme.attributes.dim


def test_a_theme_of_ones_own_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own = (folder("themes") / "daylight.toml").read_text("utf-8").replace('name = "daylight"', 'name = "nightfall"')
    (tmp_path / "nightfall.toml").write_text(own, "utf-8")

    assert load_theme("nightfall", tmp_path).is_dark is False


def test_an_unknown_theme_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match='no theme "noon"; choose one of nightfall'):
        load_theme("noon")


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('name = "x"\nis_dark = "yes"\n', 2, "is_dark"),
        ('name = "x"\n\ncolour = 1\n', 3, "colour"),
        ('name = "x"\n[colours]\nbackground = "black"\n', 3, "background"),
        ('name = "x"\n[colours]\nbackground = "#000000"\n', 2, "colours"),
        ('name = "x"\n[colours]\nbackgrund = "#000000"\n', 3, "backgrund"),
        ('name = "x"\n[indices]\ntext = 900\n', 3, "text"),
        ('name = "x"\n[attributes]\nblink = ["alarm"]\n', 3, "blink"),
        ('name = "x"\n[attributes]\nbold = ["alarms"]\n', 3, "bold"),
    ],
)
def test_a_wrong_theme_file_is_named_with_line_and_key(tmp_path: Path, text: str, line: int, key: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(ConfigError) as caught:
        read_theme(path)

    assert str(caught.value).startswith(f"theme {path}, line {line}: {key} ")


def test_a_file_that_is_no_toml_says_where_it_breaks(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("name = \n", "utf-8")

    with pytest.raises(ConfigError, match="line 1"):
        read_theme(path)

"""The configuration file: what it sets, and what is said when it is wrong."""

import json
import math
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.config import load as loading
from trailhound.config.load import load
from trailhound.config.settings import Colour, Motion, Preset, Settings
from trailhound.errors import ConfigError

EVERYTHING = """
theme = "daylight"
colour = "256"
ascii = true
mouse = false
motion = "none"

[keys]
preset = "vim"

[keys.bind]
pause = ["p", "space"]
trail = "t"

[replay]
speed = "max"
skip_quiet = true
"""


def written(folder: Path, text: str) -> str:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return str(file)


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load(written(folder, text), {}, folder / "cache")
    return str(caught.value)


def test_without_a_file_the_defaults_are_in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "folder", lambda: tmp_path / "absent")

    assert load(None, {}, tmp_path / "cache") == Settings()


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    found = load(written(tmp_path, EVERYTHING), {}, tmp_path / "cache")

    assert found == Settings(
        theme="daylight",
        colour=Colour.FIXED,
        ascii=True,
        mouse=False,
        motion=Motion.NONE,
        preset=Preset.VIM,
        bindings={"pause": ("p", "space"), "trail": ("t",)},
        speed=math.inf,
        skip_quiet=True,
    )


def test_the_variable_names_another_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "gruvbox-dark"')

    assert load(None, {"TRAILHOUND_CONFIG": path}, tmp_path / "cache").theme == "gruvbox-dark"


def test_the_option_is_stronger_than_the_variable(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "gruvbox-dark"')

    found = load(path, {"TRAILHOUND_CONFIG": str(tmp_path / "absent.toml")}, tmp_path / "cache")

    assert found.theme == "gruvbox-dark"


def test_a_named_file_that_is_absent_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.toml.*No such file.*--config"):
        load(str(tmp_path / "absent.toml"), {}, tmp_path / "cache")


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("\nascii = 1\n", "line 2, ascii", "true or false, not 1"),
        ("theme = 3", "line 1, theme", "text in quotes, not 3"),
        ('theme = ""', "line 1, theme", "must not be empty"),
        ('# look\n\nthem = "x"', "line 3, them", "did you mean 'theme'?"),
        ('[keys]\n\npreset = "emacs"', "line 3, keys.preset", '"default", "vim", "k9s" or "lnav"'),
        ("[keys.bind]\npause = 3", "line 2, keys.bind.pause", "a key or a list of keys"),
        ("keys.bind.pause = [1]", "line 1, keys.bind.pause", "a key or a list of keys"),
        ("[replay]\nspeed = 5000", "line 2, replay.speed", "0.25 to 1000"),
        ('[replay]\nspeed = "fast"', "line 2, replay.speed", "0.25 to 1000"),
        ('[replay]\npace = "fast"', "line 2, replay.pace", "speed, skip_quiet"),
        ("replay = 3", "line 1, replay", "must be a table"),
        ('colour = "red"', "line 1, colour", '"auto"'),
    ],
)
def test_a_wrong_setting_is_named_with_its_line_and_key(tmp_path: Path, text: str, where: str, what: str) -> None:
    said = refusal(tmp_path, text)

    assert "config.toml" in said
    assert where in said
    assert what in said
    assert "\n" not in said


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    assert "line 2" in refusal(tmp_path, 'theme = "x"\nmouse = maybe\n')


def test_a_second_mistake_is_counted(tmp_path: Path) -> None:
    assert "1 more" in refusal(tmp_path, "ascii = 1\nmouse = 2")


def test_a_file_that_is_not_text_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'theme = "a"\n\xff\n')

    with pytest.raises(ConfigError, match="line 2: not UTF-8"):
        load(str(file), {}, tmp_path / "cache")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    assert "larger than" in refusal(tmp_path, "#" * 1_100_000)


def test_checked_settings_are_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, EVERYTHING)
    first = load(path, {}, tmp_path / "cache")
    monkeypatch.setitem(sys.modules, "trailhound.config.schema", None)

    assert load(path, {}, tmp_path / "cache") == first


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path = written(tmp_path, 'theme = "daylight"')
    load(path, {}, tmp_path / "cache")

    written(tmp_path, 'theme = "gruvbox-dark"')

    assert load(path, {}, tmp_path / "cache").theme == "gruvbox-dark"


@pytest.mark.parametrize("content", ["", "{", "[]", json.dumps({"stamp": 1, "settings": []})])
def test_a_broken_snapshot_is_passed_over(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, 'theme = "daylight"')
    load(path, {}, tmp_path / "cache")
    (snapshot,) = (tmp_path / "cache").iterdir()
    snapshot.write_text(content)

    assert load(path, {}, tmp_path / "cache").theme == "daylight"


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands where the folder should be")

    assert load(written(tmp_path, 'theme = "daylight"'), {}, tmp_path / "cache").theme == "daylight"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_loads_or_gives_our_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    file = folder / "config.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    try:
        found = load(str(file), {}, folder / "cache")
    except ConfigError as error:
        assert "config.toml" in str(error)  # noqa: PT017  both outcomes are right, the property is that there is no third
    else:
        assert isinstance(found, Settings)

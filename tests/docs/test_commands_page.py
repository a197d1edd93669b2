"""The pages on commands and configuration say what the program does."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from trailhound import cli
from trailhound.commands.options import parser_for
from trailhound.commands.survey import CONDITIONS
from trailhound.config.schema import ConfigFile, KeysTable, ReplayTable

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def options_of(command: str) -> set[str]:
    parser = parser_for(command, cli.COMMANDS[command][1])
    import_module(f"trailhound.commands.{command}").add_options(parser)
    return {word for action in parser._actions for word in action.option_strings} - {"-h", "--help"}


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_option_of_a_command_is_on_the_page(command: str) -> None:
    page = (REFERENCE / "commands.md").read_text("utf-8")

    assert f"`{command}" in page
    assert not {word for word in options_of(command) if f"`{word}" not in page}


def test_the_page_names_no_option_that_is_not_there() -> None:
    page = (REFERENCE / "commands.md").read_text("utf-8")
    known = {word for command in cli.COMMANDS for word in options_of(command)} | {"--help", "--version"}

    assert set(re.findall(r"--[a-z][a-z-]+", page)) == known


def test_every_condition_is_on_the_page_in_the_same_words() -> None:
    page = (REFERENCE / "commands.md").read_text("utf-8")

    assert all(f"| `{name}` | {words} |" in page for name, (words, _) in CONDITIONS.items())


def test_every_setting_is_on_the_page_and_no_other() -> None:
    page = (REFERENCE / "configuration.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `([a-z_.A-Z]+)` \|", page, re.MULTILINE))

    top = set(ConfigFile.model_fields) - {"keys", "replay"}
    assert listed == top | {"keys.preset", "keys.bind.ACTION"} | {f"replay.{name}" for name in ReplayTable.model_fields}
    assert set(KeysTable.model_fields) == {"preset", "bind"}

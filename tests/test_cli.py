"""The front door: what it answers, what it refuses, and with which status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trailhound import __version__, cli


def test_the_version_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0

    assert capsys.readouterr().out == f"trailhound {__version__}\n"


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0

    shown = capsys.readouterr().out
    assert all(f"\n  {command}" in shown for command in cli.COMMANDS)


def test_no_command_at_all_shows_the_help_as_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "usage: trailhound COMMAND" in shown.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["sacn"], "did you mean 'scan'?"),
        (["\x1b[31mzzz"], "x1b[31mzzz"),
        (["--theme", "daylight"], "needs a command before it"),
    ],
)
def test_an_unknown_command_is_refused_in_one_line(capsys: pytest.CaptureFixture[str], words: list[str], says: str) -> None:
    assert cli.main(words) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("trailhound: ")
    assert shown.err.count("\n") == 1
    assert says in shown.err


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_explains_its_options(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])

    assert ended.value.code == 0
    assert f"usage: trailhound {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [["scan"], ["replay", "x", "--speed", "fast"], ["scan", "x", "--format", "xml"], ["demo", "--theem"]]
)
def test_bad_usage_ends_with_status_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)

    assert ended.value.code == 2


@pytest.mark.parametrize("command", ["scan", "replay"])
def test_a_path_that_is_not_there_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert cli.main([command, "no such folder"]) == 2

    shown = capsys.readouterr()
    assert shown.err.startswith("trailhound: no such folder: does not exist")
    assert shown.err.count("\n") == 1


def test_an_interruption_ends_with_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(name: str, words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_command", interrupted)

    assert cli.main(["scan", "x"]) == 130


def test_a_closed_pipe_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-m", "trailhound", "keys"]

    with os.fdopen(writing, "w") as closed:
        ended = subprocess.run(program, stdout=closed, stderr=subprocess.PIPE, check=False)

    assert ended.stderr == b""
    assert ended.returncode == 141


def test_the_package_runs_as_a_module(tmp_path: Path) -> None:
    shown = subprocess.run([sys.executable, "-m", "trailhound", "--version"], capture_output=True, check=True, cwd=tmp_path)

    assert shown.stdout.decode().strip() == f"trailhound {__version__}"

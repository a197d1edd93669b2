"""The installed command without a screen: pipes, interruptions, standard input."""

import subprocess
import time
from pathlib import Path

import pytest
from benchmarks.corpus import write_corpus
from benchmarks.terminal import Terminal
from tests.e2e.tmux import installed_command


def test_a_pipe_gets_lines(tmp_path: Path) -> None:
    ended = subprocess.run([installed_command(), "demo"], capture_output=True, text=True, check=True, cwd=tmp_path)

    assert "answer m.rivera" in ended.stdout
    assert "\x1b" not in ended.stdout
    assert ended.stderr == ""


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    ended = subprocess.run(
        ["sh", "-c", '"$0" demo | head -n 1', installed_command()], capture_output=True, text=True, cwd=tmp_path
    )

    assert ended.stdout == "2026-11-18, times in UTC\n"
    assert ended.stderr == ""


def test_standard_input_is_read(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path, events=50, per_file=50)

    ended = subprocess.run(
        [installed_command(), "scan", "-"], input=corpus.files[0].read_bytes(), capture_output=True, check=True
    )

    assert ended.stdout.startswith(b"50 events\n")


@pytest.mark.parametrize("arguments", [("scan",), ("replay", "--plain")])
def test_a_long_load_shows_how_far_it_is_and_can_be_interrupted(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    write_corpus(tmp_path, events=20_000, per_file=2_000)

    # Standard input is the terminal, where nobody types: however fast the files are read, the load does not end by itself.
    with Terminal((installed_command(), *arguments, str(tmp_path), "-")) as terminal:
        assert terminal.wait_for("reading [")
        terminal.interrupt()
        end = time.monotonic() + 20
        while not terminal.is_over and time.monotonic() < end:
            terminal.read(0.1)

        assert terminal.status(patience=10) == 130
        assert "Traceback" not in terminal.seen
        assert terminal.seen.endswith(("\x1b[K", "\x1b[K\r\n"))

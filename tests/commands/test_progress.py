"""The progress bar on standard error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.commands import progress as module
from trailhound.commands.progress import ProgressBar, progress_line
from trailhound.model.observation import Progress


def test_a_line_says_how_much_of_how_much_how_fast_and_where() -> None:
    line = progress_line(Progress(25_000_000, 100_000_000, "AWSLogs/a.json.gz"), seconds=0.5, width=100)

    assert line == "reading [#####---------------] 25.0 of 100.0 MB  50 MB/s  AWSLogs/a.json.gz"


def test_a_long_path_keeps_its_end() -> None:
    line = progress_line(Progress(1, 2, "x" * 200 + "/end.json"), seconds=1, width=90)

    assert len(line) == 90
    assert line.endswith("xx/end.json")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 10**12), st.text(), st.integers(1, 200))
def test_no_line_is_wider_than_the_terminal_or_moves_its_cursor(done: int, total: int, path: str, width: int) -> None:
    line = progress_line(Progress(done, total, path), 1.0, width)

    assert len(line) <= width
    assert line.isprintable()


def test_nothing_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.0)

    with ProgressBar() as bar:
        bar.show(Progress(1, 2, "a"))

    assert capsys.readouterr().err == ""


def test_on_a_terminal_the_bar_is_wiped_away_at_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(module, "PATIENCE", 0.0)

    with ProgressBar() as bar:
        bar.show(Progress(1_000_000, 2_000_000, "a"))

    drawn = capsys.readouterr().err
    assert "1.0 of 2.0 MB" in drawn
    assert drawn.endswith("\r\x1b[K")


def test_a_short_load_draws_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    with ProgressBar() as bar:
        bar.show(Progress(1, 2, "a"))

    assert capsys.readouterr().err == ""

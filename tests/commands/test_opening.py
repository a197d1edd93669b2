"""Files opened as a session."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from trailhound.commands.opening import open_paths, open_still, title_of
from trailhound.errors import InputError
from trailhound.model.observation import Progress
from trailhound.session.feed import Cancelled

Trail = Callable[..., Path]


@pytest.mark.parametrize(
    ("paths", "title"),
    [(["trail"], "trail"), (["a/b/"], "b"), (["-"], "standard input"), (["a", "b"], "2 paths"), (["/"], "/")],
)
def test_a_session_is_named_after_what_is_read(paths: list[str], title: str) -> None:
    assert title_of(paths) == title


def test_here_means_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert title_of(["."]) == tmp_path.name


def test_no_time_passes_for_a_report(trail: Trail) -> None:
    session = open_still([str(trail({}, {}, {}))], lambda _: None)
    session.seek("10:00:01")
    before = session.status().now

    time.sleep(0.01)
    session.advance()

    assert session.status().now == before


def test_a_screen_sees_time_pass(trail: Trail) -> None:
    session = open_paths([str(trail({}, {}, {}))], lambda _: None, lambda: False)
    before = session.status().now
    session.set_speed(1000)

    time.sleep(0.01)
    session.advance()

    assert session.status().now > before


def test_progress_is_reported(trail: Trail) -> None:
    seen: list[Progress] = []

    open_still([str(trail({}))], seen.append)

    assert seen[-1].done == seen[-1].total > 0


def test_somebody_can_ask_to_stop(trail: Trail) -> None:
    with pytest.raises(Cancelled):
        open_paths([str(trail({}))], lambda _: None, lambda: True)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent: does not exist"):
        open_still([str(tmp_path / "absent")], lambda _: None)

"""Finding files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trailhound.errors import InputError
from trailhound.sources.files.walk import FoundFile, Obstacle, check, walk


def test_files_come_in_order_of_name_at_any_depth(tmp_path: Path) -> None:
    for name in ("b.json", "a/z.json", "a/b/c.json", "c.json"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")

    found = [str(Path(entry.path).relative_to(tmp_path)) for entry in walk([str(tmp_path)]) if isinstance(entry, FoundFile)]

    assert found == ["a/b/c.json", "a/z.json", "b.json", "c.json"]


def test_a_file_reached_twice_is_read_once_and_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "again.json").symlink_to(tmp_path / "a.json")
    (tmp_path / "loop").symlink_to(tmp_path)

    assert len(list(walk([str(tmp_path), str(tmp_path / "a.json")]))) == 1


def test_a_dangling_link_and_a_pipe_in_a_folder_give_a_line(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    os.mkfifo(tmp_path / "pipe")

    found = {Path(entry.shown).name: entry for entry in walk([str(tmp_path)])}

    assert all(isinstance(entry, Obstacle) for entry in found.values())
    assert "link to something that is not there" in str(found["gone"])
    assert "pipe, socket or device" in str(found["pipe"])
    assert len(found) == 3


def test_a_name_outside_utf8_is_shown_inert(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\x1b[31m.json"
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))

    entry = next(iter(walk([str(tmp_path)])))

    assert entry.shown.endswith("\\udcff\\x1b[31m.json")
    assert entry.shown.isprintable()


@pytest.mark.parametrize("name", ["nowhere", "dangling", "nul\0"])
def test_what_a_person_names_has_to_be_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")

    with pytest.raises(InputError, match=r"does not exist|is not there"):
        check([str(tmp_path / name)])


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.json").write_text("{}")
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    with pytest.raises(InputError, match=r"secret\.json: may not be read"):
        check([str(tmp_path / "secret.json")])

"""Checked settings, kept for the next start."""

from pathlib import Path

from trailhound.config import snapshot


def test_what_was_kept_comes_back_for_the_same_stamp(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("")
    key = snapshot.stamp(file)

    snapshot.save(tmp_path, key, {"theme": "daylight"})

    assert snapshot.load(tmp_path, key) == {"theme": "daylight"}


def test_another_size_time_or_version_does_not_count(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("")
    key = snapshot.stamp(file)
    snapshot.save(tmp_path, key, {"theme": "daylight"})

    for place in (1, 2, 3):
        other = [*key]
        other[place] = "other"
        assert snapshot.load(tmp_path, other) is None


def test_nothing_kept_gives_nothing(tmp_path: Path) -> None:
    assert snapshot.load(tmp_path, ["a", 1, 2, "0"]) is None

"""The shipped folders are found from a checkout and from an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from trailhound import shipped
from trailhound.errors import InputError


def test_a_checkout_has_its_folders_beside_the_source() -> None:
    found = shipped.folder("themes")

    assert (found / "nightfall.toml").is_file()


def test_an_installed_package_has_its_folders_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "themes").mkdir()
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / "shipped.py"))

    assert shipped.folder("themes") == tmp_path / "themes"


def test_a_missing_folder_is_one_clear_line() -> None:
    with pytest.raises(InputError, match="install trailhound again"):
        shipped.folder("no-such-folder")

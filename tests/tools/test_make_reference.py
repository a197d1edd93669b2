from __future__ import annotations

from pathlib import Path

import pytest
from tools.make_reference import INPUTS, PAGES, PLACES, REFERENCE, main, table

from trailhound.languages.query import FIELDS
from trailhound.sources.files.documents import KINDS
from trailhound.ui.key_table import PRESETS, TABLE
from trailhound.ui.keys import Place


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_says_what_the_program_does(name: str) -> None:
    page = PAGES[name]()

    assert (REFERENCE / name).read_text(encoding="utf-8") == page, "run: python -m tools.make_reference"


def test_every_key_and_preset_has_a_line() -> None:
    page = PAGES["keys.md"]()

    assert [row.id for row in TABLE if f"`{row.id}`" not in page] == []
    assert [name for name in PRESETS if f"`{name}`" not in page] == []
    assert set(PLACES) == set(Place)


def test_every_filter_field_has_a_line() -> None:
    page = PAGES["filter-fields.md"]()

    assert [field.name for field in FIELDS if f"| `{field.name}:` |" not in page] == []


def test_every_kind_of_document_has_a_line_and_no_line_is_about_nothing() -> None:
    assert [name for name, _ in KINDS] == list(INPUTS)


def test_the_command_writes_every_page(tmp_path: Path) -> None:
    status = main([str(tmp_path)])

    assert status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PAGES)


def test_a_bar_in_a_cell_does_not_end_the_cell() -> None:
    laid_out = table(("key",), [("a|b",)])

    assert laid_out.splitlines()[-1] == "| a\\|b |"

"""The documentation holds together: its links lead somewhere, its examples are understood, and old errors stay out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trailhound.languages.query import parse
from trailhound.session.seek import parse_seek
from trailhound.ui.glyphs import ASCII
from trailhound.ui.key_table import TABLE

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "sample_data").glob("*.md")])
GUIDE = ROOT / "docs" / "guide"
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def rows_of(page: str, head: str) -> list[list[str]]:
    """Give the rows of the table under a heading row, cell by cell."""
    lines = (GUIDE / page).read_text(encoding="utf-8").splitlines()
    start = lines.index(head) + 2
    found = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        waiting += [(page.parent / link).resolve() for link in _LINK.findall(page.read_text(encoding="utf-8"))]
        if page.name == "README.md" and page.parent.name == "docs":
            waiting += sorted((page.parent / "decisions").glob("*.md"))

    assert [page for page in (ROOT / "docs").rglob("*.md") if page not in reached] == []


@pytest.mark.parametrize("row", rows_of("finding-things.md", "| type | to see |"), ids=lambda row: str(row[0]))
def test_every_filter_in_the_guide_is_one(row: list[str]) -> None:
    written = row[0].strip("`")

    assert parse(written).terms


@pytest.mark.parametrize("row", rows_of("moving-in-time.md", "| words | mean |"), ids=lambda row: str(row[0]))
def test_every_moment_in_the_guide_is_understood(row: list[str]) -> None:
    written = re.findall(r"`([^`]+)`", row[0])

    assert written
    assert [text for text in written if parse_seek(text) is None] == []


@pytest.mark.parametrize("row", rows_of("reading-the-screen.md", "| glyph | ASCII | means |"), ids=lambda row: str(row[0]))
def test_every_glyph_in_the_guide_has_the_stand_in_that_is_named(row: list[str]) -> None:
    glyphs, plain = row[0].strip("`").split(), row[1].strip("`").split()

    for glyph, stand_in in list(zip(glyphs, plain, strict=True))[:2]:
        assert ASCII.get(glyph, glyph) == stand_in


@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: str(page.name))
def test_every_key_in_a_table_of_the_guide_is_bound(page: Path) -> None:
    from trailhound.ui.keys import key_name

    bound = {key_name(key) for row in TABLE for key in row.keys.split(",")}
    if "| key | does |" not in page.read_text(encoding="utf-8"):
        return

    named = [key for row in rows_of(page.name, "| key | does |") for key in re.findall(r"`([^`]+)`", row[0])]

    assert named
    assert [key for key in named if key not in bound] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_names_a_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert not re.search(r"(?<![\w.~])/(?:work|root|tmp)/", text)

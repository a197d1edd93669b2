"""Names of keys, and rows by place."""

from __future__ import annotations

from trailhound.ui.key_table import keys_in_force
from trailhound.ui.keys import NEVER_ALONE, Place, key_code, key_name


def test_keys_are_read_as_words_or_signs() -> None:
    assert [key_name(key) for key in ("question_mark", "escape", "space", "pageup", "w", "ctrl+u")] == [
        "?", "esc", "space", "PgUp", "w", "ctrl+u",
    ]  # fmt: skip


def test_a_name_that_is_no_sign_is_the_code_itself() -> None:
    assert key_code("w") == "w"
    assert key_code("/") == "slash"


def test_rows_are_given_by_place_in_the_order_of_the_table() -> None:
    rows = keys_in_force("default", {}).for_places([Place.INPUT])

    assert {row.place for row in rows} == {Place.INPUT}
    assert rows[0].id == "accept"


def test_function_keys_are_never_the_only_way() -> None:
    assert {"f1", "f12", "ctrl+i"} <= NEVER_ALONE

"""A column of texts, each distinct text kept once."""

from __future__ import annotations

import numpy as np

from trailhound.languages.query import Value
from trailhound.languages.query.matching import ValueTest, text_test
from trailhound.store.text_column import TextColumn


def column(*texts: str, is_listed: bool = False) -> TextColumn:
    """Make a column."""
    made = TextColumn(is_listed)
    made.extend(texts)
    return made


def test_equal_texts_share_a_code() -> None:
    made = column("a", "b", "a", "")

    assert made.codes.tolist() == [0, 1, 0, 2]
    assert list(made.distinct) == ["a", "b", ""]
    assert made.text(2) == "a"
    assert (made.code_of("b"), made.code_of("unheard")) == (1, None)


def test_columns_that_share_a_dictionary_agree_in_codes_and_keep_their_own_rows() -> None:
    one = column("a", "b")
    other = TextColumn(shares=one)

    other.extend(["c", "a"])
    one.extend(["c"])

    assert (one.codes.tolist(), other.codes.tolist()) == ([0, 1, 2], [2, 0])
    assert [other.text(row) for row in (0, 1)] == ["c", "a"]
    assert other.fitting(text_test(Value("b")), np.arange(2, dtype=np.int32)).tolist() == [False, False]


def test_asking_for_a_code_adds_none() -> None:
    made = column("a")

    made.code_of("b")

    assert list(made.distinct) == ["a"]


def test_a_row_can_be_given_another_text() -> None:
    made = column("a", "b")

    made.replace(0, "c")

    assert [made.text(row) for row in (0, 1)] == ["c", "b"]


def test_a_listed_text_is_tested_line_by_line() -> None:
    whole = text_test(Value("b", is_exact=True))
    across = text_test(Value("a\nb"))
    rows = np.array([0, 1], np.int32)

    assert column("a\nb", "ab", is_listed=True).fitting(whole, rows).tolist() == [True, False]
    assert column("a\nb", "b", is_listed=True).fitting(across, rows).tolist() == [False, False]
    assert column("a\nb", "b").fitting(across, rows).tolist() == [True, False]


def test_few_rows_many_rows_and_rows_with_holes_give_the_same() -> None:
    made = column(*(f"text-{number % 3000}" for number in range(5000)))
    across = text_test(Value("t-2"))

    everywhere = made.fitting(across, np.arange(5000, dtype=np.int32))

    for rows in (np.arange(20, 2020, 100), np.arange(100, 4000), np.arange(0, 5000, 2), np.arange(0)):
        assert made.fitting(across, rows.astype(np.int32)).tolist() == everywhere[rows].tolist()


def test_a_text_is_tested_once_however_many_rows_have_it() -> None:
    asked: list[str] = []
    made = column(*["a", "b"] * 500)
    test = text_test(Value("a", is_exact=True))

    def fits(text: str) -> bool:
        asked.append(text)
        return test.fits(text)

    made.fitting(ValueTest(fits), np.arange(1000, dtype=np.int32))

    assert asked == ["a", "b"]

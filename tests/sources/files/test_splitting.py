"""Cutting JSON into parts."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from trailhound.sources.files.splitting import is_blank, is_json, is_swarm, items_of, lines_of, members_of, scan, scan_list

values = st.recursive(st.none() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=6)
objects = st.lists(st.dictionaries(st.text(max_size=6), values, max_size=3), max_size=5)


@settings(max_examples=60, deadline=None)
@given(objects, st.integers(0, 400))
def test_scanning_a_cut_list_finds_every_whole_item(items: list[dict[str, object]], cut: int) -> None:
    parts = [json.dumps(item).encode() for item in items]
    data = (b'{"Records": [' + b",".join(parts))[: 13 + cut]

    name, scanned = scan_list(data) or ("", scan(b""))

    found = [part for _, part in scanned.parts]
    assert name == "Records"
    assert found == parts[: len(found)]
    assert len(b",".join(parts[: len(found) + 1])) > cut or found == parts


def test_brackets_inside_texts_do_not_count() -> None:
    data = rb'{"a": "}\"{["} [1, "]"]'

    assert [part for _, part in scan(data).parts] == [rb'{"a": "}\"{["}', b'[1, "]"]']


def test_a_text_that_never_ends_ends_the_search() -> None:
    scanned = scan(b'{"a":1} {"b": "never' + b'\\"' * 1000)

    assert [part for _, part in scanned.parts] == [b'{"a":1}']
    assert scanned.open_at == 8


def test_depth_is_no_danger() -> None:
    deep = b"[" * 200_000

    assert items_of(deep) is None
    assert members_of(b'{"a":' + deep) is None
    assert not is_json(deep)
    assert scan(deep).parts == ()


def test_lines_are_counted_from_one_and_blank_ones_are_passed_over() -> None:
    assert list(lines_of(b"a\n\n b \r\nc")) == [(1, b"a"), (3, b"b"), (4, b"c")]
    assert is_blank(b" \n\t")
    assert not is_blank(b"x")


def test_a_swarm_of_tiny_entries_is_known_by_its_commas_and_records_are_not() -> None:
    record = b'{"eventName":"PutObject","eventSource":"s3.amazonaws.com","eventID":"e-1"},'

    assert is_swarm(b"[" + b"0," * 5_000_000 + b"0]")
    assert not is_swarm(b"[" + record * 150_000 + b"{}]")
    assert not is_swarm(b"[0,0]")

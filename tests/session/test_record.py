"""One record, opened, with all that is known around it."""

from __future__ import annotations

from tests.session.story import at, boards_of, call, delivered, story

from trailhound.model.observation import Origin, Records
from trailhound.model.phrase import Tone, plain
from trailhound.session.boards import Boards
from trailhound.session.record import open_record_view
from trailhound.session.views import RecordView


def _open(event_id: str, minutes: float = 70, boards: Boards | None = None) -> RecordView:
    known = boards or boards_of(story())
    row = known.store.row_of(event_id)
    assert row is not None
    return open_record_view(known, row, at(minutes))


def test_the_sentence_says_what_was_set_and_what_it_was_before() -> None:
    view = _open("culprit")

    assert plain(view.sentence) == "m.rivera set random_page_cost from 1.1 to 40 in orders-pg15"
    assert plain(view.second) == "As orders-admin, from 203.0.113.24 with aws-cli/2.17.9 in eu-west-1 no error"


def test_the_changed_field_carries_its_old_value() -> None:
    note = _open("culprit").notes[("requestParameters", "parameters", 0, "parameterValue")]

    assert (note.note, note.tone) == ("was 1.1", Tone.LATE)


def test_the_key_says_how_many_calls_it_joins() -> None:
    assert _open("culprit").notes[("userIdentity", "accessKeyId")].note == "joins 2 calls"


def test_a_new_address_is_said_to_be_new() -> None:
    first, later = _open("create"), _open("culprit")

    assert first.notes[("sourceIPAddress",)].note == "first seen here"
    assert later.notes[("sourceIPAddress",)].note.startswith("first seen 13:01")


def test_the_lineage_goes_from_the_person_down_to_the_calls() -> None:
    lines = [(depth, plain(words)) for depth, words, _ in _open("culprit").lineage]

    assert lines == [
        (0, "m.rivera"),
        (1, "AssumeRole"),
        (2, "orders-admin"),
        (3, "DescribeDBParameters"),
        (3, "ModifyDBParameterGroup"),
    ]


def test_what_moved_after_the_call_is_shown() -> None:
    moved = _open("culprit").moved_after

    assert [(view.title, view.measure) for view in moved] == [("orders-db-1", "ReadLatency")]


def test_a_read_moves_nothing() -> None:
    assert _open("look").moved_after == ()


def test_the_same_thing_before_stands_oldest_first() -> None:
    assert [event.event_id for event in _open("culprit").same_thing] == ["create", "first"]


def test_the_touched_resources_include_what_moved() -> None:
    facts = {fact.label: fact.source for fact in _open("culprit").touched}

    assert facts["orders-pg15"] == "changed"
    assert facts["orders-db-1"].startswith("▲")


def test_the_evidence_names_file_record_and_delay() -> None:
    facts = {fact.label: (plain(fact.value), fact.source) for fact in _open("culprit").evidence}

    assert facts["file"] == ("65.json.gz", "logs")
    assert facts["record"][0] == "number 3"
    assert facts["arrived"] == ("3 min after the call", "14:05:00")


def test_a_refused_call_says_so() -> None:
    view = _open("no")

    assert plain(view.sentence).startswith("k.tanaka was refused RebootDBInstance")
    assert "refused: AccessDenied" in plain(view.second)


def test_a_record_that_is_no_json_is_shown_as_it_came() -> None:
    boards = boards_of([Records((b"not json \xff",), Origin("odd.log", 7), at(1))])

    view = open_record_view(boards, 0, at(2))

    assert view.document == {"raw": "not json \ufffd"}
    assert "not understood" in " ".join(plain(fact.value) for fact in view.evidence)


def test_only_earlier_calls_that_had_arrived_count_as_before() -> None:
    late = delivered(90, call(30, "ModifyDBParameterGroup", request={"dBParameterGroupName": "orders-pg15"}, event_id="late"))
    boards = boards_of([*story(), late])

    before, after = _open("culprit", 70, boards), _open("culprit", 95, boards)

    assert "late" not in [event.event_id for event in before.same_thing]
    assert "late" in [event.event_id for event in after.same_thing]

"""What is known about the fields of a record."""

from __future__ import annotations

from typing import Any

from tests.session.story import at, boards_of, call, delivered

from trailhound.cloudtrail.envelope import open_record
from trailhound.model.phrase import Tone
from trailhound.session.notes import field_notes
from trailhound.session.settings import Path, Setting
from trailhound.session.views import FieldNote


def _notes(record: bytes, joined: int = 1, setting: Setting | None = None, was: str | None = None) -> dict[Path, FieldNote]:
    boards = boards_of([delivered(3, record, record)])
    return field_notes(boards, boards.event(0, at(5)), open_record(record), joined, setting, was, at(5))


def test_fields_are_explained() -> None:
    assert _notes(call(1, "GetX"))[("eventTime",)].meaning
    assert _notes(call(1, "GetX"))[("eventTime",)].note == "arrived 13:03:00"


def test_the_call_says_what_kind_it_is() -> None:
    read, destructive = _notes(call(1, "GetX"))[("eventName",)], _notes(call(1, "DeleteX"))[("eventName",)]

    assert (read.note, read.tone) == ("read", Tone.FAINT)
    assert (destructive.note, destructive.tone) == ("destructive", Tone.DESTRUCTIVE)


def test_a_key_used_once_joins_nothing() -> None:
    path = ("userIdentity", "accessKeyId")

    assert "joins" not in _notes(call(1, "GetX"), joined=1)[path].note
    assert _notes(call(1, "GetX"), joined=4)[path].note == "joins 4 calls"


def test_a_value_that_stayed_the_same_is_no_change() -> None:
    setting = Setting(("requestParameters", "timeout"), "timeout", "3")
    record = call(1, "UpdateX", request={"timeout": 3})

    same, other = (_notes(record, setting=setting, was=was)[setting.path] for was in ("3", "30"))

    assert (same.note, same.tone) == ("as before", Tone.FAINT)
    assert (other.note, other.tone) == ("was 30", Tone.LATE)


def test_a_record_delivered_twice_says_so() -> None:
    assert _notes(call(1, "GetX"))[("eventID",)].note == "delivered 2 times"


def test_endless_records_are_cut() -> None:
    many: dict[str, Any] = {f"userName{number}": "x" for number in range(20_000)}

    assert len(_notes(call(1, "GetX", request=many))) <= 3000 + 6

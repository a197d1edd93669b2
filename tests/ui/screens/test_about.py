"""What a line stands for: how it is opened, trailed and copied."""

from __future__ import annotations

from tests.ui.picture_session import CULPRIT, EVENTS, READ_LATENCY, SUBJECT, PictureSession

from trailhound.session.views import ThingKind
from trailhound.ui.messages import Kind, Open
from trailhound.ui.screens.about import AlarmName, Text, ThingName, copyables, metric_text, opening, row_text, trail_of

SESSION = PictureSession()
PERSON = ThingName(ThingKind.PERSON, "m.rivera")


def test_everything_with_a_screen_opens_it() -> None:
    assert opening(EVENTS[CULPRIT]) == Open(Kind.RECORD, CULPRIT)
    assert opening(AlarmName("a")) == Open(Kind.ALARM, "a")
    assert opening(READ_LATENCY) == Open(Kind.METRIC, READ_LATENCY)
    assert opening(PERSON) == Open(Kind.THING, (ThingKind.PERSON, "m.rivera"))
    assert opening(SUBJECT) == Open(Kind.WHO, SUBJECT)
    assert opening(Text("x")) is None


def test_the_trail_of_a_call_is_its_session() -> None:
    assert trail_of(SESSION, EVENTS[CULPRIT]) == "session:ASIAEXAMPLE7Q"
    assert trail_of(SESSION, PERSON) == "user:m.rivera"
    assert trail_of(SESSION, READ_LATENCY) == "target:orders-db-1"
    assert trail_of(SESSION, AlarmName("orders-db-latency")) == "target:orders-db-1"
    assert trail_of(SESSION, SUBJECT) == "session:ASIAEXAMPLE7Q"
    assert trail_of(SESSION, Text("x")) == ""


def test_what_is_copied_is_whole_and_never_empty() -> None:
    found = {one.what: one.text for one in copyables(SESSION, EVENTS[CULPRIT])}

    assert found["event id"] == EVENTS[CULPRIT].event_id
    assert found["record as JSON"].startswith("{")
    assert "error" not in found
    for about in (AlarmName("orders-db-latency"), READ_LATENCY, PERSON, SUBJECT, Text("a line")):
        assert all(one.text for one in copyables(SESSION, about))
        assert copyables(SESSION, about)


def test_a_row_and_a_metric_read_as_one_line() -> None:
    assert row_text(EVENTS[CULPRIT]).startswith("2026-11-18 14:01:52Z  ModifyDBParameterGroup  m.rivera  orders-pg15")
    assert metric_text(READ_LATENCY) == "AWS/RDS ReadLatency DBInstanceIdentifier=orders-db-1 Average 60s"

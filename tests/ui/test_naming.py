"""Things called by a kind and a name."""

from __future__ import annotations

import pytest
from tests.ui.picture_session import READ_LATENCY, PictureSession

from trailhound.errors import UsageError
from trailhound.session.views import ThingKind
from trailhound.ui.messages import Kind, Open
from trailhound.ui.naming import names_for, opening_of

SESSION = PictureSession()


def test_alarms_metrics_and_things_are_found_by_name() -> None:
    assert opening_of(SESSION, "alarm api-5xx-edge") == Open(Kind.ALARM, "api-5xx-edge")
    assert opening_of(SESSION, "metric orders-db-1 ReadLatency") == Open(Kind.METRIC, READ_LATENCY)
    assert opening_of(SESSION, "person m.rivera") == Open(Kind.THING, (ThingKind.PERSON, "m.rivera"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("table x", 'no kind "table"; kinds are alarm'),
        ("alarm", "give a name"),
        ("alarm nothing", 'no alarm is called "nothing"'),
        ("metric nothing", 'no metric is called "nothing"'),
        ("person nobody", 'no person is called "nobody"'),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        opening_of(SESSION, text)


def test_kinds_and_names_are_completed() -> None:
    assert names_for(SESSION, "al") == ["alarm "]
    assert names_for(SESSION, "alarm 5xx") == ["alarm api-5xx-edge"]
    assert names_for(SESSION, "metric readl") == ["metric orders-db-1 ReadLatency"]
    assert names_for(SESSION, "person m") == ["person m.rivera"]
    assert names_for(SESSION, "table x") == []

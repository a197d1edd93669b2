"""Every kind of thing has its screen, and every overlay its class."""

from __future__ import annotations

import pytest
from tests.ui.driving import inks
from tests.ui.picture_session import CULPRIT, READ_LATENCY, SUBJECT, PictureSession
from textual.screen import Screen

from trailhound.session.views import ThingKind
from trailhound.ui.context import Context
from trailhound.ui.key_table import keys_in_force
from trailhound.ui.messages import Key, Kind
from trailhound.ui.routes import OVERLAYS, overlay_for, screen_for
from trailhound.ui.settings import UiSettings

KEYS: dict[Kind, Key] = {
    Kind.RECORD: CULPRIT,
    Kind.ALARM: "orders-db-latency",
    Kind.METRIC: READ_LATENCY,
    Kind.WHO: SUBJECT,
    Kind.THING: (ThingKind.PERSON, "m.rivera"),
    Kind.LINEAGE: CULPRIT,
    Kind.COVERAGE: None,
}


def context() -> Context:
    return Context(PictureSession(), inks(), keys_in_force("default", {}), UiSettings())


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_screen(kind: Kind) -> None:
    assert isinstance(screen_for(context(), kind, KEYS[kind]), Screen)


@pytest.mark.parametrize("name", list(OVERLAYS))
def test_every_overlay_can_be_made(name: str) -> None:
    assert isinstance(overlay_for(context(), name), Screen)

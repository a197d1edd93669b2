"""Opens a drill screen as a person would, and reads it; makes every foreign text hostile when asked."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from tests.ui.driving import until, watching
from tests.ui.picture_session import PictureSession
from textual.pilot import Pilot

from trailhound.model.answer import Answer, Subject
from trailhound.model.metric import Metric
from trailhound.session.contract import Session
from trailhound.session.views import AlarmDetail, Coverage, MetricDetail, RecordView, Thing, ThingKind
from trailhound.ui.app import TrailhoundApp
from trailhound.ui.messages import Key, Kind, Open
from trailhound.ui.screens.drill import DrillScreen

EVIL = "\x1b[31m[bold red]x[/]\x9b\u202e\u200bz"
"""An escape sequence, markup, a control of the second kind, a right-to-left override and a zero-width character."""


@asynccontextmanager
async def opened(
    kind: Kind, key: Key = None, *, size: tuple[int, int] = (120, 40), session: Session | None = None
) -> AsyncIterator[Pilot[None]]:
    """Run the app until a drill screen stands."""
    async with watching(session, size) as pilot:
        app = pilot.app
        assert isinstance(app, TrailhoundApp)
        app.on_open(Open(kind, key))
        await until(pilot, lambda: isinstance(app.screen, DrillScreen) and app.screen.page is not None)
        await pilot.pause()
        await pilot.pause()
        yield pilot


def drill(pilot: Pilot[None]) -> DrillScreen:
    """The drill screen in front."""
    screen = pilot.app.screen
    assert isinstance(screen, DrillScreen)
    return screen


def poisoned(value: Any) -> Any:
    """Put hostile text into every text of a view; names of metrics and times stay, so that the view stays one."""
    if isinstance(value, str) and not isinstance(value, enum.Enum):
        return value + EVIL
    if isinstance(value, (Metric, enum.Enum, datetime)):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {"filter", "unit"}
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **{name: poisoned(part) for name, part in fields.items() if name not in kept})
    if isinstance(value, Mapping):
        return {(key if isinstance(key, tuple) else poisoned(key)): poisoned(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(poisoned(part) for part in value)
    return value


class HostileSession(PictureSession):
    """Gives every drill screen hostile text, one field of it a megabyte long."""

    def record(self, row: int) -> RecordView:
        view: RecordView = poisoned(super().record(row))
        return dataclasses.replace(view, document={**view.document, "long": EVIL + "x" * 1_000_000})

    def alarm(self, name: str) -> AlarmDetail:
        detail: AlarmDetail = poisoned(super().alarm("orders-db-latency"))
        return detail

    def metric(self, metric: Metric, periods: int) -> MetricDetail:
        detail: MetricDetail = poisoned(super().metric(metric, periods))
        return detail

    def thing(self, kind: ThingKind, name: str) -> Thing:
        thing: Thing = poisoned(super().thing(kind, name))
        return thing

    def coverage(self) -> Coverage:
        coverage: Coverage = poisoned(super().coverage())
        return coverage

    def answer(self, subject: Subject) -> Answer:
        answer: Answer = poisoned(super().answer(subject))
        return answer

"""Hostile text in every displayed field shows as inert text, and as nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.ui import picture_session
from tests.ui.driving import rows, until, watching
from tests.ui.picture_session import ALARMS, EVENTS, NOW, PictureSession, metric_views

from trailhound.model.alarm import AlarmTransition
from trailhound.model.answer import Answer, Reason, Subject
from trailhound.model.event import Event
from trailhound.model.phrase import Phrase, Word
from trailhound.session.views import AlarmView, Coverage, Headline, MetricView, RecordView, SourceView, Status

ESCAPES = "\x1b[2J\x1b[31mred\x07"
MARKUP = "[bold red]x[/] [@click=app.quit]y[/]"
TRICKS = "a\u202eb\u200bc\u2028d\ue000e\x9b31m\r\n\t"
HUGE = "A" * 1_000_000
TEXTS = {"escapes": ESCAPES, "markup": MARKUP, "tricks": TRICKS, "huge": HUGE}
FORBIDDEN = frozenset("\x1b\x07\x9b\r\t\u202e\u200b\u2028\ue000")


class HostileSession(PictureSession):
    """Answers everything with one hostile text."""

    text = ""

    def _phrase(self) -> Phrase:
        return (Word(self.text),)

    def status(self) -> Status:
        hostile = (self.text, self.text)
        return replace(super().status(), title=self.text, accounts=hostile, regions=hostile)

    def headline(self) -> Headline:
        found = super().headline()
        assert found is not None
        return replace(found, long=self._phrase(), medium=self._phrase(), short=self._phrase())

    def alarms(self) -> Sequence[AlarmView]:
        return [replace(view, alarm=replace(view.alarm, name=f"{number}{self.text}")) for number, view in enumerate(ALARMS)]

    def metrics(self, periods: int) -> Sequence[MetricView]:
        return [replace(view, title=self.text, measure=self.text, unit=self.text[:50]) for view in metric_views(periods)]

    def answer(self, subject: Subject) -> Answer:
        found = super().answer(subject)
        candidates = tuple(
            replace(one, event=hostile(one.event, self.text), because=(Reason(1.0, self.text, (), self.text),))
            for one in found.candidates
        )
        return replace(found, candidates=candidates, ruled_out=(Reason(0.0, self.text),), attempts=())

    def record(self, row: int) -> RecordView:
        found = super().record(row)
        lineage = tuple((depth, self._phrase(), self.text) for depth, _, _ in found.lineage)
        facts = tuple(replace(fact, label=self.text, value=self._phrase(), source=self.text) for fact in found.touched)
        event = hostile(found.event, self.text)
        return replace(found, event=event, sentence=self._phrase(), lineage=lineage, touched=facts, raw=self.text)

    def coverage(self) -> Coverage:
        return replace(super().coverage(), sources=(SourceView(self.text, self.text, 1, None, self.text),))

    def subjects(self) -> Sequence[Subject]:
        return [replace(subject, name=self.text) for subject in super().subjects()]


def hostile(event: Event, text: str) -> Event:
    """An event with a text in every field."""
    identity = replace(event.identity, name=text, arn=text, session_name=text)
    return replace(
        event, name=text, identity=identity, target=text, error_code=text, address=text, agent=text, via=text, region=text,
        account=text, observed_at=event.occurred_at + timedelta(minutes=1),
    )  # fmt: skip


@pytest.mark.parametrize("name", list(TEXTS))
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_no_field_can_move_the_cursor_or_hide(name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS[name]
    session = HostileSession()
    session.text = text
    session.events = tuple(hostile(event, text) if event.row % 2 else replace(event, target=text) for event in EVENTS)
    monkeypatch.setattr(picture_session, "TRANSITIONS", (AlarmTransition(text, NOW, None, ALARMS[0].state, text),))

    async with watching(session, size) as pilot:
        session.set_search(text[:5])
        await until(pilot, lambda: len(rows(pilot)) == size[1])
        shown = rows(pilot)

    assert all(len(row) == size[0] for row in shown)
    assert not FORBIDDEN & set("".join(shown))


async def test_markup_is_shown_as_it_is_written() -> None:
    session = HostileSession()
    session.text = MARKUP
    session.events = tuple(replace(event, target="[b]x[/b]") for event in EVENTS)

    async with watching(session) as pilot:
        shown = "\n".join(rows(pilot))

    assert "[b]x[/b]" in shown
    assert "[bold red]x[/]" in shown

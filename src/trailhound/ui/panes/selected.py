"""The selected call in a few lines: what it did, the path to what moved, the person, and when we learned of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from trailhound.model.alarm import AlarmState
from trailhound.model.phrase import Phrase, Tone, Word, plain
from trailhound.model.text import inert
from trailhound.session.views import Fact, MetricView, RecordView
from trailhound.session.words import clock_time, duration
from trailhound.ui.context import Context
from trailhound.ui.glyphs import ARROW
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Heading, Pane

_LABEL = 9


class SelectedPane(Pane):
    """Follows the cursor of the event list."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._record: RecordView | None = None
        self._reason = ""

    def reload(self) -> None:
        """Open the record under the cursor; an alarm's row shows the alarm's reason."""
        session = self.context.session
        key = session.selection.tail_key
        self._record, self._reason = None, ""
        if key is None:
            return
        if key >= 0:
            self._record = session.record(key)
            return
        name = session.selection.alarm
        self._reason = next((view.reason for view in session.alarms() if view.alarm.name == name), "")

    def heading(self) -> Heading:
        """Say which key opens it."""
        if self._record is None and self._reason:
            return Heading("Selected alarm", "", "enter explains it")
        return Heading("Selected call", "", "enter opens the record" if self._record else "")

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the sentence and the labelled lines."""
        if self._record is None:
            text = self._reason or "No row is selected; move with the arrow keys."
            return [self.line(width).put(text, Role.MUTED, at=1, width=max(width - 2, 0)).strip()]
        record = self._record
        sentence = self.line(width)
        sentence.column = 1
        sentence.phrase(record.sentence, width=width - 2)
        lines = [sentence]
        for fact in self._facts(record):
            line = self.line(width).put(fact.label, Role.FAINT, at=1)
            line.column = 1 + _LABEL
            line.phrase(fact.value, width=max(width - line.column - 1, 0))
            room = width - line.column - 4
            if fact.source and room >= len(fact.source):
                line.put(f"  {fact.source}", Role.FAINT)
            lines.append(line)
        return [line.strip() for line in lines]

    def _facts(self, record: RecordView) -> list[Fact]:
        event = record.event
        arrow = f" {self.context.inks.glyph(ARROW)} "
        facts = []
        touched = [fact.label for fact in record.touched]
        moved = _moved(record, touched)
        if touched and moved is not None:
            names = dict.fromkeys((touched[0], moved.title))
            path = [Word(inert(name, 60), Tone.RESOURCE) for name in names]
            facts.append(Fact("path", _joined([*path, Word(moved.measure)], arrow)))
        elif touched:
            names = dict.fromkeys(touched[:3])
            facts.append(Fact("touches", _joined([Word(inert(name, 60), Tone.RESOURCE) for name in names], ", ")))
        elif record.second:
            facts.append(Fact("about", record.second))
        facts.append(self._person(record, arrow))
        if event.error_code:
            facts.append(Fact("result", (Word(event.error_code, Tone.DENIED if event.is_refused else Tone.LATE),)))
        where = [event.address, _program(event.agent), event.region]
        known = dict.fromkeys(word for word in where if word)
        facts.append(Fact("from", (Word("  ".join(known) or "not recorded"),)))
        facts.append(Fact("arrived", _arrival(record)))
        return facts

    def _person(self, record: RecordView, arrow: str) -> Fact:
        identity = record.event.identity
        calls = max((depth for depth, _, _ in record.lineage), default=0)
        steps = [plain(phrase).strip() for depth, phrase, _ in record.lineage if depth < calls]
        names = list(dict.fromkeys(step for step in steps if step))[:4]
        words: list[Word] = [Word(names[0] if names else identity.name or "unknown", Tone.PERSON, is_bold=False)]
        if len(names) > 1:
            words.append(Word("  "))
            words.extend(_joined([Word(name) for name in names[1:]], arrow))
        return Fact("person" if identity.actor.value == "person" else "who", tuple(words))


def _moved(record: RecordView, touched: Sequence[str]) -> MetricView | None:
    """Choose the metric that best shows what came of a call: in alarm, and of a resource that the call touched."""
    return min(
        record.moved_after, key=lambda view: (view.state is not AlarmState.ALARM, view.title not in touched[:2]), default=None
    )


def _joined(words: Sequence[Word], between: str) -> Phrase:
    phrase: list[Word] = []
    for word in words:
        if phrase:
            phrase.append(Word(between, Tone.MUTED))
        phrase.append(word)
    return tuple(phrase)


def _program(agent: str) -> str:
    """The program of a user agent without its comments: ``aws-cli/2.17.9 md/awscrt`` is aws-cli 2.17."""
    first = inert(agent, 200).split(" ")[0].strip("[]")
    name, slash, version = first.partition("/")
    return f"{name} {'.'.join(version.split('.')[:2])}" if slash and version else first


def _arrival(record: RecordView) -> Phrase:
    event = record.event
    if not event.is_time_known:
        return (Word("the record has no time of its own", Tone.LATE),)
    if event.delay.total_seconds() < 1:
        return (Word(clock_time(event.observed_at)), Word(", nobody wrote down when it was delivered", Tone.FAINT))
    return (Word(clock_time(event.observed_at)), Word(f", {duration(event.delay)} after the call", Tone.TEXT))

"""Before this moved: the calls that could have caused it, ranked; with reasons where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.strip import Strip

from trailhound.model.answer import Answer, Candidate, Subject, Verdict
from trailhound.session.words import percent
from trailhound.ui.context import Context
from trailhound.ui.glyphs import BAR
from trailhound.ui.messages import Kind, Open
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.subjects import subject_in_hand
from trailhound.ui.widgets.listing import Listing, Look
from trailhound.ui.widgets.pane import Heading

_REASONS_FROM_HEIGHT = 10
_NAME = 6


@dataclass(frozen=True, slots=True)
class _Item:
    """One line: a candidate, a reason of one, the chance that no call did it, or what was ruled out."""

    candidate: Candidate | None = None
    reason: tuple[float, str] | None = None
    note: str = ""
    share: float | None = None
    is_best: bool = False


class BeforePane(Listing):
    """The answer in short; enter shows the whole of it."""

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self.subject: Subject | None = None
        self._answer: Answer | None = None
        self._items: list[_Item] = []

    def reload(self) -> None:
        """Ask for the answer to what moved."""
        session = self.context.session
        self.subject = subject_in_hand(session)
        self._answer = session.answer(self.subject) if self.subject is not None else None
        self._items = _items(self._answer, self.size.height >= _REASONS_FROM_HEIGHT)

    def on_resize(self) -> None:
        """More room shows reasons."""
        self.look_again()

    def heading(self) -> Heading:
        """Name the key that asks why; without a culprit say so."""
        answer = self._answer
        right = "no culprit" if answer and answer.verdict is Verdict.NO_CALL_EXPLAINS else "why: w"
        return Heading("Before this moved", "", right if answer else "", 4)

    def count(self) -> int:
        """How many lines there are."""
        return len(self._items)

    def is_pickable(self, index: int) -> bool:
        """Only candidates can be opened."""
        return super().is_pickable(index) and self._items[index].candidate is not None

    @property
    def keeps_selection(self) -> bool:
        """The best candidate stands out without a mark."""
        return False

    def empty(self, width: int) -> Sequence[Strip]:
        """Nothing has moved yet."""
        return [self.line(width).put("Nothing has moved up to now.", Role.MUTED, at=1).strip()]

    def draw(self, index: int, width: int, look: Look) -> Strip:
        """Draw one line."""
        item = self._items[index]
        is_selected = look is Look.SELECTED
        line = self.line(width, look.ground if is_selected else None)
        if item.candidate is not None:
            _put_candidate(line, item, look)
        elif item.reason is not None:
            points, text = item.reason
            line.put(f"{points:+.1f}", Role.TEXT if points >= 0 else Role.LATE, at=_NAME)
            line.put(f" {text}", Role.MUTED, width=width - line.column)
        elif item.share is not None:
            line.put(f"{percent(item.share):>4}", Role.MUTED, at=0).put(item.note, Role.TEXT, at=_NAME, width=width - _NAME)
        else:
            start = _NAME if self.size.height >= _REASONS_FROM_HEIGHT else 0
            first, _, rest = item.note.partition("|")
            line.put(first, Role.MUTED, at=start).put(rest, Role.TEXT, width=max(width - line.column, 0))
        if is_selected:
            line.put(self.context.inks.glyph(BAR), Role.FOCUS, at=0)
        return line.strip()

    @property
    def selected(self) -> Candidate | None:
        """The candidate under the cursor."""
        return self._items[self.cursor].candidate if self.cursor < len(self._items) else None

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Open the call."""
        event.stop()
        candidate = self._items[event.index].candidate
        if candidate is not None:
            self.post_message(Open(Kind.RECORD, candidate.event.row))


def _put_candidate(line: Line, item: _Item, look: Look) -> None:
    assert item.candidate is not None
    event = item.candidate.event
    who = event.identity.name or "unknown"
    share = f"{percent(item.candidate.share):>4}"
    line.put(share, Role.ACCENT if item.is_best else Role.MUTED, at=0, bold=item.is_best)
    room = line.width - _NAME - min(len(who), 14) - 2
    name = Role.BRIGHT if item.is_best else Role.TEXT
    line.put(event.short_name, name, at=_NAME, width=room, bold=item.is_best, underline=look is Look.HOVER)
    shown = line.inks.glyph("…").join((who[:13], "")) if len(who) > 14 else who
    line.right(shown, Role.ACCENT if item.is_best else Role.MUTED)


def _items(answer: Answer | None, has_reasons: bool) -> list[_Item]:
    if answer is None:
        return []
    no_call = _Item(
        share=answer.no_call_share, note="no call explains it" if answer.looked_at else "no call of that time is loaded"
    )
    is_call = answer.verdict is Verdict.CALL
    items = [] if is_call else [no_call]
    for place, candidate in enumerate(answer.candidates[:3]):
        items.append(_Item(candidate, is_best=is_call and place == 0))
        if has_reasons:
            count = 4 if place == 0 else 2 if place == 1 else 1
            items.extend(_Item(reason=(reason.points, reason.text)) for reason in candidate.because[:count])
    if is_call:
        items.append(no_call)
    ruled_out = ", ".join(reason.text for reason in answer.ruled_out)
    if ruled_out:
        items.append(_Item(note=f"ruled out |{ruled_out}"))
    elif answer.looked_at:
        items.append(_Item(note=f"looked at |{answer.looked_at} calls"))
    return items

"""The incident strip: the answer as a sentence, in the second line of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip

from trailhound.model.phrase import Phrase, Tone, Word, plain
from trailhound.session.views import Headline
from trailhound.session.words import percent
from trailhound.ui.context import Context
from trailhound.ui.glyphs import ALARM, OK
from trailhound.ui.messages import Kind, Open, Tell
from trailhound.ui.roles import Role
from trailhound.ui.settings import Motion
from trailhound.ui.widgets.pane import Pane

_FLASH_SECONDS = 2.0
_REVERSED = Style(reverse=True)


class HeadlineStrip(Pane):
    """What is wrong, since when, and who probably did it; a click asks why."""

    DEFAULT_CSS = "HeadlineStrip { height: 1; }"
    GROUND = Role.ALARM_BG

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._headline: Headline | None = None
        self._is_flashing = False
        self._alarms: int | None = None

    def reload(self) -> None:
        """Ask for the headline; a new alarm is drawn in reverse for two seconds, once."""
        self._headline = self.context.session.headline()
        firing = sum(1 for view in self.context.session.alarms() if view.state.value == "ALARM")
        is_new = self._alarms is not None and firing > self._alarms
        self._alarms = firing
        if is_new and self.context.settings.motion is Motion.FULL:
            self._is_flashing = True
            self.set_timer(_FLASH_SECONDS, self._calm)

    def _calm(self) -> None:
        self._is_flashing = False
        self.redraw()

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the longest of the three sentences that fits."""
        headline = self._headline
        if headline is None:
            line = self.line(width, Role.BACKGROUND)
            line.put(self.context.inks.glyph(OK), Role.OK, at=1).put("  nothing has moved, no alarm is firing", Role.MUTED)
            return [line.strip()]
        line = self.line(width)
        call = "w who did it" if width >= 110 else "w who"
        sure = percent(headline.share) if headline.share else ""
        right = f"{sure}   {call}" if width >= 110 else f"{sure}  {call}"
        room = width - len(right) - 6
        line.put(self.context.inks.glyph(ALARM), Role.ALARM, at=1).put(" ")
        line.phrase(fitting((headline.long, headline.medium, headline.short), room), width=room)
        line.put(right, Role.ACCENT, at=width - 1 - len(right), bold=True)
        strip = line.strip()
        return [strip.apply_style(_REVERSED) if self._is_flashing else strip]

    def on_click(self) -> None:
        """Ask who did it."""
        if self._headline is not None:
            self.post_message(Open(Kind.WHO, self._headline.subject))


def fitting(phrases: Sequence[Phrase], room: int) -> Phrase:
    """Give the first sentence that fits; the last one if none does."""
    return next((phrase for phrase in phrases if len(plain(phrase)) <= room), phrases[-1])


class NoteLine(Pane):
    """The line above the keys: an error, or what was just done. It is there only while there is something to say."""

    DEFAULT_CSS = "NoteLine { height: 1; }"
    GROUND = Role.SURFACE

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self._note: Tell | None = None

    @property
    def has_text(self) -> bool:
        """Say whether there is something to show."""
        return self._note is not None

    def tell(self, note: Tell | None) -> None:
        """Show a note, or take it away."""
        self._note = note
        self.look_again()

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        """Draw the note."""
        line = self.line(width)
        if self._note is not None:
            words: Phrase = (Word("× ", Tone.DENIED),) if self._note.is_error else ()
            line.column = 1
            line.phrase(tuple(Word(line.inks.glyph(word.text), word.tone) for word in words))
            line.put(self._note.text, Role.TEXT, width=max(width - line.column - 1, 0))
        return [line.strip()]

"""The bar in which filters and search texts are typed: live count, error with its column, completion with counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from trailhound.errors import FilterError
from trailhound.model.text import inert
from trailhound.session.views import Completion
from trailhound.session.words import grouped
from trailhound.ui.context import Context
from trailhound.ui.glyphs import BAR
from trailhound.ui.key_table import bindings
from trailhound.ui.keys import Place
from trailhound.ui.roles import Role
from trailhound.ui.widgets.pane import Pane

_SETTLE_SECONDS = 0.06


class _Prompt(Pane):
    """The sign in front of the input: what kind of text it takes."""

    DEFAULT_CSS = "_Prompt { width: 3; height: 1; }"
    GROUND = Role.SELECTION
    sign = "/"

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        line = self.line(width)
        return [line.put(self.sign, Role.ACCENT, at=1, bold=True).strip()]


class _Count(Pane):
    """What the typed text leaves, or why it can't be read."""

    DEFAULT_CSS = "_Count { width: 48; height: 1; }"
    GROUND = Role.SELECTION

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.text = ""
        self.is_error = False

    def body(self, width: int, _height: int) -> Sequence[Strip]:
        line = self.line(width)
        shown = inert(self.text)
        if self.is_error:
            return [line.put(shown, Role.DENIED, width=width - 1).strip()]
        return [line.put(shown, Role.MUTED, at=max(width - 1 - len(shown), 0), width=width - 1).strip()]


class Suggestions(Pane):
    """The drop-down of ways to go on, most frequent first, with how many loaded events have each."""

    GROUND = Role.RAISED

    def __init__(self, context: Context, *, id: str | None = None) -> None:  # noqa: A002  textual's word
        super().__init__(context, id=id)
        self.found: Sequence[Completion] = ()
        self.cursor = 0

    def show(self, found: Sequence[Completion]) -> None:
        """Show other completions."""
        self.found, self.cursor = found, 0
        self.look_again()

    @property
    def chosen(self) -> Completion | None:
        """The completion under the cursor."""
        return self.found[self.cursor] if self.cursor < len(self.found) else None

    def move(self, rows: int) -> None:
        """Move the cursor round."""
        if self.found:
            self.cursor = (self.cursor + rows) % len(self.found)
            self.look_again()

    def body(self, width: int, height: int) -> Sequence[Strip]:
        """One line each."""
        strips = []
        first = max(self.cursor - height + 1, 0)
        for index, one in enumerate(self.found[first : first + height], first):
            is_chosen = index == self.cursor
            line = self.line(width, Role.SELECTION if is_chosen else None)
            count = grouped(one.count) if one.count else ""
            if is_chosen:
                line.put(line.inks.glyph(BAR), Role.FOCUS)
            role = Role.BRIGHT if is_chosen else Role.TEXT
            line.put(one.insert, role, at=1, bold=is_chosen, width=max(width - len(count) - 4, 1))
            strips.append(line.right(count, Role.MUTED, end=width - 1).strip())
        return strips


class _TextField(Input):
    """An input that lets the bar have the right arrow when there is nothing to the right."""

    @dataclass
    class AtEnd(Message):
        """The cursor is asked to go beyond the end."""

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor, or say that it can't."""
        if not select and self.cursor_position >= len(self.value):
            self.post_message(self.AtEnd())
        else:
            super().action_cursor_right(select)


class FilterBar(Widget):
    """One line: sign, input, count. Every change is tried at once; a text that can't be read leaves the old filter."""

    DEFAULT_CSS = "FilterBar { layout: horizontal; height: 1; } FilterBar Input { width: 1fr; }"
    BINDINGS = bindings(Place.INPUT)

    class Closed(Message):
        """The bar is done with."""

    class Changed(Message):
        """Another filter or search text is in force."""

    @dataclass
    class Suggested(Message):
        """There are other ways to go on."""

        found: Sequence[Completion]

    def __init__(self, context: Context, suggestions: Suggestions, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.context = context
        self.is_hiding = True
        self._suggestions = suggestions
        self._before = ("", "")

    def compose(self) -> ComposeResult:
        """Sign, input, count."""
        yield _Prompt(self.context)
        field = _TextField(compact=True, select_on_focus=False)
        field.cursor_blink = False  # nothing on this screen blinks
        yield field
        yield _Count(self.context)

    @property
    def input(self) -> Input:
        """The text field."""
        return self.query_one(Input)

    def open(self, *, is_hiding: bool) -> None:
        """Start typing: a filter that hides, or a text that is only marked."""
        session = self.context.session
        self.is_hiding = is_hiding
        self._before = (session.filter_text, session.search_text)
        text = session.filter_text if is_hiding else session.search_text
        with self.prevent(Input.Changed):
            self.input.value = "" if text.startswith("! ") else text
        self.input.cursor_position = len(self.input.value)
        self.screen.set_focus(self.input)
        self._say()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Try the text as soon as the typing pauses for a moment; the newest text wins."""
        event.stop()
        self.set_timer(_SETTLE_SECONDS, partial(self._try, event.value))

    def _try(self, text: str) -> None:
        if not self.is_attached or text != self.input.value:
            return
        session = self.context.session
        self._suggest(text)
        try:
            session.set_filter(text) if self.is_hiding else session.set_search(text)
        except FilterError as error:
            self._say(error)
            return
        self._say()
        self.post_message(self.Changed())

    def _suggest(self, text: str) -> None:
        found = self.context.session.completions(text, self.input.cursor_position) if text else []
        self._suggestions.show(found)
        self.post_message(self.Suggested(found))

    def _say(self, error: FilterError | None = None) -> None:
        prompt, count = self.query_one(_Prompt), self.query_one(_Count)
        prompt.sign = "/" if self.is_hiding else "s"
        count.is_error = error is not None
        if error is not None:
            count.text = f"column {error.column + 1}: {error.args[0]}{'; ' + error.hint if error.hint else ''}"
        else:
            tail = self.context.session.tail()
            verb = "tab hide or mark"
            hidden = grouped(max(tail.total - tail.shown, 0))
            count.text = f"{grouped(tail.shown)} shown, {hidden} hidden   {verb}"
        count.look_again()
        prompt.look_again()

    def action_accept(self) -> None:
        """Keep the text and go back to the list."""
        self._try(self.input.value)
        self._close()

    def action_leave(self) -> None:
        """Take what was in force before; from an empty bar, clear."""
        session = self.context.session
        before_filter, before_search = self._before
        session.set_filter(before_filter if self.input.value else "")
        session.set_search(before_search if self.input.value else "")
        self._close()

    def _close(self) -> None:
        self._suggestions.show(())
        self.post_message(self.Suggested(()))
        self.post_message(self.Closed())

    def action_hide_or_mark(self) -> None:
        """Flip between hiding what does not match and marking what does."""
        session = self.context.session
        text = self.input.value
        self.is_hiding = not self.is_hiding
        try:
            session.set_filter(text if self.is_hiding else "")
            session.set_search("" if self.is_hiding else text)
        except FilterError as error:
            self._say(error)
            return
        self._say()
        self.post_message(self.Changed())

    def action_suggestion(self, rows: int) -> None:
        """Move in the drop-down."""
        self._suggestions.move(rows)

    def action_complete(self) -> None:
        """Take the suggestion."""
        one = self._suggestions.chosen
        if one is None:
            return
        text = self.input.value
        self.input.value = text[: one.start] + one.insert + text[one.end :]
        self.input.cursor_position = one.start + len(one.insert)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps the text."""
        event.stop()
        self.action_accept()

    def on__text_field_at_end(self, event: _TextField.AtEnd) -> None:
        """The right arrow at the end takes the suggestion."""
        event.stop()
        self.action_complete()

    def on_key(self, event: events.Key) -> None:
        """An empty bar is left with backspace, as in other pagers."""
        if event.key == "backspace" and not self.input.value:
            event.stop()
            self.action_leave()

"""The command line: what can be typed after ``:``, one row each. Completion and documentation come from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from trailhound.errors import TextError, UsageError

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.session.contract import Session
from trailhound.ui.naming import KINDS, opening_of


class Commanded(Protocol):
    """What the app offers to commands."""

    @property
    def session(self) -> Session | None:
        """The session, once it is open."""

    def simulate_action(self, action: str) -> None:
        """Do what a key would do."""

    def filter_by(self, text: str) -> None:
        """Put a filter in force."""

    def take_seek(self, text: str) -> None:
        """Go to a time."""

    def choose_theme(self, name: str) -> None:
        """Keep a theme."""

    def post_message(self, message: Message) -> bool:
        """Tell the app something, for example what to open."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, its argument ("" for none), and what it does in words."""

    name: str
    argument: str
    words: str
    run: Callable[[Commanded, str], None]


def _action(action: str) -> Callable[[Commanded, str], None]:
    return lambda app, _text: app.simulate_action(action)


def _speed(app: Commanded, text: str) -> None:
    if app.session is None:
        return
    try:
        speed = float("inf") if text == "max" else float(text.removesuffix("x"))
    except ValueError as error:
        raise TextError("this is no speed", text, 0, "try 4, 0.25 or max") from error
    app.session.set_speed(speed)


def _open(app: Commanded, text: str) -> None:
    if app.session is not None:
        app.post_message(opening_of(app.session, text))


def _open_kind(kind: str, app: Commanded, name: str) -> None:
    _open(app, f"{kind} {name}")


def _search(app: Commanded, text: str) -> None:
    if app.session is not None:
        app.session.set_search(text)


_ARTICLES = {"alarm": "an", "address": "an"}

COMMANDS = (
    Command("seek", "TIME", "go to a time: 14:05, -20m, next alarm", lambda app, text: app.take_seek(text)),
    Command("filter", "TEXT", "show only what passes; without a text, everything", lambda app, text: app.filter_by(text)),
    Command("mark", "TEXT", "mark what matches, hide nothing", _search),
    Command("speed", "X", "set the speed: 0.25 to 1000, or max", _speed),
    Command("theme", "NAME", "draw everything in a theme", lambda app, text: app.choose_theme(text)),
    Command("open", "KIND NAME", "open an alarm, metric, person, session, resource, address or call", _open),
    *(Command(kind, "NAME", f"open {_ARTICLES.get(kind, 'a')} {kind} by its name", partial(_open_kind, kind)) for kind in KINDS),
    Command("attention", "", "only what needs attention, or everything", _action("attention")),
    Command("who", "", "who did it", _action("who")),
    Command("trail", "", "every event about the thing in hand", _action("trail")),
    Command("lineage", "", "who stands behind the call in hand", _action("lineage")),
    Command("coverage", "", "what is loaded, and what is not", _action("coverage")),
    Command("pause", "", "pause, or go on", _action("pause")),
    Command("end", "", "go to the end", _action("live")),
    Command("copy", "", "copy a part of the thing in hand", _action("overlay('copy')")),
    Command("bookmark", "", "bookmark the call in hand, or take the bookmark away", _action("bookmark")),
    Command("edit", "", "open the record in your editor", _action("edit")),
    Command("help", "", "keys of this view", _action("overlay('help')")),
    Command("mouse", "", "mouse on or off", _action("mouse")),
    Command("quit", "", "leave trailhound", _action("quit")),
)
"""All commands, in the order in which they are offered."""


def find_command(text: str) -> Command | None:
    """Give the command that a line begins with; an unambiguous beginning of its name is enough."""
    name = text.strip().partition(" ")[0]
    exact = next((command for command in COMMANDS if command.name == name), None)
    found = [command for command in COMMANDS if name and command.name.startswith(name)]
    return exact or (found[0] if len(found) == 1 else None)


def run_command(app: Commanded, text: str) -> None:
    """Run a line.

    Raises:
        UsageError: There is no such command, or it lacks its argument.
        TextError: The argument can't be understood.
    """
    line = text.strip().removeprefix(":")
    if not line:
        return
    command = find_command(line)
    if command is None:
        names = ", ".join(command.name for command in COMMANDS)
        raise UsageError(f'there is no command "{line.split()[0]}"; commands are {names}')
    argument = line.strip().partition(" ")[2].strip()
    if command.argument and not argument and command.name not in {"filter", "mark"}:
        raise UsageError(f'command "{command.name}" needs a {command.argument}: {command.words}')
    command.run(app, argument)

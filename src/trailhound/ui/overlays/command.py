"""The command line behind ``:``, with completion."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Input

from trailhound.session.words import grouped
from trailhound.ui.commands import COMMANDS, find_command
from trailhound.ui.naming import KINDS, names_for
from trailhound.ui.overlays.menu import Item, Overlay
from trailhound.ui.theme import theme_names


class CommandOverlay(Overlay):
    """Takes a command and its argument; tab completes both from what there is."""

    TITLE_WORDS = "Command"
    RIGHT = "tab complete   enter run   esc leave"
    PLACEHOLDER = "seek, filter, theme ..."
    NOTE_AT = 24

    def items(self, text: str) -> Sequence[Item]:
        """Offer commands, then what their argument can be."""
        line = text.lstrip().removeprefix(":")
        name, blank, argument = line.partition(" ")
        if blank:
            return self._arguments(name, argument)
        wanted = name.lower()
        starting = [command for command in COMMANDS if command.name.startswith(wanted)]
        holding = [command for command in COMMANDS if wanted in command.words.lower() and command not in starting]
        return [
            Item(f"{one.name} {one.argument}".strip(), value=one.name + (" " if one.argument else ""), note=one.words)
            for one in [*starting, *(holding if wanted else [])]
        ]

    def _arguments(self, name: str, argument: str) -> Sequence[Item]:
        command = find_command(name)
        if command is None:
            return [Item(f'there is no command "{name}"')]
        found: list[tuple[str, str]] = []
        if command.name == "theme":
            found = [(one, "") for one in theme_names(self.context.settings.themes_folder) if argument.lower() in one]
        elif command.name in {"filter", "mark"}:
            for one in self.context.session.completions(argument, len(argument)):
                found.append((argument[: one.start] + one.insert + argument[one.end :], grouped(one.count) if one.count else ""))
        elif command.name == "seek":
            found = [
                (one, "") for one in ("next alarm", "previous alarm", "-20m", "start", "end") if one.startswith(argument.lower())
            ]
        elif command.name == "open":
            found = [(one, "") for one in names_for(self.context.session, argument)]
        elif command.name in KINDS:
            names = names_for(self.context.session, f"{command.name} {argument}")
            found = [(one.removeprefix(f"{command.name} "), "") for one in names]
        elif command.name == "speed":
            found = [(one, "") for one in ("0.25", "0.5", "1", "4", "16", "100", "1000", "max") if one.startswith(argument)]
        typed = Item(f"{command.name} {argument}".strip(), value=f"{command.name} {argument}".strip(), note=command.words)
        return [typed, *(Item(one, right, value=f"{command.name} {one}") for one, right in found if one != argument)]

    def explain(self, item: Item | None) -> str:
        """The words are in the list already; here stands what is wrong."""
        return "" if item is not None else "no command is called that; esc leaves"

    def action_complete(self) -> None:
        """Complete what is typed; where the line under the cursor is just that, take the first thing it can become."""
        item, typed = self.menu.chosen, self.query_one(Input).value.strip()
        if item is not None and item.value == typed and len(self.menu.items) > 1:
            self.menu.action_move(1)
        super().action_complete()

    def action_accept(self) -> None:
        """Run the line; a command that still wants its argument is completed instead."""
        item = self.menu.chosen
        if item is None or item.value is None:
            return
        if item.value.endswith(" ") and item.value.strip() not in {"filter", "mark"}:
            self.action_complete()
        else:
            self.dismiss(item.value.strip())

"""The least a Textual app can be: one line that answers every key. The floor that our screen is held against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class EmptyApp(App[None]):
    """Shows how many keys were pressed."""

    presses = 0

    def compose(self) -> ComposeResult:
        """Mount the one line."""
        yield Static("ready")

    def on_key(self, event: Key) -> None:
        """Count a key."""
        self.presses += 1
        self.query_one(Static).update(f"{event.key} {self.presses}")


if __name__ == "__main__":
    EmptyApp().run()

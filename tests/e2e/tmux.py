"""A real terminal for the installed command: tmux, typed into and read back."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 30.0
"""Seconds to wait for something to show up; a busy machine needs some, an idle one none."""


class Tmux:
    """One tmux server of our own with one window, in which a command runs."""

    def __init__(self, folder: Path, columns: int, rows: int) -> None:
        self._server = ("tmux", "-S", str(folder / "tmux"), "-f", os.devnull)
        self._size = ("-x", str(columns), "-y", str(rows))
        self._folder = folder
        self.columns, self.rows = columns, rows

    def start(self, *words: str, **variables: str) -> None:
        """Run the installed command, and then write its status where it can be waited for."""
        settings = {
            "XDG_CONFIG_HOME": str(self._folder),
            "XDG_CACHE_HOME": str(self._folder),
            "COLORTERM": "truecolor",
            **variables,
        }
        assignments = " ".join(f"{name}={shlex.quote(value)}" for name, value in settings.items())
        script = f"{assignments} {shlex.join([installed_command(), *words])}; echo ended with $?; exec sleep 1000"
        self._run("new-session", "-d", *self._size, f"sh -c {shlex.quote(script)}")

    def press(self, *keys: str) -> None:
        """Type keys by their tmux names, such as ``j``, ``Enter`` or ``C-c``."""
        self._run("send-keys", *keys)

    def screen(self) -> str:
        """Give the screen as text, one line for each row."""
        return self._run("capture-pane", "-p")

    def painted(self) -> str:
        """Give the screen with its colour codes."""
        return self._run("capture-pane", "-p", "-e")

    def wait_for(self, *wanted: str) -> str:
        """Wait until all of these texts are on screen, and give it."""
        return self.wait_until(lambda screen: all(text in screen for text in wanted), " and ".join(map(repr, wanted)))

    def wait_until(self, is_reached: Callable[[str], bool], what: str) -> str:
        """Wait until a screen is as it should be, and give it."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.screen()
            if is_reached(screen):
                return screen
            if time.monotonic() > end:
                pytest.fail(f"waited {PATIENCE:.0f} s for {what}; the screen is:\n{screen}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End the server and all that runs in it."""
        subprocess.run((*self._server, "kill-server"), check=False, capture_output=True)

    def _run(self, *words: str) -> str:
        return subprocess.run((*self._server, *words), check=True, capture_output=True, text=True).stdout


def installed_command() -> str:
    """Give the path of the installed command, or skip."""
    command = Path(sys.executable).with_name("trailhound")
    if not command.exists():
        pytest.skip("trailhound is not installed as a command beside this Python")
    return str(command)

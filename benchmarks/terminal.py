"""A terminal of our own: starts a program in a pseudo-terminal, types, and takes the time of what comes back.

The questions a program asks its terminal at the start are answered, so that nobody waits for a time-out.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from types import TracebackType

ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;4c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?u": b"\x1b[?0u",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
}
"""What a terminal says to the questions that programs ask: modes, kind, cursor, keyboard, background."""

_ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])")
QUIET = 0.03
"""Seconds without a byte that end a repaint."""


def _listen_to_interrupts() -> None:
    """Undo what a job in the background inherits: to ignore ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A running program and its screen's end. Use it as a context: the program is stopped at the end."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40) -> None:
        self._file, screen = pty.openpty()
        fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {"COLUMNS": str(columns), "LINES": str(rows)}
        self.began = time.perf_counter()
        self._program = subprocess.Popen(
            command,
            stdin=screen,
            stdout=screen,
            stderr=screen,
            env=environment,
            start_new_session=True,
            preexec_fn=_listen_to_interrupts,  # noqa: PLW1509  # no threads of ours hold a lock here
        )
        os.close(screen)
        self._seen = b""
        self.is_over = False

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def press(self, keys: bytes) -> None:
        """Type."""
        os.write(self._file, keys)

    def interrupt(self) -> None:
        """Do what ctrl-C does to a program that leaves the keys to its terminal."""
        self._program.send_signal(signal.SIGINT)

    @property
    def seen(self) -> str:
        """The newest part of what was written, escape sequences included."""
        return self._seen.decode("utf-8", "replace")

    def status(self, patience: float) -> int | None:
        """Wait for the end and give the exit status; None if the program still runs."""
        return self._program.returncode if self._is_gone(patience) else None

    def read(self, patience: float) -> bytes:
        """Give what the program writes next, or nothing when patience (in seconds) is over."""
        if self.is_over or not select.select([self._file], [], [], max(patience, 0))[0]:
            return b""
        try:
            chunk = os.read(self._file, 1 << 20)
        except OSError:
            chunk = b""
        self.is_over = not chunk
        self._seen = (self._seen + chunk)[-200_000:]
        for question, answer in ANSWERS.items():
            if question in chunk:
                self.press(answer)
        return chunk

    def first_paint(self, patience: float = 30) -> float | None:
        """Wait for the first visible character; give the seconds since the start, or None."""
        end = self.began + patience
        while not self.is_over and time.perf_counter() < end:
            self.read(end - time.perf_counter())
            if _ESCAPE.sub(b"", self._seen).strip():
                return time.perf_counter() - self.began
        return None

    def wait_for(self, text: str, patience: float = 60) -> bool:
        """Wait until a text was written anywhere; say whether it was."""
        end = time.perf_counter() + patience
        wanted = text.encode()
        while wanted not in _ESCAPE.sub(b"", self._seen):
            if self.is_over or time.perf_counter() > end:
                return False
            self.read(0.2)
        return True

    def watch(self, seconds: float) -> bool:
        """Read for so long; say whether the program still runs."""
        end = time.perf_counter() + seconds
        while not self.is_over and time.perf_counter() < end:
            self.read(end - time.perf_counter())
        return not self.is_over

    def rest(self, quiet: float, patience: float = 30) -> bool:
        """Wait until the program has written nothing for so many seconds; say whether it came to rest."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            if not self.read(quiet):
                return True
        return False

    def answer_time(self, key: bytes, patience: float = 2) -> float | None:
        """Press a key and give the seconds to the end of the repaint it causes, None if nothing changes."""
        began = time.perf_counter()
        self.press(key)
        last: float | None = None
        while True:
            got = self.read(patience if last is None else QUIET)
            if not got:
                return None if last is None else last - began
            last = time.perf_counter()

    def stop(self) -> None:
        """End the program, politely first."""
        for end in (self._program.terminate, self._program.kill):
            end()
            if self._is_gone(1.0):
                break
        self._program.wait()
        os.close(self._file)

    def _is_gone(self, patience: float) -> bool:
        end = time.perf_counter() + patience
        while self._program.poll() is None and time.perf_counter() < end:
            self.read(0.02)
            if self.is_over:
                time.sleep(0.01)
        return self._program.poll() is not None

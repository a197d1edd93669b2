"""The pseudo-terminal that benchmarks use."""

import sys

from benchmarks.terminal import Terminal

ECHO = """
import sys, termios, tty
tty.setraw(0)
print("\\x1b[31mready\\x1b[0m", end="\\r\\n", flush=True)
while (key := sys.stdin.read(1)) != "q":
    if key != "s":
        print("got", key, end="\\r\\n", flush=True)
"""


def test_paint_answers_and_silence_are_told_apart() -> None:
    with Terminal((sys.executable, "-c", ECHO)) as terminal:
        painted = terminal.first_paint()
        answered = terminal.answer_time(b"a")
        silent = terminal.answer_time(b"s", patience=0.2)
        shown = terminal.wait_for("got a", patience=5)

    assert painted is not None
    assert answered is not None
    assert silent is None
    assert shown


def test_a_program_that_ends_without_a_word_painted_nothing() -> None:
    with Terminal((sys.executable, "-c", "pass")) as terminal:
        assert terminal.first_paint(patience=10) is None

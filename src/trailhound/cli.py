"""The front door: finds the command, hands it its options and turns an error into one line.

``--version`` and ``--help`` are answered from this file alone. Whatever a command needs is imported when that command
runs, so that no command pays for another.
"""

from __future__ import annotations

import sys

from trailhound import __version__

COMMANDS = {
    "demo": ("", "watch a bundled incident, with hints for newcomers"),
    "replay": ("PATH...", "watch CloudTrail and CloudWatch files as if they happened now"),
    "scan": ("PATH...", "report on files without a screen, as text or JSON"),
    "themes": ("", "list the themes that can be chosen"),
    "keys": ("", "list every key, for one preset"),
}
"""Every command: the arguments it wants, and what it does for its caller."""

USAGE_STATUS = 2
INTERRUPTED_STATUS = 130
PIPE_CLOSED_STATUS = 141


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give the exit status of the process.

    0 is success, 1 a condition of ``--fail-on`` that was met, 2 a bad command line or input that can't be read, 130
    an interruption by ctrl-C, 141 a reader that closed the pipe.
    """
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in {"--version", "-V"}:
        print(f"trailhound {__version__}")
        return 0
    if words and words[0] in {"--help", "-h"}:
        print(_help())
        return 0
    if not words:
        print(_help(), file=sys.stderr)
        return USAGE_STATUS
    return _run(words[0], words[1:])


def _help() -> str:
    left = {name: f"{name} {wanted}".rstrip() for name, (wanted, _) in COMMANDS.items()}
    width = max(map(len, left.values()))
    lines = [f"  {left[name]:<{width}}  {summary}" for name, (_, summary) in COMMANDS.items()]
    return "\n".join(
        [
            "Who did what just before this moved: CloudTrail and CloudWatch on one clock.",
            "",
            "usage: trailhound COMMAND [OPTION...]",
            "",
            *lines,
            "",
            "  trailhound COMMAND --help   every option of a command",
            "  trailhound --version        the version",
            "",
            "New here? Start with: trailhound demo",
        ]
    )


def _run(name: str, words: list[str]) -> int:
    from trailhound.errors import TrailhoundError

    try:
        status = _command(name, words)
        sys.stdout.flush()
    except TrailhoundError as error:
        _complain(str(error))
        return USAGE_STATUS
    except KeyboardInterrupt:
        return INTERRUPTED_STATUS
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED_STATUS
    return status


def _command(name: str, words: list[str]) -> int:
    from importlib import import_module

    from trailhound.commands.options import joined, parser_for

    if name not in COMMANDS:
        _refuse(name)
    module = import_module(f"trailhound.commands.{name}")
    parser = parser_for(name, COMMANDS[name][1])
    module.add_options(parser)
    status: int = module.run(parser.parse_args(joined(words)))
    return status


def _refuse(name: str) -> None:
    from difflib import get_close_matches

    from trailhound.errors import UsageError

    if name.startswith("-"):
        raise UsageError(f"option {name!r} needs a command before it: trailhound COMMAND {name}; see trailhound --help")
    near = get_close_matches(name, COMMANDS, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(COMMANDS)}"
    raise UsageError(f"no command is called {name!r}: {advice}")


def _complain(message: str) -> None:
    from trailhound.model.text import inert

    print(f"trailhound: {inert(message)}", file=sys.stderr)


def _drop_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush has nowhere to fail."""
    import os

    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)

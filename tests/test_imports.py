"""What each command loads before it answers, proven on ``sys.modules`` of a fresh interpreter.

A start is fast because of what it does not import; a timing on a busy machine would prove nothing.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from trailhound.shipped import folder

SCREEN = {"textual", "rich"}
HEAVY = {"pydantic", "numpy", "msgspec", "boto3", "botocore", "re2", "yaml", "textual_plot", "jinja2", "aiofiles", "isal"}
LOADED = "import json, sys; print(); print(json.dumps(sorted(sys.modules)))"


@pytest.fixture
def story() -> str:
    return str(folder("sample_data") / "orders-slow" / "AWSLogs")


def modules_after(program: str) -> set[str]:
    """Run a program in a fresh interpreter and give all modules that are loaded at its end."""
    ended = subprocess.run([sys.executable, "-c", f"{program}\n{LOADED}"], capture_output=True, text=True, check=True)
    return set(json.loads(ended.stdout.splitlines()[-1]))


def packages_after(program: str) -> set[str]:
    return {module.partition(".")[0] for module in modules_after(program)}


def command(*words: str) -> str:
    return f"""
from trailhound.cli import main
try:
    main({list(words)!r})
except SystemExit:
    pass
"""


def test_the_version_loads_two_modules_of_ours_and_nothing_else() -> None:
    bare = modules_after("")

    loaded = modules_after(command("--version")) - bare

    assert loaded <= {"trailhound", "trailhound.cli", "__future__"}


def test_the_help_loads_no_more_than_the_version() -> None:
    assert modules_after(command("--help")) == modules_after(command("--version"))


@pytest.mark.parametrize("name", ["demo", "replay", "scan"])
def test_the_help_of_a_command_loads_nothing_of_others(name: str) -> None:
    loaded = packages_after(command(name, "--help"))

    assert "argparse" in loaded
    assert not loaded & (SCREEN | HEAVY | {"platformdirs", "asyncio"})


def test_only_the_named_command_is_loaded() -> None:
    loaded = modules_after(command("scan", "--help"))

    assert "trailhound.commands.scan" in loaded
    assert not loaded & {"trailhound.commands.replay", "trailhound.commands.demo", "trailhound.commands.watching"}


FIRST_PAINT = """
import sys
import trailhound.ui.app
from trailhound.errors import InputError

seen = []

class Probe(trailhound.ui.app.TrailhoundApp):
    def __init__(self, opening, settings):
        super().__init__(self.opened, settings)

    def on_mount(self):
        # The first paint follows: what is loaded now was loaded for it.
        seen.extend(sys.modules)

    def opened(self, report, is_cancelled):
        raise InputError("that is enough")

    def run(self):
        super().run(headless=True, size=(120, 40))

trailhound.ui.app.TrailhoundApp = Probe
sys.stdout.isatty = lambda: True
"""


def modules_at_first_paint(*words: str) -> set[str]:
    program = f"{FIRST_PAINT}\n{command(*words)}\nimport json\nprint()\nprint(json.dumps(seen))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(ended.stdout.splitlines()[-1]))


@pytest.mark.parametrize("name", ["demo", "replay"])
def test_a_screen_paints_before_anything_heavy_is_loaded(name: str, tmp_path: Path) -> None:
    loaded = modules_at_first_paint(name, *([str(tmp_path)] if name == "replay" else []))

    packages = {module.partition(".")[0] for module in loaded}
    assert packages >= SCREEN
    assert not packages & HEAVY
    assert not {module for module in loaded if module.startswith(("trailhound.engine", "trailhound.store", "trailhound.sources"))}
    assert not loaded & {"trailhound.session.views", "trailhound.session.contract", "trailhound.model.event"}


def test_a_configuration_that_was_checked_before_needs_no_checking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text('theme = "daylight"')
    words = ("demo", "--config", str(tmp_path / "config.toml"))

    first, second = modules_at_first_paint(*words), modules_at_first_paint(*words)

    assert "pydantic" in first
    assert "pydantic" not in second


def test_a_report_draws_no_screen(story: str) -> None:
    loaded = packages_after(command("scan", story, "--format", "json"))

    assert {"msgspec", "numpy"} <= loaded
    assert not loaded & (SCREEN | {"pydantic", "boto3", "botocore", "textual_plot", "asyncio"})


def test_a_count_needs_neither_store_nor_numpy(story: str) -> None:
    loaded = modules_after(command("scan", story, "--count", "--filter", "error:AccessDenied"))

    assert not {module.partition(".")[0] for module in loaded} & (SCREEN | (HEAVY - {"msgspec", "isal"}))
    assert not {module for module in loaded if module.startswith(("trailhound.store", "trailhound.session"))}


def test_lines_need_no_screen(story: str) -> None:
    assert not packages_after(command("replay", story, "--plain")) & (SCREEN | {"pydantic", "boto3"})

"""A start without a config file."""

from __future__ import annotations

import subprocess
import sys

from trailhound.ui.settings import ColourDepth, UiSettings

HEAVY = ("numpy", "msgspec", "pydantic", "boto3", "yaml", "re2", "textual_plot")


def test_the_defaults_are_those_of_the_design() -> None:
    settings = UiSettings()

    assert (settings.theme, settings.preset, settings.colours) == ("nightfall", "default", ColourDepth.AUTO)


def test_the_first_paint_imports_nothing_but_textual() -> None:
    code = f"import sys, trailhound.ui.app; print([name for name in {HEAVY!r} if name in sys.modules])"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"

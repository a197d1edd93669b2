"""What is installed, and with what."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==[0-9][\w.]*(?:; (?:sys_platform|python_version|platform_machine) [^;]+)?")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def named(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[<>=!~;\[ ]", requirement)[0]) for requirement in requirements}


def test_constraints_are_names_and_versions_only() -> None:
    assert [line for line in pins() if not PIN.fullmatch(line)] == []


def test_everything_that_is_asked_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = named(project["project"]["dependencies"])
    for group in ("test", "lint"):
        asked |= named(project["dependency-groups"][group])

    assert asked <= named(pins())


def test_the_scripts_that_set_everything_up_can_be_run() -> None:
    for script in ("start", "check", ".ci/run"):
        assert (ROOT / script).stat().st_mode & 0o111
        assert (ROOT / script).read_text("utf-8").startswith("#!/bin/sh\n")

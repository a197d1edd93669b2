"""Score "who did it" on labelled incidents: ``python -m benchmarks.correlation_score [--json FILE] [FOLDER]``.

Every folder with a ``scenario.json`` and a ``truth.json`` is asked its one question through the product itself,
``trailhound scan --format json``: once with what was known when the alarm fired (the score), and once as ``scan`` reports
it when the records that arrive late are in. An answer counts only if the product blames a call: right candidates below
the verdict "no call explains this" are abstentions. The truth is read after the answer was given.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from trailhound.cli import main as trailhound

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = Path(os.environ.get("TRAILHOUND_SHARED", ROOT.parent / "shared")) / "data" / "scenarios"


@dataclass(frozen=True)
class Result:
    """How one scenario went. ``position`` is the place of the first right call among the candidates, 0 if there is none."""

    scenario: str
    label: str
    family: str
    noise: str
    has_culprit: bool
    is_blamed: bool
    position: int
    is_person_right: bool | None
    looked_at: int

    @property
    def is_hit(self) -> bool:
        """Say whether the call that was blamed is the right one."""
        return self.is_blamed and self.position == 1


def scan(folder: Path, at: str | None) -> dict[str, Any]:
    """Run the product on a folder, as known at a moment or at the end, and give what it printed."""
    printed = io.StringIO()
    words = ["scan", "--format", "json", *(["--at", at] if at else []), str(folder)]
    with contextlib.redirect_stdout(printed):
        status = trailhound(words)
    if status not in (0, 1):
        message = f"trailhound {' '.join(words)} ended with status {status}"
        raise RuntimeError(message)
    found: dict[str, Any] = json.loads(printed.getvalue())
    return found


def answer_to(question: Mapping[str, Any], report: Mapping[str, Any]) -> dict[str, Any]:
    """Find the incident that a question is about; an empty answer if the product does not list it."""
    for incident in report["incidents"]:
        if incident["subject"] == {"kind": "alarm", "name": question["alarm"]} and incident["at"] == question["fired_at"]:
            found: dict[str, Any] = incident
            return found
    return {"verdict": "not listed", "candidates": [], "person": None, "looked_at": 0}


def judge(folder: Path, incident: Mapping[str, Any]) -> Result:
    """Compare an answer with the label of its scenario."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    right = {*truth["culprit_event_ids"], *truth["acceptable_event_ids"]}
    places = [i for i, candidate in enumerate(incident["candidates"], 1) if candidate["event_id"] in right]
    position = places[0] if places else 0
    is_blamed = incident["verdict"] == "call"
    is_right = None
    if truth["has_culprit"] and is_blamed and position == 1:
        is_right = _is_same_person(incident.get("person") or "", truth["principal"])
    return Result(
        scenario=folder.name,
        label=truth["class"],
        family=truth["family"],
        noise=truth["noise_style"],
        has_culprit=truth["has_culprit"],
        is_blamed=is_blamed,
        position=position,
        is_person_right=is_right,
        looked_at=incident["looked_at"],
    )


def _is_same_person(named: str, principal: Mapping[str, Any]) -> bool:
    """Say whether a name is that of the human behind the call, or of the workload if there is none."""
    human = principal.get("human") or ""
    if human:
        return named.casefold() == human.casefold()
    parts = str(principal.get("arn", "")).replace(":", "/").split("/")
    return bool(named) and named in (principal.get("workload_identity"), *parts)


def summary(results: Sequence[Result]) -> dict[str, float | int]:
    """Give the figures of a set of results; shares of nothing are left out."""
    guilty = [result for result in results if result.has_culprit]
    innocent = [result for result in results if not result.has_culprit]
    judged = [result for result in guilty if result.is_person_right is not None]
    figures: dict[str, float | int] = {"scenarios": len(results), "with_culprit": len(guilty), "decoys": len(innocent)}
    if guilty:
        count = len(guilty)
        figures["top1"] = sum(r.is_hit for r in guilty) / count
        figures["top3"] = sum(r.is_blamed and 1 <= r.position <= 3 for r in guilty) / count
        figures["mrr"] = sum(1 / r.position for r in guilty if r.position) / count
        figures["abstained"] = sum(not r.is_blamed for r in guilty) / count
    if innocent:
        figures["false_culprit"] = sum(r.is_blamed for r in innocent) / len(innocent)
    if judged:
        figures["person_right_of_hits"] = sum(bool(r.is_person_right) for r in judged) / len(judged)
    return {name: round(value, 3) for name, value in figures.items()}


def grouped(results: Iterable[Result], key: str) -> dict[str, dict[str, float | int]]:
    """Give the figures by class, family or noise style."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[str(getattr(result, key))].append(result)
    return {name: summary(groups[name]) for name in sorted(groups)}


def run(folders: Sequence[Path]) -> tuple[list[Result], list[Result]]:
    """Ask every question twice: as known when the alarm fired, and when late records are in."""
    at_once, later = [], []
    for folder in folders:
        question = json.loads((folder / "scenario.json").read_text(encoding="utf-8"))["question"]
        at_once.append(judge(folder, answer_to(question, scan(folder, question["fired_at"]))))
        later.append(judge(folder, answer_to(question, scan(folder, None))))
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return at_once, later


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; write them and every single result to a file if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.correlation_score", description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT, help="where the labelled scenarios are")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all results here")
    options = parser.parse_args(arguments)
    folders = sorted(path.parent for path in options.folder.glob("*/truth.json"))
    if not folders:
        print(f"no labelled scenarios in {options.folder}: set TRAILHOUND_SHARED or name a folder", file=sys.stderr)
        return 2
    at_once, later = run(folders)
    report = {
        "when_it_fired": summary(at_once),
        "with_late_records": summary(later),
        "by_family": grouped(at_once, "family"),
        "by_noise": grouped(at_once, "noise"),
    }
    print(json.dumps(report, indent=1))
    for result in at_once:
        if result.is_blamed != result.has_culprit or (result.has_culprit and not result.is_hit):
            print(f"missed {result.scenario} {result.label}: blamed {result.is_blamed}, right call at {result.position}")
        elif result.is_person_right is False:
            print(f"person {result.scenario} {result.label}: the call is right, the name is not")
    if options.json:
        rows = [asdict(result) for result in at_once]
        options.json.write_text(json.dumps({**report, "results": rows}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

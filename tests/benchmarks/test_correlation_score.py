"""The score counts what the product blames, and nothing that stands below a "no call"."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.correlation_score import Result, answer_to, grouped, judge, main, summary


def result(label: str = "deploy", *, has_culprit: bool = True, is_blamed: bool = True, position: int = 1) -> Result:
    """Make a result."""
    person = True if has_culprit and is_blamed and position == 1 else None
    return Result("s1", label, "ops", "quiet", has_culprit, is_blamed, position, person, 9)


def folder(tmp_path: Path, **truth: Any) -> Path:
    """Write the label of a scenario."""
    usual = {
        "culprit_event_ids": ["a"],
        "acceptable_event_ids": ["b"],
        "class": "deploy",
        "family": "ops",
        "noise_style": "quiet",
        "has_culprit": True,
        "principal": {"human": "m.rivera", "arn": "arn:aws:iam::1:user/m.rivera"},
    }
    (tmp_path / "truth.json").write_text(json.dumps({**usual, **truth}), encoding="utf-8")
    return tmp_path


def incident(*ids: str, verdict: str = "call", person: str = "m.rivera") -> dict[str, Any]:
    """Make an answer of the product."""
    return {"verdict": verdict, "person": person, "looked_at": 3, "candidates": [{"event_id": event_id} for event_id in ids]}


def test_a_right_call_that_is_not_blamed_is_an_abstention() -> None:
    figures = summary([result(), result(is_blamed=False), result(position=2), result(position=0)])

    assert (figures["top1"], figures["top3"], figures["abstained"]) == (0.25, 0.5, 0.25)


def test_a_decoy_counts_only_as_false_culprit() -> None:
    figures = summary([result(has_culprit=False, is_blamed=True, position=0), result(has_culprit=False, is_blamed=False)])

    assert (figures["false_culprit"], figures["with_culprit"]) == (0.5, 0)
    assert "top1" not in figures


@pytest.mark.parametrize(("ids", "position"), [(("a",), 1), (("x", "b"), 2), (("x",), 0)])
def test_the_place_of_the_right_call_is_found(ids: tuple[str, ...], position: int, tmp_path: Path) -> None:
    assert judge(folder(tmp_path), incident(*ids)).position == position


@pytest.mark.parametrize(("named", "is_right"), [("m.rivera", True), ("deploy-role", False)])
def test_the_person_is_compared_with_the_human_behind_it(named: str, is_right: bool, tmp_path: Path) -> None:
    assert judge(folder(tmp_path), incident("a", person=named)).is_person_right is is_right


def test_a_workload_is_right_by_its_role(tmp_path: Path) -> None:
    principal = {"human": None, "arn": "arn:aws:sts::1:assumed-role/deploy/run-7", "workload_identity": "ci"}

    assert judge(folder(tmp_path, principal=principal), incident("a", person="deploy")).is_person_right is True


def test_a_question_finds_its_own_incident() -> None:
    report = {"incidents": [{**incident("a"), "subject": {"kind": "alarm", "name": "slow"}, "at": "2026-01-01T00:00:00Z"}]}
    question = {"alarm": "slow", "fired_at": "2026-01-01T00:00:00Z"}

    assert answer_to(question, report)["verdict"] == "call"
    assert answer_to({**question, "alarm": "other"}, report)["verdict"] == "not listed"


def test_figures_are_grouped() -> None:
    assert list(grouped([result("b"), result("a")], "label")) == ["a", "b"]


def test_no_scenarios_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("no labelled scenarios in ")

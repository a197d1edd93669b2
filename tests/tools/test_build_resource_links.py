"""The table of resource links keeps facts and leaves proofs behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tools.build_resource_links import compact, main, render

REFERENCE = {
    "version": 1,
    "metric_links": [
        {
            "namespace": "AWS/RDS",
            "dimension": "DBInstanceIdentifier",
            "resource_type": "AWS::RDS::DBInstance",
            "event_source": "rds.amazonaws.com",
            "botocore_service": "rds",
            "changes": [{"event": "rds:Stop", "paths": ["a.b"], "metrics": ["M"], "effect": "ends", "verified": {"a.b": ["x"]}}],
        }
    ],
    "indirect_links": [
        {
            "resource_type": "R",
            "events": ["e"],
            "paths": ["p"],
            "verified": {},
            "to": [{"resource_type": "T"}, {"resource_type": "T"}],
        }
    ],
}


def test_facts_are_kept_and_proofs_are_not() -> None:
    table = compact(REFERENCE)

    assert table["metric_links"][0]["changes"] == [{"event": "rds:Stop", "paths": ["a.b"], "metrics": ["M"], "effect": "ends"}]
    assert table["indirect_links"][0]["to"] == ["T"]
    assert "verified" not in render(table)


def test_what_is_written_reads_back() -> None:
    table = compact(REFERENCE)

    assert json.loads(render(table)) == table


def test_a_missing_reference_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRAILHOUND_SHARED", str(tmp_path))

    assert main() == 2
    assert capsys.readouterr().err.startswith("no reference at ")

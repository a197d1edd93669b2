"""The shipped tables load, agree with where they come from, and have no row that can never fit."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path

import pytest
from tools.build_resource_links import compact, render

from trailhound.engine.correlation.deeds import Does
from trailhound.engine.correlation.tables import call_table, link_table, service_of

SHARED = Path(os.environ.get("TRAILHOUND_SHARED", Path(__file__).parents[4] / "shared"))


def test_the_shipped_links_are_those_of_the_reference() -> None:
    reference = SHARED / "reference" / "resource-links.json"
    if not reference.is_file():
        pytest.skip(f"no reference at {reference}")

    shipped = files("trailhound.engine.correlation").joinpath("resource_links.json").read_text(encoding="utf-8")

    assert shipped == render(compact(json.loads(reference.read_text(encoding="utf-8"))))


def test_every_row_of_calls_says_what_the_engine_knows() -> None:
    entries = call_table().entries

    assert {entry.does for entry in entries} <= {does.value for does in Does}
    assert all(entry.words and entry.services for entry in entries)


def test_every_call_that_moves_a_metric_has_an_entry() -> None:
    missing = {
        call
        for _, _, call in link_table().known
        if not call.endswith("*") and call_table().find(call.split(":")[0], call.split(":")[1]) is None
    }

    # Reads of objects move byte counts, but nothing is to be said about what they do.
    assert missing == {"s3:GetObject"}


def test_the_first_entry_that_fits_decides() -> None:
    table = call_table()
    found = [table.find("ec2", "CreateTags"), table.find("ec2", "DeleteRoute"), table.find("newservice", "DeleteThing")]

    assert [entry.does for entry in found if entry] == ["neutral", "destructive", "destructive"]
    assert table.find("newservice", "Frobnicate") is None


def test_links_are_found_without_the_api_version() -> None:
    known = link_table().effect("AWS/Lambda", "FunctionName", "lambda", "UpdateFunctionCode")

    assert known is not None
    assert "Errors" in known.metrics
    assert link_table().effect("AWS/Lambda", "FunctionName", "lambda", "ListFunctions") is None


def test_a_service_is_the_first_part_of_its_source() -> None:
    assert service_of("elasticloadbalancing.amazonaws.com") == "elasticloadbalancing"

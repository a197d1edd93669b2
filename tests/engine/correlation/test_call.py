"""A call knows its request and whether it was only a rehearsal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trailhound.engine.correlation.call import Call


def test_a_record_without_a_request_has_an_empty_one(make_call: Callable[..., Call]) -> None:
    assert replace(make_call("StopInstances"), document={"requestParameters": None}).request == {}


def test_a_dry_run_is_told_by_its_error(make_call: Callable[..., Call]) -> None:
    assert make_call("StopInstances", error="Client.DryRunOperation").is_dry_run
    assert not make_call("StopInstances", request={"dryRun": False}).is_dry_run

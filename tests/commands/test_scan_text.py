"""The report for people."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from trailhound.commands.opening import open_still
from trailhound.commands.scan_text import Page, report, sentence
from trailhound.commands.survey import Survey, survey
from trailhound.session.views import Trouble

HOSTILE = "\x1b[2Jx\u202ey\u200bz[red]"


def taken_of(*paths: Path, at: str = "end") -> Survey:
    session = open_still([str(path) for path in paths], lambda _: None)
    session.seek(at)
    return survey(session)


@pytest.fixture(scope="module")
def told(story: Path) -> Survey:
    return taken_of(story / "AWSLogs", story / "cloudwatch", story / "config")


def test_the_answer_stands_under_what_happened(told: Survey) -> None:
    lines = list(report(told, Page()))
    place = next(index for index, line in enumerate(lines) if "alarm orders-db-latency went to ALARM" in line)

    assert lines[place].startswith("▲ 2026-11-18 14:07:00")
    assert lines[place + 1].startswith("  m.rivera ")
    assert "before" in lines[place + 1]
    assert "ModifyDBParameterGroup" in lines[place + 2]


def test_it_says_so_when_no_call_explains_it(told: Survey) -> None:
    answer = next(incident.answer for incident in told.incidents if incident.subject.name == "search-latency")

    assert sentence(answer).startswith("No call explains this (")


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_wider_than_the_page(told: Survey, width: int) -> None:
    assert max(map(len, report(told, Page(width)))) <= width


def test_the_report_can_do_without_signs(told: Survey) -> None:
    signs = set("▲✓◇◆·")

    assert not signs & set("\n".join(report(told, Page(is_ascii=True))))
    assert signs & set("\n".join(report(told, Page())))


def test_quiet_files_are_called_quiet_only_if_something_could_have_moved(story: Path, trail: Callable[..., Path]) -> None:
    quiet = list(report(taken_of(story / "cloudwatch", at="2026-11-18T13:20:00Z"), Page()))
    blind = list(report(taken_of(trail({}, {})), Page()))

    assert "Nothing went wrong: no alarm fired and no metric stepped." in quiet
    assert "No incident can be told from this." in blind


def test_the_report_says_what_it_cannot_show(trail: Callable[..., Path]) -> None:
    lines = list(report(taken_of(trail({}, {})), Page()))

    place = lines.index("What this can't show")
    assert lines[0] == "2 events"
    assert any(line.startswith("  metrics: no datapoints are loaded") for line in lines[place:])


def test_hostile_text_is_inert(trail: Callable[..., Path]) -> None:
    taken = taken_of(
        trail({"eventName": HOSTILE, "awsRegion": HOSTILE}, {"userIdentity": {"type": HOSTILE, "userName": HOSTILE}})
    )
    coverage = replace(taken.coverage, troubles=(Trouble(HOSTILE, HOSTILE * 100),))

    lines = list(report(replace(taken, coverage=coverage), Page()))

    assert all(line.isprintable() for line in lines)
    assert any("\\x1b" in line for line in lines)


def test_many_troubles_are_counted_not_listed(trail: Callable[..., Path]) -> None:
    taken = taken_of(trail({}))
    troubles = tuple(Trouble(f"file-{number}", "broken") for number in range(2000))

    lines = list(report(replace(taken, coverage=replace(taken.coverage, troubles=troubles)), Page()))

    assert "2 000 not understood" in lines
    assert len(lines) < 50
    assert "1 980 more" in lines[-1]


def test_a_report_of_an_earlier_moment_says_so(story: Path) -> None:
    lines = list(report(taken_of(story / "AWSLogs", at="2026-11-18T14:00:00Z"), Page()))

    assert "as known at 2026-11-18 14:00:00 UTC" in lines

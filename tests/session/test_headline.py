"""The second line of the screen."""

from __future__ import annotations

import dataclasses

from tests.session.story import ALARM, LATENCY, at, boards_of, changed, described, points, story

from trailhound.model.alarm import AlarmState
from trailhound.model.observation import Observation
from trailhound.model.phrase import Tone, plain
from trailhound.session.headline import headline
from trailhound.session.views import Headline


def _headline(observations: list[Observation], minutes: float) -> Headline | None:
    boards = boards_of(observations)
    return headline(at(minutes), boards.alarms, boards.metrics, boards.answers)


def test_it_says_what_is_wrong_who_did_it_and_how_long_before() -> None:
    found = _headline(story(), 70)

    assert found is not None
    assert plain(found.long) == "orders-db-1 reads take 38 ms, 9.3x usual.  m.rivera changed orders-pg15 2 min before"
    assert plain(found.medium) == "orders-db-1 reads take 38 ms.  m.rivera changed orders-pg15"
    assert plain(found.short) == "m.rivera changed orders-pg15"
    assert found.names_call
    assert 0.5 < found.share <= 1


def test_the_person_is_the_trail() -> None:
    found = _headline(story(), 70)

    assert found is not None
    assert [word.text for word in found.long if word.tone is Tone.TRAIL] == ["m.rivera"]


def test_without_a_culprit_it_says_that_no_call_explains_it() -> None:
    quiet = [item for item in story() if getattr(item, "observed_at", None) != at(65)]
    found = _headline(quiet, 70)

    assert found is not None
    assert plain(found.long).endswith("9.3x usual.  No call explains this.")
    assert plain(found.short) == "orders-db-latency: no call explains this"
    assert not found.names_call


def test_an_alarm_without_loaded_metric_is_named() -> None:
    found = _headline([described(ALARM, AlarmState.ALARM, at(1)), changed(ALARM.name, 1, AlarmState.OK, AlarmState.ALARM)], 5)

    assert found is not None
    assert plain(found.long).startswith("orders-db-latency is in ALARM.")


def test_nothing_wrong_gives_no_headline() -> None:
    assert _headline(story(), 60) is None


def test_of_several_alarms_the_one_with_the_surest_answer_counts() -> None:
    other = dataclasses.replace(ALARM, name="newer", metric=dataclasses.replace(LATENCY, name="Unrelated", dimensions=()))
    told: list[Observation] = [
        points(dataclasses.replace(LATENCY, name="Unrelated", dimensions=()), [1.0] * 65 + [9.0] * 5),
        described(other, AlarmState.ALARM, at(69)),
        changed("newer", 69, AlarmState.OK, AlarmState.ALARM),
    ]

    found = _headline([*story(), *told], 70)

    assert found is not None
    assert found.subject.name == ALARM.name

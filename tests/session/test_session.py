"""A watch shows what was known at the playhead, however the playhead got there."""

from __future__ import annotations

import random
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.session.story import ALARM, START, Seconds, at, boards_of, call, delivered, story, watch_of

from trailhound.errors import FilterError, SeekError, UsageError
from trailhound.model.alarm import AlarmState
from trailhound.model.answer import Verdict
from trailhound.model.metric import Metric
from trailhound.model.observation import Observation
from trailhound.model.phrase import plain
from trailhound.session.clock import WallClock
from trailhound.session.contract import Session
from trailhound.session.session import Watch
from trailhound.session.views import EventRow, Mode, ThingKind

SECONDS_OF_STORY = 70 * 60


def _views(watch: Watch) -> dict[str, Any]:
    tail = watch.tail()
    status = watch.status()
    return {
        "now": status.now,
        "counts": (status.events, status.duplicates, status.alarms, status.complete_to, status.newest_at),
        "tail": list(tail.rows(0, len(tail))),
        "alarms": watch.alarms(),
        "metrics": watch.metrics(30),
        "subjects": watch.subjects(),
        "answers": [watch.answer(subject) for subject in watch.subjects()],
        "headline": watch.headline(),
        "time_bar": watch.time_bar(40),
        "coverage": watch.coverage(),
        "alarm": watch.alarm(ALARM.name),
    }


def _row_of(watch: Watch, event_id: str) -> int:
    tail = watch.tail()
    return next(row.key for row in tail.rows(0, len(tail)) if isinstance(row, EventRow) and row.event.event_id == event_id)


def test_a_watch_keeps_the_contract_of_a_session() -> None:
    watch: Session = watch_of(story())

    assert watch.status().mode is Mode.PAUSED


@settings(max_examples=12, deadline=None)
@given(seconds=st.integers(0, SECONDS_OF_STORY), strides=st.integers(1, 40))
def test_seeking_to_a_moment_shows_what_playing_to_it_shows(seconds: int, strides: int) -> None:
    passing = Seconds()
    played = watch_of(story(), passing, is_running=True)
    played.seek_to(START)
    sought = watch_of(story())
    for stride in range(1, strides + 1):
        passing.value = seconds * stride / strides
        played.advance()
        played.headline()
        played.metrics(30)

    played.toggle()
    sought.seek_to(played.status().now)

    assert _views(played) == _views(sought)


@settings(max_examples=12, deadline=None)
@given(moments=st.lists(st.integers(0, SECONDS_OF_STORY), min_size=1, max_size=4), last=st.integers(0, SECONDS_OF_STORY))
def test_where_the_playhead_was_before_leaves_no_trace(moments: list[int], last: int) -> None:
    wandering, straight = watch_of(story()), watch_of(story())
    for moment in moments:
        wandering.seek_to(START + timedelta(seconds=moment))
        _views(wandering)

    wandering.seek_to(START + timedelta(seconds=last))
    straight.seek_to(START + timedelta(seconds=last))

    assert _views(wandering) == _views(straight)


def _without_rows(views: dict[str, Any]) -> str:
    """Give the views as text without row numbers, which count the order of arrival and nothing else."""
    return re.sub(r"\b(row|key|rows)=(\(.*?\)|-?\d+)", r"\1", repr(views))


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 1000), minutes=st.integers(5, 70))
def test_the_order_of_observations_makes_no_difference(seed: int, minutes: int) -> None:
    mixed: list[Observation] = story()
    random.Random(seed).shuffle(mixed)
    one, other = watch_of(story()), watch_of(mixed)

    one.seek_to(at(minutes))
    other.seek_to(at(minutes))

    assert _without_rows(_views(one)) == _without_rows(_views(other))


def test_a_record_shows_when_it_was_delivered_not_when_the_call_was_made() -> None:
    watch = watch_of(story())

    watch.seek_to(at(64.9))
    before = watch.tail().total
    watch.seek_to(at(65))

    assert watch.tail().total == before + 4


def test_the_headline_names_the_person_behind_the_role_who_made_the_change() -> None:
    watch = watch_of(story())

    watch.seek("14:08")
    found = watch.headline()

    assert found is not None
    assert found.names_call
    assert plain(found.short).startswith("m.rivera changed orders-pg15")
    assert "orders-db-1 reads take" in plain(found.long)
    assert "min before" in plain(found.long)


def test_nothing_is_wrong_before_the_alarm_fires() -> None:
    watch = watch_of(story())

    watch.seek_to(at(66))

    assert watch.headline() is None
    assert watch.subjects() == ()


def test_the_answer_for_the_alarm_is_the_change_of_the_parameter_group() -> None:
    watch = watch_of(story())
    watch.to_end()

    answer = watch.answer(watch.subjects()[0])

    assert answer.verdict is Verdict.CALL
    assert answer.candidates[0].event.event_id == "culprit"
    assert [event.event_id for event in answer.attempts] == ["no"]


def test_an_alarm_shows_the_recorded_and_the_computed_state() -> None:
    watch = watch_of(story())
    watch.to_end()

    view = watch.alarms()[0]

    assert (view.state, view.computed, view.since_at) == (AlarmState.ALARM, AlarmState.ALARM, at(67))


def test_seeking_in_words_goes_to_the_next_alarm_and_back_to_the_start() -> None:
    watch = watch_of(story())

    watch.seek("next alarm")
    at_alarm = watch.status().now
    watch.seek("start")

    assert at_alarm == at(67)
    assert watch.status().now == watch.status().span.start_at


def test_seeking_to_what_is_not_there_says_so_and_stays() -> None:
    watch = watch_of(story())
    watch.to_end()
    here = watch.status().now

    with pytest.raises(SeekError, match="no alarm after"):
        watch.seek("next alarm")

    assert watch.status().now == here


def test_the_playhead_stays_inside_the_session() -> None:
    watch = watch_of(story())

    watch.seek("1999-01-01")
    early = watch.status().now
    watch.seek("2999-01-01")

    assert (early, watch.status().now) == (watch.status().span.start_at, watch.status().span.end_at)


def test_pausing_counts_what_waits_behind_the_playhead() -> None:
    watch = watch_of(story(), Seconds(), is_running=True)
    watch.seek_to(at(64))

    watch.toggle()
    status = watch.status()

    assert status.mode is Mode.PAUSED
    assert status.waiting == 4 + 4
    assert status.waiting_alarms == 1


def test_a_paused_watch_does_not_advance() -> None:
    seconds = Seconds()
    watch = watch_of(story(), seconds)
    here, revision = watch.status().now, watch.revision

    seconds.value = 100

    assert not watch.advance()
    assert (watch.status().now, watch.revision) == (here, revision)


def test_advancing_within_one_second_changes_nothing_on_screen() -> None:
    seconds = Seconds()
    watch = watch_of(story(), seconds, is_running=True)
    watch.seek_to(at(10))

    seconds.value = 0.5

    assert not watch.advance()


def test_stepping_forward_and_back_comes_to_the_same_events() -> None:
    watch = watch_of(story())
    watch.seek_to(at(30))
    before = watch.tail().total

    watch.step(2)
    after = watch.tail().total
    watch.step(-2)

    assert (after - before, watch.tail().total) == (2, before)


def test_skipping_quiet_time_jumps_to_just_before_the_next_event() -> None:
    seconds = Seconds()
    watch = watch_of([delivered(0, call(0, "A")), delivered(300, call(299, "B"))], seconds, is_running=True)
    watch.seek_to(at(1))
    watch.skip_quiet(True)

    seconds.value = 1.5
    watch.advance()

    assert at(299) < watch.status().now < at(300)


def test_max_speed_comes_to_the_end_at_once() -> None:
    seconds = Seconds()
    watch = watch_of(story(), seconds, is_running=True)

    watch.set_speed(float("inf"))
    watch.advance()

    assert watch.status().mode is Mode.ENDED


def test_faster_and_slower_walk_through_the_steps() -> None:
    watch = watch_of(story())

    watch.change_speed(2)
    faster = watch.status().speed
    watch.change_speed(-3)

    assert (faster, watch.status().speed) == (4.0, 0.5)


def test_a_bad_filter_leaves_the_old_one_in_force() -> None:
    watch = watch_of(story())
    watch.set_filter("write:yes")

    with pytest.raises(FilterError):
        watch.set_filter("nosuchfield:x")

    assert watch.filter_text == "write:yes"


def test_the_filter_hides_and_the_search_only_marks() -> None:
    watch = watch_of(story())
    watch.to_end()

    watch.set_filter("write:yes")
    watch.set_search("pg15")
    tail = watch.tail()
    hits = [row for row in tail.rows(0, len(tail)) if isinstance(row, EventRow) and row.is_hit]

    assert (tail.shown, tail.total) == (4, 41)
    assert len(hits) == 3
    assert watch.words() == ("pg15",)


def test_zooming_halves_the_time_on_the_bar_around_the_playhead() -> None:
    watch = watch_of(story())
    watch.seek_to(at(40))
    whole = watch.time_bar(10).span

    watch.zoom(1)
    half = watch.time_bar(10).span

    assert half.duration == whole.duration / 2
    assert half.holds(at(40))


def test_an_unknown_alarm_or_metric_is_said_to_be_unknown() -> None:
    watch = watch_of(story())

    with pytest.raises(UsageError, match="no alarm is called"):
        watch.alarm("nosuch")
    with pytest.raises(UsageError, match="no data"):
        watch.metric(Metric("A", "B"), 10)


def test_an_empty_watch_answers_everything() -> None:
    watch = watch_of([])

    assert len(watch.tail()) == 0
    assert watch.headline() is None
    assert watch.time_bar(10).counts == (0,) * 10
    assert watch.metrics(10) == ()


def test_drilling_from_every_row_works_at_any_moment() -> None:
    watch = watch_of(story())
    watch.to_end()

    view = watch.record(_row_of(watch, "culprit"))

    assert plain(view.sentence) == "m.rivera set random_page_cost from 1.1 to 40 in orders-pg15"


def test_a_moment_is_shown_in_utc() -> None:
    watch = watch_of(story())

    assert watch.status().now.utcoffset() == timedelta(0)
    assert isinstance(watch.status().now, datetime)


def test_live_shows_what_a_replay_shows_at_the_same_moment() -> None:
    boards = boards_of(story())
    live = Watch(boards, WallClock(lambda: at(68)), "story")
    replayed = watch_of(story())

    replayed.seek_to(at(68))

    assert live.status().mode is Mode.LIVE
    assert _views(live) == _views(replayed)


def test_looking_back_live_and_coming_back() -> None:
    live = Watch(boards_of(story()), WallClock(lambda: at(68)), "story")

    live.seek("-20m")
    back = live.status()
    live.seek("live")

    assert (back.mode, back.now) == (Mode.REPLAY, at(48))
    assert (live.status().mode, live.status().now) == (Mode.LIVE, at(68))


HOSTILE = "\x1b[31m[bold]\u202eevil\u200b\n" + "x" * 1_000_000


def test_hostile_texts_of_any_length_can_be_drilled_into() -> None:
    who = {"type": "IAMUser", "userName": HOSTILE, "arn": HOSTILE, "accessKeyId": HOSTILE, "principalId": HOSTILE}
    request = {"dBInstanceIdentifier": HOSTILE, "parameters": [{"parameterName": HOSTILE, "parameterValue": HOSTILE}]}
    record = call(1, "ModifyDBInstance", who=who, request=request, address=HOSTILE, event_id="hostile")
    watch = watch_of([delivered(2, record, call(1, HOSTILE, event_id="named"))])
    watch.to_end()

    for event_id in ("hostile", "named"):
        view = watch.record(_row_of(watch, event_id))
        things = {
            ThingKind.PERSON: view.event.identity.name,
            ThingKind.SESSION: view.event.identity.access_key_id,
            ThingKind.RESOURCE: view.event.target or "x",
            ThingKind.ADDRESS: view.event.address,
            ThingKind.CALL: view.event.name,
        }
        assert all(plain(watch.thing(kind, name).sentence) for kind, name in things.items())

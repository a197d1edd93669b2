"""What is loaded, what is missing, and why."""

from __future__ import annotations

from tests.session.story import at, boards_of, call, delivered, story

from trailhound.model.observation import Origin, Records
from trailhound.model.phrase import plain
from trailhound.session.coverage import coverage


def test_every_kind_of_input_is_counted() -> None:
    found = coverage(boards_of(story()), at(75))

    counts = {source.what: source.count for source in found.sources}

    assert counts["CloudTrail records"] == 41
    assert (counts["metrics"], counts["alarms"], counts["alarm changes"]) == (1, 1, 1)
    assert "log lines" not in counts


def test_the_sentence_says_how_much_and_how_complete() -> None:
    assert plain(coverage(boards_of(story()), at(75)).sentence) == (
        "41 events from 36 files, complete to 14:11:00; 1 thing not understood."
    )


def test_what_was_not_understood_is_listed_with_its_place_and_reason() -> None:
    found = coverage(boards_of(story()), at(75)).troubles

    assert [(trouble.where, trouble.reason) for trouble in found] == [("notes.txt", "not JSON")]


def test_missing_data_events_are_said_to_be_missing() -> None:
    unseen = [fact.label for fact in coverage(boards_of(story()), at(75)).unseen]

    assert "data events" in unseen
    assert "metrics" not in unseen


def test_records_without_arrival_times_are_said_to_have_none() -> None:
    boards = boards_of([Records((call(1, "A"),), Origin("x", 1), None)])

    facts = {fact.label: plain(fact.value) for fact in coverage(boards, at(5)).unseen}

    assert "nobody wrote down" in facts["arrival"]
    assert {"metrics", "alarms"} <= set(facts)


def test_copies_are_counted() -> None:
    record = call(1, "A", event_id="twice")
    found = coverage(boards_of([delivered(2, record, path="a"), delivered(3, record, path="b")]), at(5))

    assert found.sources[0].note == "1 copies left out"
    assert "1 more were copies" in plain(found.sentence)


def test_nothing_loaded_is_said_as_nothing() -> None:
    found = coverage(boards_of([]), at(5))

    assert found.sources == ()
    assert plain(found.sentence) == "0 events from 0 files; everything was understood."

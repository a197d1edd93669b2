"""Rows of the event list: what is said about a call, and in which role."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.ui.driving import inks
from tests.ui.picture_session import CULPRIT, EVENTS, TRANSITIONS, at

from trailhound.model.identity import ActorClass, Identity
from trailhound.session.views import AlarmRow, CompleteRow, EventRow
from trailhound.ui.roles import Role
from trailhound.ui.widgets.event_columns import columns_for
from trailhound.ui.widgets.event_row import RowStyle, alarm_line, complete_line, event_line, result_of
from trailhound.ui.widgets.listing import Look

INKS = inks()
STYLE = RowStyle(columns_for(74), Look.PLAIN, is_minute_repeated=False)


def style_at(row: EventRow, style: RowStyle, column: int) -> object:
    return event_line(INKS, row, style).strip().crop(column, column + 1)._segments[0].style


def test_a_call_reads_time_glyph_call_who_target() -> None:
    text = event_line(INKS, EventRow(1, EVENTS[CULPRIT]), STYLE).strip().text

    assert text == "  14:01:52 ◇ ModifyDBParameterGroup    m.rivera       orders-pg15         "


def test_versions_in_call_names_are_dropped() -> None:
    assert "UpdateFunctionCode " in event_line(INKS, EventRow(1, EVENTS[28]), STYLE).strip().text


def test_robots_carry_a_faint_class_word_and_people_none() -> None:
    robot = event_line(INKS, EventRow(1, EVENTS[28]), STYLE).strip().text

    assert "ci deploy-bot" in robot
    assert style_at(EventRow(1, EVENTS[28]), STYLE, 39) == INKS.style(Role.FAINT, Role.BACKGROUND)
    assert style_at(EventRow(1, EVENTS[CULPRIT]), STYLE, 39) == INKS.style(Role.PRINCIPAL, Role.BACKGROUND)


def test_the_selected_row_has_bar_tint_bold_call_and_gold_person() -> None:
    style = replace(STYLE, look=Look.SELECTED)
    row = EventRow(1, EVENTS[CULPRIT])

    assert event_line(INKS, row, style).strip().text.startswith("▌ 14:01:52")
    assert style_at(row, style, 13) == INKS.style(Role.BRIGHT, Role.SELECTION, bold=True)
    assert style_at(row, style, 39) == INKS.style(Role.ACCENT, Role.SELECTION, bold=True)


def test_without_focus_the_bar_goes_and_the_tint_is_weaker() -> None:
    style = replace(STYLE, look=Look.KEPT)

    assert event_line(INKS, EventRow(1, EVENTS[CULPRIT]), style).strip().text.startswith("  14:01:52")
    assert style_at(EventRow(1, EVENTS[CULPRIT]), style, 13) == INKS.style(Role.BRIGHT, Role.SELECTION_BLUR, bold=True)


def test_a_repeated_minute_is_faint_but_not_its_seconds() -> None:
    style = replace(STYLE, is_minute_repeated=True)
    row = EventRow(1, EVENTS[28])

    assert style_at(row, style, 2) == INKS.style(Role.FAINT, Role.BACKGROUND)
    assert style_at(row, style, 8) == INKS.style(Role.TIME, Role.BACKGROUND)


@pytest.mark.parametrize(
    ("change", "text", "role"),
    [
        ({"error_code": "AccessDenied"}, "denied", Role.DENIED),
        ({"error_code": "NoSuchBucket"}, "NoSuchBucket", Role.LATE),
        ({"copies": 2}, "x2", Role.MUTED),
        ({"observed_at": EVENTS[0].occurred_at + timedelta(minutes=9)}, "late 9 m", Role.LATE),
        ({}, "", Role.MUTED),
    ],
)
def test_only_exceptions_speak(change: dict[str, object], text: str, role: Role) -> None:
    event = replace(EVENTS[0], **change)  # type: ignore[arg-type]  # fields by name

    assert result_of(event) == (text, role)


def test_a_searched_word_is_marked_wherever_it_stands() -> None:
    style = replace(STYLE, words=("dbparam",))

    assert style_at(EventRow(1, EVENTS[CULPRIT]), style, 19) == INKS.style(Role.MATCH, Role.BACKGROUND, bold=True)
    assert style_at(EventRow(1, EVENTS[CULPRIT]), style, 18) == INKS.style(Role.TEXT, Role.BACKGROUND)


def test_a_letter_that_grows_when_it_is_lowered_marks_nothing_wrong() -> None:
    style = replace(STYLE, words=("i",))
    event = replace(EVENTS[0], name="İİİstart")

    assert "İİİstart" in event_line(INKS, EventRow(1, event), style).strip().text


def test_a_nameless_caller_is_said_to_be_unknown() -> None:
    event = replace(EVENTS[0], identity=Identity(ActorClass.UNKNOWN, ""))

    assert "unknown" in event_line(INKS, EventRow(1, event), STYLE).strip().text


def test_a_bookmark_is_seen() -> None:
    assert event_line(INKS, EventRow(1, EVENTS[0], is_bookmarked=True), STYLE).strip().text[1] == "●"


def test_an_alarm_fills_the_line() -> None:
    text = alarm_line(INKS, AlarmRow(-1, TRANSITIONS[0]), STYLE).strip().text

    assert text.startswith("▲ 14:07:00 ▲ orders-db-latency  OK → ALARM ╌╌")
    assert len(text) == 74


def test_the_complete_line_says_what_it_means() -> None:
    text = complete_line(INKS, CompleteRow(-9, at("14:04:40")), STYLE).strip().text

    assert text.startswith("  ┄┄┄┄┄┄┄┄┄ complete to 14:04:40, later rows may still arrive ┄")


def test_the_wide_list_shows_address_and_via() -> None:
    text = event_line(INKS, EventRow(1, EVENTS[9]), RowStyle(columns_for(105), Look.PLAIN, is_minute_repeated=False)).strip().text

    assert text.endswith("198.51.100.12 terraform denied")

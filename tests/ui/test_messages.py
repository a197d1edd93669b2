"""Messages are values; a burst of "look again" is one."""

from __future__ import annotations

from trailhound.ui.messages import Kind, Open, Updated


def test_a_burst_of_updates_is_one() -> None:
    assert Updated().can_replace(Updated())
    assert not Updated().can_replace(Open(Kind.COVERAGE))


def test_what_is_opened_is_named_by_kind_and_key() -> None:
    message = Open(Kind.RECORD, 7)

    assert (message.kind, message.key) == (Kind.RECORD, 7)

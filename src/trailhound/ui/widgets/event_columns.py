"""Which columns the event list has at a width, and how wide they are: the design's rule of what goes first."""

from __future__ import annotations

from dataclasses import dataclass

TIME, GLYPH, CALL = 2, 11, 13
"""Where time, glyph and call begin; these three never go."""

_LEAST_CALL, _LEAST_WHO = 18, 10
_MOST_CALL, _MOST_TARGET = 44, 40


REGION, ACCOUNT = 15, 5
"""Room for a region, and for the last four digits of an account in front of it."""


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Widths in cells; 0 is a column that is not there. Each width includes the blank behind the column."""

    call: int
    who: int
    place: int
    target: int
    address: int
    via: int
    result: int
    width: int

    @property
    def starts(self) -> dict[str, int]:
        """Where each column begins, by its name."""
        starts, at = {}, CALL
        for name in ("call", "who", "place", "target", "address", "via", "result"):
            starts[name] = at
            at += getattr(self, name)
        return starts


def columns_for(width: int, *, place: int = 0) -> EventColumns:
    """Choose the columns for a width.

    via goes first, then the address; then call and who shrink; then target goes, then result. What is left over makes
    call and target wider. ``place`` is the width of account and region, for rows that do not all come from the same; it is left
    out where it would cost the target its room.
    """
    if width >= 105 + place:
        found = EventColumns(30, 16, place, 16, 14, 10, width - 99 - place, width)
        return _widened(found, width - 105 - place, 6)
    if width >= 88 + place:
        return _widened(EventColumns(26, 15, place, 13, 14, 0, 7, width), width - 88 - place, 7)
    if width >= 74 + place:
        spare = width - 74 - place
        call = 26 + min(spare, 1)
        result = 7 + min(max(spare - 1, 0), 5)
        return _widened(EventColumns(call, 15, place, 13, 0, 0, result, width), max(spare - 6, 0), result)
    if place:
        return columns_for(width)
    if width >= 61:
        short = 74 - width
        who = max(15 - short, _LEAST_WHO)
        call = 26 - (short - (15 - who))
        return EventColumns(max(call, _LEAST_CALL), who, 0, 13, 0, 0, 7, width)
    if width >= 48:
        return EventColumns(width - 13 - _LEAST_WHO - 7, _LEAST_WHO, 0, 0, 0, 0, 7, width)
    return EventColumns(max(width - 13 - _LEAST_WHO, 1), _LEAST_WHO, 0, 0, 0, 0, 0, width)


def _widened(found: EventColumns, spare: int, result: int) -> EventColumns:
    call = min(found.call + spare // 2, _MOST_CALL) if spare else found.call
    target = min(found.target + spare - (call - found.call), _MOST_TARGET)
    used = CALL + call + found.who + found.place + target + found.address + found.via
    return EventColumns(
        call, found.who, found.place, target, found.address, found.via, max(found.width - used, result), found.width
    )

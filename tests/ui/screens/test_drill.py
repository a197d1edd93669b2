"""What all drill screens have in common."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.ui.drilling import HostileSession, drill, opened
from tests.ui.driving import rows, text, until
from tests.ui.picture_session import CULPRIT, READ_LATENCY, SUBJECT

from trailhound.session.views import ThingKind
from trailhound.ui.messages import Key, Kind
from trailhound.ui.screens.watch import WatchScreen

SCREENS = (
    (Kind.RECORD, CULPRIT),
    (Kind.WHO, SUBJECT),
    (Kind.ALARM, "orders-db-latency"),
    (Kind.METRIC, READ_LATENCY),
    (Kind.THING, (ThingKind.PERSON, "m.rivera")),
    (Kind.LINEAGE, CULPRIT),
    (Kind.COVERAGE, None),
)
SIZES = ((80, 24), (120, 40), (200, 60))


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize(("kind", "key"), SCREENS)
async def test_each_screen_looks_as_approved(kind: Kind, key: Key, size: tuple[int, int], picture: SnapshotAssertion) -> None:
    async with opened(kind, key, size=size) as pilot:
        assert pilot.app.export_screenshot() == picture(name=f"{kind.value}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES[2:])
@pytest.mark.parametrize(("kind", "key"), SCREENS)
async def test_each_screen_says_where_we_are_and_how_to_get_back(kind: Kind, key: Key, size: tuple[int, int]) -> None:
    async with opened(kind, key, size=size) as pilot:
        crumbs, last = rows(pilot)[1], rows(pilot)[-1]

        assert crumbs.strip().startswith("watch ›")
        assert "esc back" in crumbs
        assert "enter" in last


@pytest.mark.parametrize(("kind", "key"), SCREENS)
async def test_hostile_text_lies_still_on_each_screen(kind: Kind, key: Key) -> None:
    async with opened(kind, key, size=SIZES[0], session=HostileSession()) as pilot:
        seen = ""
        for digit in "123456":
            await pilot.press(digit)
            await pilot.pause()
            seen += text(pilot)
            assert all(len(row) == SIZES[0][0] for row in rows(pilot))

        assert not [character for character in "\x1b\x9b\u202e\u200b" if character in seen]
        assert "\\x1b[31m" in seen


async def test_esc_goes_back_to_the_watch_screen() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        await pilot.press("escape")

        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))


async def test_a_digit_focuses_its_section_and_shows_it_where_only_one_has_room() -> None:
    async with opened(Kind.WHO, SUBJECT, size=(80, 24)) as pilot:
        assert "none moved reads" in text(pilot)

        await pilot.press("4")

        await until(pilot, lambda: "Identity Center" in text(pilot))
        assert "none moved reads" not in text(pilot)


async def test_a_resize_keeps_the_focused_section() -> None:
    async with opened(Kind.WHO, SUBJECT) as pilot:
        await pilot.press("4")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()

        assert drill(pilot).columns.shown == "path"
        assert "Identity Center" in text(pilot)


async def test_screens_that_lie_over_one_another_name_the_whole_way() -> None:
    async with opened(Kind.ALARM, "orders-db-latency", size=(120, 40)) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: "who did it" in rows(pilot)[1])

        assert "watch › orders-db-latency › orders-db-latency › who did it" in rows(pilot)[1]


async def test_a_note_stands_above_the_keys_until_it_is_taken_away() -> None:
    async with opened(Kind.RECORD, CULPRIT) as pilot:
        await pilot.press("b")
        await pilot.pause()

        assert "console.aws.amazon.com" in rows(pilot)[-2]

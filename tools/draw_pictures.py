"""Draw the pictures of the documentation from the sample data: ``python -m tools.draw_pictures [FOLDER]``.

What is drawn is the real program over ``sample_data/orders-slow``, paused at one moment, at a fixed size.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable
from pathlib import Path

from trailhound.commands.opening import open_paths
from trailhound.model.observation import Progress
from trailhound.session.contract import Session
from trailhound.session.views import EventRow
from trailhound.ui.app import TrailhoundApp
from trailhound.ui.screens.watch import WatchScreen
from trailhound.ui.settings import ColourDepth, Motion, UiSettings

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
STORY = ROOT / "sample_data" / "orders-slow"
MOMENT = "2026-11-18T14:09:31Z"
SIZE = (120, 40)
CULPRIT = "ModifyDBParameterGroup"

_WEB_FONT = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


def opening(progress: Callable[[Progress], None], is_cancelled: Callable[[], bool]) -> Session:
    """Open the story, paused at the moment of the picture."""
    folders = sorted(str(entry) for entry in STORY.iterdir() if entry.is_dir())
    session = open_paths(folders, progress, is_cancelled, "orders-slow")
    session.toggle()
    session.seek(MOMENT)
    return session


async def draw_watch() -> str:
    """Draw the watch screen with the culprit selected, as SVG that loads nothing from anywhere."""
    app = TrailhoundApp(opening, UiSettings(motion=Motion.NONE, colours=ColourDepth.TRUECOLOUR))
    async with app.run_test(size=SIZE) as pilot:
        while not isinstance(app.screen, WatchScreen):
            await pilot.pause(0.05)
        await pilot.pause()
        while not _is_on_culprit(app):
            await pilot.press("up")
        await pilot.pause()
        return _WEB_FONT.sub("", app.export_screenshot(title="trailhound"))


def _is_on_culprit(app: TrailhoundApp) -> bool:
    """Say whether the cursor stands on the call that the picture is about, or on the first row: then it is not there."""
    session = app.session
    if session is None:
        return True
    tail = session.tail()
    index = tail.index_of(session.selection.tail_key) if session.selection.tail_key is not None else None
    if index is None:
        return False
    row = tail.rows(index, index + 1)[0]
    return index == 0 or (isinstance(row, EventRow) and row.event.name == CULPRIT)


def shown(svg: str) -> str:
    """Give the text of a picture, as it stands in its lines."""
    texts = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    return " ".join(texts).replace("&#160;", " ")


def main(arguments: list[str]) -> int:
    """Draw every picture into a folder, ``docs/pictures`` unless another is named."""
    folder = Path(arguments[0]) if arguments else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "watch.svg").write_text(asyncio.run(draw_watch()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

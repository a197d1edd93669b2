"""Opens files as a session, for every command that reads some."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from trailhound.model.observation import Progress
    from trailhound.model.time_span import TimeSpan
    from trailhound.session.clock import Clock
    from trailhound.session.session import Watch


def open_paths(
    paths: Sequence[str],
    progress: Callable[[Progress], None],
    is_cancelled: Callable[[], bool],
    title: str = "",
) -> Watch:
    """Read files and folders into a session that plays, named by its title or else by the paths.

    Raises:
        InputError: If a path is not there or may not be read.
        Cancelled: If somebody asked to stop.
    """
    # Imported here: the screen paints before numpy and msgspec are loaded.
    from trailhound.session.opening import open_watch
    from trailhound.sources.files.source import FileSource

    named = title or title_of(paths)
    return open_watch(FileSource(paths), progress=progress, is_cancelled=is_cancelled, title=named)


def open_still(paths: Sequence[str], progress: Callable[[Progress], None]) -> Watch:
    """Read files and folders into a session whose clock stands still wherever it is put, for reports.

    Raises:
        InputError: If a path is not there or may not be read.
    """
    from trailhound.session.opening import open_watch
    from trailhound.sources.files.source import FileSource

    return open_watch(FileSource(paths), _standing, progress, title=title_of(paths))


def _standing(span: TimeSpan, start_at: datetime) -> Clock:
    """Make a clock for which no time passes, so that the same input gives the same report."""
    from trailhound.session.clock import PlaybackClock

    return PlaybackClock(span, lambda: 0.0, start_at=start_at)


def title_of(paths: Sequence[str]) -> str:
    """Name what is watched: the last part of the path, or how many paths there are."""
    if len(paths) > 1:
        return f"{len(paths)} paths"
    path = Path(paths[0])
    return "standard input" if paths[0] == "-" else path.name or path.resolve().name or str(path)

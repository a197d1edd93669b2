"""``trailhound scan --count``: one number, as fast as the files can be read."""

from __future__ import annotations

from collections.abc import Sequence

from trailhound.languages.query import parse, row_predicate
from trailhound.sources.files.counting import count_matching
from trailhound.sources.files.walk import STANDARD_INPUT


def count_events(paths: Sequence[str], filter_text: str, at: str | None) -> int:
    """Count the distinct events that pass a filter, at a moment (None: altogether).

    Most questions look at a few members of a record and are answered without a store; the others take the ordinary way.

    Raises:
        FilterError: If the filter can't be parsed.
        SeekError: If the moment is not understood.
        InputError: If a path is not there or may not be read.
    """
    quick = row_predicate(parse(filter_text))
    # Standard input can be read only once, and a moment needs the time at which each record arrived.
    if quick is not None and at is None and STANDARD_INPUT not in paths:
        return count_matching(paths, *quick)
    return count_in_session(paths, filter_text, at)


def count_in_session(paths: Sequence[str], filter_text: str, at: str | None) -> int:
    """Count by loading everything, as the screen does."""
    from trailhound.commands.opening import open_still
    from trailhound.commands.progress import ProgressBar

    with ProgressBar() as bar:
        session = open_still(paths, bar.show)
    session.to_end()
    if at is not None:
        session.seek(at)
    return session.tail(filter_text).shown

"""The top line: which moment, how complete, how bad."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from trailhound.session.boards import Boards
from trailhound.session.clock import Clock
from trailhound.session.moments import micros, moment
from trailhound.session.views import Mode, Status

MOST_PLACES = 40


def status(boards: Boards, clock: Clock, as_of: datetime, is_quiet_skipped: bool, title: str) -> Status:
    """Give the top line at a moment.

    While paused, what waits are the events known to the source that the playhead has not come to.
    """
    cut = boards.store.cut(micros(as_of))
    is_paused = clock.mode is Mode.PAUSED
    latest = clock.latest()
    waiting = boards.arrivals.known(latest) - boards.arrivals.known(as_of) if is_paused else 0
    waiting_alarms = len(boards.alarms.all_transitions(latest)) - len(boards.changes(as_of)) if is_paused else 0
    states = Counter(view.state for view in boards.alarms.views(as_of))
    return Status(
        mode=clock.mode,
        now=as_of,
        speed=clock.speed,
        is_quiet_skipped=is_quiet_skipped,
        waiting=max(waiting, 0),
        waiting_alarms=max(waiting_alarms, 0),
        complete_to=boards.complete_to(as_of),
        newest_at=moment(cut.occurred(len(cut) - 1)) if len(cut) else None,
        title=title,
        accounts=_places(boards, "account", as_of),
        regions=_places(boards, "region", as_of),
        alarms=dict(states),
        events=cut.total,
        duplicates=boards.store.duplicates_by(micros(as_of)),
        not_understood=boards.store.not_understood_by(micros(as_of)) + len(boards.loaded.troubles),
        span=boards.span,
    )


def _places(boards: Boards, field: str, as_of: datetime) -> tuple[str, ...]:
    """Give accounts or Regions, those with most events first, and those that only alarms and metrics name."""
    counted = [found.value for found in boards.store.top(field, boards.store.cut(micros(as_of)), MOST_PLACES)]
    owners = [(alarm.account, alarm.region) for alarm in boards.loaded.alarms.alarms()]
    owners += [(gauge.metric.account, gauge.metric.region) for gauge in boards.loaded.gauges.all()]
    others = sorted({account if field == "account" else region for account, region in owners} - {""})
    return tuple(dict.fromkeys([*counted, *others]))

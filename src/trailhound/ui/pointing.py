"""What the reader points at on the watch screen, and what of it the session keeps for all panes."""

from __future__ import annotations

from textual.widget import Widget

from trailhound.model.alarm import AlarmState
from trailhound.model.answer import Subject, SubjectKind
from trailhound.session.contract import Session
from trailhound.session.views import AlarmRow, EventRow, MetricView
from trailhound.ui.panes.alarms import AlarmsPane
from trailhound.ui.panes.before import BeforePane
from trailhound.ui.panes.events import EventsPane
from trailhound.ui.panes.metrics import MetricsPane
from trailhound.ui.screens.about import AlarmName
from trailhound.ui.widgets.listing import Listing


def pointed_at(focused: Widget | None, events: EventsPane) -> object:
    """Give the thing under the cursor of the focused pane, else that of the event list; one of ``screens.about``."""
    if isinstance(focused, AlarmsPane) and focused.selected is not None:
        return AlarmName(focused.selected.alarm.name)
    if isinstance(focused, MetricsPane) and focused.selected is not None:
        return focused.selected.metric
    if isinstance(focused, BeforePane) and focused.selected is not None:
        return focused.selected.event
    row = events.selected
    if isinstance(row, EventRow):
        return row.event
    return AlarmName(row.transition.alarm) if isinstance(row, AlarmRow) else None


def keep_selection(session: Session, pane: Listing) -> None:
    """Keep what the cursor of a pane went to, and what "before this moved" is about from now on."""
    selection = session.selection
    match pane:
        case EventsPane():
            row = pane.selected
            if isinstance(row, AlarmRow):
                selection.alarm = row.transition.alarm
                selection.subject = Subject(SubjectKind.ALARM, row.transition.alarm, row.transition.at)
            else:
                selection.subject = None
        case AlarmsPane() if pane.selected is not None:
            view = pane.selected
            selection.alarm = view.alarm.name
            is_firing = view.state is AlarmState.ALARM
            since = view.since_at if is_firing else None
            selection.subject = None if since is None else Subject(SubjectKind.ALARM, view.alarm.name, since)
        case MetricsPane() if pane.selected is not None:
            selection.metric = pane.selected.metric
            selection.subject = subject_of(session, pane.selected)


def subject_of(session: Session, view: MetricView) -> Subject | None:
    """Find what went wrong with a metric: its alarm fired, or it stepped; None if nothing did."""
    name = f"{view.metric.subject} {view.metric.name or view.metric.label}".strip()
    for subject in session.subjects():
        is_alarm = subject.kind is SubjectKind.ALARM and subject.name == view.alarm
        if is_alarm or (subject.kind is SubjectKind.METRIC and subject.name.startswith(name)):
            return subject
    return None

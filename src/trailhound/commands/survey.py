"""All that a scan reports, gathered once from a session, so that every format tells the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from trailhound.commands.incidents import Incident, incidents
from trailhound.errors import UsageError
from trailhound.model.alarm import AlarmState, AlarmTransition
from trailhound.model.answer import Subject, SubjectKind, Verdict
from trailhound.session.contract import Session
from trailhound.session.views import AlarmDetail, Coverage, Status, Trouble


@dataclass(frozen=True, slots=True)
class Survey:
    """What was loaded and what it means, at the playhead of the session it was taken from."""

    status: Status
    alarms: tuple[AlarmDetail, ...]
    findings: tuple[Subject, ...]
    incidents: tuple[Incident, ...]
    coverage: Coverage

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What was not understood: where and why."""
        return self.coverage.troubles

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all was understood."""
        return not self.coverage.sources


def survey(session: Session) -> Survey:
    """Gather the report of a session at its playhead, which is back in its place afterwards."""
    return Survey(
        status=session.status(),
        alarms=tuple(session.alarm(view.alarm.name) for view in session.alarms()),
        findings=tuple(subject for subject in session.subjects() if subject.kind is SubjectKind.FINDING),
        incidents=tuple(incidents(session)),
        coverage=session.coverage(),
    )


def recorded(detail: AlarmDetail) -> list[AlarmTransition]:
    """Give the changes of state that AWS recorded."""
    return [transition for transition in detail.transitions if not transition.is_computed]


def computed(detail: AlarmDetail) -> list[AlarmTransition]:
    """Give the changes of state that the local engine found."""
    return [transition for transition in detail.transitions if transition.is_computed]


CONDITIONS: Mapping[str, tuple[str, Callable[[Survey], bool]]] = {
    "alarm": (
        "an alarm is in ALARM",
        lambda taken: any(detail.view.state is AlarmState.ALARM for detail in taken.alarms),
    ),
    "incident": ("something went wrong: an alarm fired or a metric stepped", lambda taken: bool(taken.incidents)),
    "no-call": (
        "something went wrong that no call explains",
        lambda taken: any(incident.answer.verdict is Verdict.NO_CALL_EXPLAINS for incident in taken.incidents),
    ),
    "finding": ("a rule found something", lambda taken: bool(taken.findings)),
    "not-understood": ("something could not be read", lambda taken: bool(taken.troubles)),
}
"""What ``--fail-on`` can name: the condition in words, and how it is told."""


def conditions(names: Iterable[str]) -> list[Callable[[Survey], bool]]:
    """Give the conditions of ``--fail-on`` by their names. Raises UsageError for a name that is none."""
    wanted = list(names)
    for name in wanted:
        if name not in CONDITIONS:
            known = "; ".join(f"{name} ({words})" for name, (words, _) in CONDITIONS.items())
            raise UsageError(f"--fail-on {name!r} is no condition: there are {known}")
    return [CONDITIONS[name][1] for name in wanted]

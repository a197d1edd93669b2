"""What ties a suspect to what moved: the resources it names, the graph, the error log, or less."""

from __future__ import annotations

from trailhound.engine.correlation.deeds import Deed, Does
from trailhound.engine.correlation.graph import Path
from trailhound.engine.correlation.scene import Scene, name_parts
from trailhound.engine.correlation.settings import name_of_subject
from trailhound.engine.correlation.surroundings import Surroundings
from trailhound.engine.correlation.suspects import Suspect
from trailhound.engine.correlation.symptoms import Symptom
from trailhound.engine.correlation.tables import link_table, service_of
from trailhound.model.answer import Reason

LOOSE = 0.8
"""Points for a shared part of a name: not enough to count what a call does."""

BY_HOPS = (3.5, 3.0, 2.0, 1.0)
"""Points for naming what is measured, and for 1, 2 and 3 steps away from it."""


def sets_the_alarm(scene: Scene, suspect: Suspect) -> bool:
    """Say whether a call changed the alarm instead of what it watches."""
    alarm, event = scene.question.alarm, suspect.event
    is_setter = event.short_name in ("PutMetricAlarm", "SetAlarmState", "PutCompositeAlarm")
    return alarm is not None and is_setter and suspect.lead.request.get("alarmName") == alarm.name


def tie(scene: Scene, around: Surroundings, suspect: Suspect, deed: Deed) -> Reason:
    """Give the strongest tie between a suspect and what moved; negative points if there is none."""
    if sets_the_alarm(scene, suspect):
        return Reason(BY_HOPS[0], f"names the alarm {suspect.lead.request['alarmName']}", suspect.event_ids[:1], "request")
    if scene.is_counted:
        return _counted(suspect)
    event, names = suspect.event, suspect.names
    named = (names | suspect.words) & scene.targets
    if named:
        return Reason(BY_HOPS[0], f"names {name_of_subject(named)}", suspect.event_ids[:1], "request")
    if event.short_name in scene.targets:
        return Reason(BY_HOPS[0], f"is the call that is counted: {event.short_name}", suspect.event_ids[:1], "metric")
    paths = (scene.paths[name] for name in names if name in scene.paths and not scene.paths[name].is_sibling)
    reached = min(paths, key=lambda path: (path.hops, path.names), default=None)
    mentioned = names & around.complaint.names
    if mentioned and (reached is None or reached.hops > 1):
        words = f"names {name_of_subject(mentioned)}, which the error log names too"
        return Reason(BY_HOPS[1], words, suspect.event_ids[:1], "logs")
    if reached is not None:
        return _reached(reached, suspect)
    return _loosely(scene, suspect, deed)


def nearest(scene: Scene, around: Surroundings, suspect: Suspect) -> str:
    """Give the one of the resources a call names that is nearest to what is measured."""
    far = len(BY_HOPS)

    def distance(name: str) -> tuple[int, int, str]:
        hops = scene.paths[name].hops if name in scene.paths else far
        return hops + (name not in around.complaint.names), len(name), name

    return min(suspect.names, key=distance, default="")


def _counted(suspect: Suspect) -> Reason:
    if not suspect.is_match:
        return Reason(-4.0, "is not what the metric filter counts", (), "filter")
    count = len(suspect.calls)
    words = "is what the metric filter counts" if count == 1 else f"{count} such calls are what the metric filter counts"
    return Reason(6.0, words, suspect.event_ids, "filter")


def _reached(path: Path, suspect: Suspect) -> Reason:
    way = " > ".join(path.names)
    told = ", ".join(dict.fromkeys(edge.told_by or edge.source for edge in path.edges))
    steps = "1 step" if path.hops == 1 else f"{path.hops} steps"
    proof = (*suspect.event_ids[:1], *(edge.source for edge in path.edges))
    return Reason(BY_HOPS[path.hops], f"{way}: {steps} away, by {told}", proof, "graph")


def _loosely(scene: Scene, suspect: Suspect, deed: Deed) -> Reason:
    """Look for weaker ties: the text of the request, the same service for a metric without dimensions, a shared name part."""
    words = suspect.words
    told = {target for text in words if " " in text for target in scene.targets if target in text.split()}
    if told:
        return Reason(BY_HOPS[1], f"speaks of {name_of_subject(told)} in its request", suspect.event_ids[:1], "request")
    held = words & scene.containers
    if held:
        return Reason(1.5, f"names {name_of_subject(held)}, which holds what is measured", suspect.event_ids[:1], "request")
    if scene.symptom is Symptom.COST and deed.does in (Does.START, Does.MORE):
        return Reason(2.0, "begins or enlarges something that is paid for", suspect.event_ids[:1], "request")
    service = service_of(suspect.event.source)
    if scene.metric is not None and not scene.targets and service in link_table().sources.get(scene.metric.namespace, ()):
        return Reason(1.5, f"changes {service}, which this metric is about", suspect.event_ids[:1], "table")
    shared = scene.parts & {part for name in suspect.names for part in name_parts(name)}
    if shared:
        return Reason(LOOSE, f'shares the name part "{min(shared)}"', suspect.event_ids[:1], "names")
    return Reason(-1.5, "nothing known ties it to what moved", (), "graph")

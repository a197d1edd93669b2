"""Things called by a kind and a name: ``alarm orders-db-latency``, ``person m.rivera``. For the command line."""

from __future__ import annotations

from trailhound.errors import UsageError
from trailhound.session.contract import Session
from trailhound.session.views import ThingKind
from trailhound.ui.messages import Kind, Open

THINGS = {
    "person": ThingKind.PERSON,
    "session": ThingKind.SESSION,
    "resource": ThingKind.RESOURCE,
    "address": ThingKind.ADDRESS,
    "call": ThingKind.CALL,
}
KINDS = ("alarm", "metric", *THINGS)
"""The words that can begin a name."""

_MOST = 12


def opening_of(session: Session, text: str) -> Open:
    """Find what a kind and a name mean.

    Raises:
        UsageError: The kind is none, no name follows, or nothing known now is called that.
    """
    kind, _, name = text.strip().partition(" ")
    name = name.strip()
    if kind not in KINDS:
        raise UsageError(f'open: there is no kind "{kind}"; kinds are {", ".join(KINDS)}')
    if not name:
        raise UsageError(f"open {kind}: give a name; tab completes it")
    if kind == "alarm":
        if any(view.alarm.name == name for view in session.alarms()):
            return Open(Kind.ALARM, name)
    elif kind == "metric":
        for view in session.metrics(1):
            if f"{view.title} {view.measure}".strip() == name:
                return Open(Kind.METRIC, view.metric)
    else:
        thing = session.thing(THINGS[kind], name)
        if session.tail(thing.filter).shown:
            return Open(Kind.THING, (thing.kind, thing.name))
    raise UsageError(f'open: no {kind} is called "{name}" at this moment; tab completes names')


def names_for(session: Session, text: str) -> list[str]:
    """Ways to go on with a kind and the beginning of a name, as whole texts."""
    kind, blank, name = text.partition(" ")
    if not blank:
        return [f"{word} " for word in KINDS if word.startswith(kind)]
    wanted = name.lower()
    if kind == "alarm":
        found = [view.alarm.name for view in session.alarms()]
    elif kind == "metric":
        found = [f"{view.title} {view.measure}".strip() for view in session.metrics(1)]
    elif kind in THINGS:
        field = f"{THINGS[kind].value}:"
        completions = session.completions(field + name, len(field + name))
        return [f"{kind} {one.insert.removeprefix(field).lstrip('=').strip(chr(34))}" for one in completions][:_MOST]
    else:
        return []
    return [f"{kind} {one}" for one in found if wanted in one.lower()][:_MOST]

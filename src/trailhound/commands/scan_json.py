"""The report of a scan as one JSON object: a stable contract, described in ``docs/reference/scan-json.md``."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from trailhound.commands.incidents import Incident
from trailhound.commands.options import rfc3339
from trailhound.commands.survey import Survey, computed, recorded
from trailhound.model.alarm import AlarmTransition
from trailhound.model.answer import Answer, Candidate, Reason
from trailhound.session.views import AlarmDetail, Trouble


def document(taken: Survey) -> dict[str, Any]:
    """Build the object. Fields may be added to it in later versions, none is renamed or dropped."""
    status = taken.status
    return {
        "events": status.events,
        "duplicates": status.duplicates,
        "not_understood": [_trouble(trouble) for trouble in taken.troubles],
        "span": {
            "from": None if taken.is_empty else rfc3339(status.span.start_at),
            "to": None if taken.is_empty else rfc3339(status.span.end_at),
        },
        "as_of": None if taken.is_empty else rfc3339(status.now),
        "accounts": list(status.accounts),
        "regions": list(status.regions),
        "alarms": [_alarm(detail) for detail in taken.alarms],
        "findings": [{"name": found.name, "at": rfc3339(found.at)} for found in taken.findings],
        "incidents": [_incident(incident) for incident in taken.incidents],
    }


def _trouble(trouble: Trouble) -> dict[str, Any]:
    return {"file": trouble.path or trouble.where, "line": trouble.line or None, "reason": trouble.reason}


def _alarm(detail: AlarmDetail) -> dict[str, Any]:
    view = detail.view
    return {
        "name": view.alarm.name,
        "kind": view.alarm.kind.value,
        "account": view.alarm.account,
        "region": view.alarm.region,
        "state": view.state.value,
        "since": _moment(view.since_at),
        "reason": view.reason,
        "computed": None
        if view.computed is None
        else {"state": view.computed.value, "transitions": [_transition(change) for change in computed(detail)]},
        "not_computed": view.not_evaluated or None,
        "transitions": [_transition(change) for change in recorded(detail)],
    }


def _transition(change: AlarmTransition) -> dict[str, Any]:
    return {
        "at": rfc3339(change.at),
        "from": change.from_state.value if change.from_state else None,
        "to": change.to_state.value,
        "reason": change.reason,
    }


def _incident(incident: Incident) -> dict[str, Any]:
    answer = incident.answer
    return {
        "id": incident.id,
        "at": rfc3339(incident.subject.at),
        "subject": {"kind": incident.subject.kind.value, "name": incident.subject.name},
        "verdict": answer.verdict.value,
        "person": incident.person,
        "no_call_share": round(answer.no_call_share, 4),
        "moved_at": _moment(answer.moved_at),
        "looked_at": answer.looked_at,
        "ranked_at": rfc3339(incident.ranked_at),
        "known_at_the_time": _known(incident.at_the_time) if incident.is_reranked else None,
        "candidates": [_candidate(candidate) for candidate in answer.candidates],
    }


def _known(answer: Answer) -> dict[str, Any]:
    return {"verdict": answer.verdict.value, "event_ids": [candidate.event.event_id for candidate in answer.candidates]}


def _candidate(candidate: Candidate) -> dict[str, Any]:
    event = candidate.event
    return {
        "event_id": event.event_id,
        "event_ids": list(candidate.event_ids) or [event.event_id],
        "score": round(candidate.score, 4),
        "share": round(candidate.share, 4),
        "person": event.identity.name or None,
        "actor": event.identity.actor.value,
        "call": event.name,
        "source": event.source,
        "at": rfc3339(event.occurred_at),
        "target": event.target,
        "because": [_reason(reason) for reason in candidate.because],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "points": round(reason.points, 4),
        "text": reason.text,
        "evidence": [proof for proof in reason.evidence if proof and not _is_file(proof)],
        "files": [proof for proof in reason.evidence if _is_file(proof)],
    }


def _is_file(proof: str) -> bool:
    """Tell the path of a file (AWS Config has no event ids) from an event id, which has neither dots nor slashes."""
    return "." in proof or "/" in proof


def _moment(moment: datetime | None) -> str | None:
    return rfc3339(moment) if moment else None

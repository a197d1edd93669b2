"""What the question "who did it" is about, when the reader did not name it."""

from __future__ import annotations

from trailhound.model.answer import Subject
from trailhound.session.contract import Session


def subject_in_hand(session: Session) -> Subject | None:
    """Give what was picked, else the worst thing that is wrong now, else the newest thing that moved."""
    if session.selection.subject is not None:
        return session.selection.subject
    headline = session.headline()
    if headline is not None:
        return headline.subject
    subjects = session.subjects()
    return subjects[0] if subjects else None

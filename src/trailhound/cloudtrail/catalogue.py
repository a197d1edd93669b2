"""What a call can do: read, write or destroy."""

from __future__ import annotations

import re
from functools import lru_cache

from trailhound.cloudtrail.row import DESTRUCTIVE, READ, WRITE
from trailhound.model.event import short_call_name


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


READ_VERBS = _words(
    """
    Get List Describe Head Lookup Search Select Query Scan Check Validate Simulate Preview Estimate Test Verify Discover
    Detect Filter Find View Read Peek Count Poll Retrieve Show Download Explain Evaluate Resolve Predict Calculate Compare
    Recommend Assume Decrypt Encrypt Generate Sign Batchget Batchdescribe Batchcheck Batchdetect
    """
)
"""First words of calls that change nothing, for records that do not say ``readOnly``."""

_WRITES_LIKE_READS = _words(
    """
    AssumeRoot GenerateCredentialReport GenerateServiceLastAccessedDetails GetFederationToken GetSessionToken GetSigninToken
    GetPasswordData GetClusterCredentials SignUp TestFailover
    """
)
"""Calls whose first word reads but which start work, hand out something or change a state."""

DESTRUCTIVE_VERBS = _words(
    """
    Delete Terminate Remove Detach Deregister Revoke Disable Purge Reset Cancel Disassociate Stop Deactivate Destroy Drop
    Leave Release Reject Suspend Unassign Unlink Unsubscribe Close Pause Withdraw Retire Disconnect Batchdelete
    Batchdisassociate Batchdisable Batchrevoke
    """
)
"""First words of calls that take away data, capacity, protection or access."""

_DESTRUCTIVE_CALLS = frozenset(
    {"ScheduleKeyDeletion", "AdminDeleteUser", "AdminDisableUser", "BulkDeletePhoneNumbers", "EmptyBucket"}
)
"""Calls that take something away although their first word does not say so."""

_HARMLESS_CALLS = _words(
    """
    CancelKeyDeletion DeleteMessage DeleteMessageBatch DeleteTags RemoveTags RemoveTagsFromResource RemoveTagsFromStream
    RemoveTagsFromCertificate RemoveTagsFromVault RemoveTagsFromOnPremisesInstances StopQuery CancelQuery StopQueryExecution
    CancelStatement StopLiveTail TerminateSession DeleteQueryDefinition DeleteDashboards CancelUpdateStack DeleteChangeSet
    """
)
"""Calls with a dangerous first word that undo a danger, tidy up, or end what they only looked at."""

_FIRST_WORD = re.compile(r"(?:Batch)?[A-Z]?[a-z]+")


@lru_cache(maxsize=8192)
def kind_of(name: str, source: str, read_only: bool | None) -> int:
    """Decide whether a call reads, writes or destroys; the result is a code of ``Row.kind``.

    What the record says in ``readOnly`` decides between reading and the rest. Where it says nothing, the first word of the
    call does. A call that only asks whether it may (a dry run) can't be told from the real one by its name.

    Args:
        name: The call, with or without the API version that Lambda appends.
        source: The service, such as ``ec2.amazonaws.com``.
        read_only: The field of the record, None if absent.
    """
    if read_only is True or not name:
        return READ
    call = short_call_name(name)
    if read_only is None and _reads(call):
        return READ
    return DESTRUCTIVE if _destroys(call, source) else WRITE


def first_word(call: str) -> str:
    """Give the verb a call begins with: ``Delete`` of ``DeleteObject``; a batch keeps its prefix (``Batchget``)."""
    found = _FIRST_WORD.match(call)
    return found.group().capitalize() if found else ""


def _reads(call: str) -> bool:
    if call in _WRITES_LIKE_READS:
        return False
    return _verb(call) in READ_VERBS


def _destroys(call: str, source: str) -> bool:
    if call in _HARMLESS_CALLS:
        return False
    if source.startswith(("sts.", "signin.")):
        return False
    return call in _DESTRUCTIVE_CALLS or _verb(call) in DESTRUCTIVE_VERBS


def _verb(call: str) -> str:
    if call.startswith("Batch"):
        rest = first_word(call[5:])
        return f"Batch{rest.lower()}"
    return first_word(call)

"""What calls do, in the past tense."""

from __future__ import annotations

import re

from trailhound.model.event import Event

_VERBS = {
    "Accept": "accepted",
    "Add": "added to",
    "Allocate": "allocated",
    "Assign": "assigned",
    "Associate": "associated",
    "Assume": "took on",
    "Attach": "attached",
    "Authorize": "opened",
    "Cancel": "cancelled",
    "Change": "changed",
    "Console": "signed in to",
    "Copy": "copied",
    "Create": "created",
    "Deactivate": "deactivated",
    "Delete": "deleted",
    "Deregister": "deregistered",
    "Describe": "looked at",
    "Detach": "detached",
    "Disable": "disabled",
    "Disassociate": "disassociated",
    "Enable": "enabled",
    "Execute": "ran",
    "Failover": "failed over",
    "Get": "read",
    "Head": "read",
    "Import": "imported",
    "Invoke": "invoked",
    "List": "listed",
    "Lookup": "looked at",
    "Modify": "changed",
    "Publish": "published",
    "Purge": "emptied",
    "Put": "changed",
    "Reboot": "rebooted",
    "Register": "registered",
    "Release": "released",
    "Remove": "removed from",
    "Replace": "replaced",
    "Reset": "reset",
    "Restore": "restored",
    "Resume": "resumed",
    "Revoke": "closed",
    "Rollback": "rolled back",
    "Rotate": "rotated",
    "Run": "ran",
    "Scan": "read",
    "Schedule": "scheduled",
    "Send": "sent to",
    "Set": "changed",
    "Start": "started",
    "Stop": "stopped",
    "Suspend": "suspended",
    "Switch": "switched",
    "Tag": "tagged",
    "Terminate": "terminated",
    "Untag": "untagged",
    "Update": "changed",
    "Upload": "uploaded",
}
_WHOLE = {
    "ConsoleLogin": "signed in to",
    "AuthorizeSecurityGroupIngress": "opened",
    "RevokeSecurityGroupIngress": "closed",
    "RevokeSecurityGroupEgress": "closed the way out of",
    "ScheduleKeyDeletion": "scheduled the deletion of",
    "CreateTags": "tagged",
    "DeleteTags": "untagged",
    "PublishVersion": "published a version of",
    "SwitchRole": "switched to",
    "PutObject": "wrote to",
    "PutItem": "wrote to",
    "RunInstances": "launched",
    "SendCommand": "ran a command on",
    "CreateNetworkAclEntry": "added a rule to",
    "AuthorizeSecurityGroupEgress": "opened the way out of",
    "StopLogging": "stopped logging of",
}
_PARTS = frozenset(
    {
        "Acl",
        "Alias",
        "Attribute",
        "Attributes",
        "Block",
        "Capacity",
        "Code",
        "Concurrency",
        "Configuration",
        "Cors",
        "Credential",
        "Deployment",
        "Device",
        "Encryption",
        "Entry",
        "Lifecycle",
        "Logging",
        "Mapping",
        "Notification",
        "Password",
        "Permission",
        "Permissions",
        "Policies",
        "Policy",
        "Profile",
        "Replication",
        "Retention",
        "Rotation",
        "Route",
        "Routes",
        "Rule",
        "Rules",
        "Settings",
        "Statement",
        "Subscription",
        "Tagging",
        "Tags",
        "Target",
        "Targets",
        "Throttling",
        "Versioning",
        "Website",
        "Weight",
    }
)
"""Last words of calls that change a part of what they name: the part has to be said."""
_AN = ("a", "e", "i", "o", "MFA", "IAM", "SSH")
_FIRST_WORD = re.compile(r"[A-Z][a-z]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+[A-Za-z]*|[^\W_]+")


def verb(event: Event) -> str:
    """Give the past tense of what a call does: "deleted", "changed", "looked at"."""
    name = event.short_name
    if name in _WHOLE:
        return _WHOLE[name]
    first = _FIRST_WORD.match(name)
    if first is None or first[0] not in _VERBS:
        return "called"
    said, words = _VERBS[first[0]], _CAMEL.findall(name[first.end() :])
    is_part = bool(words) and (words[-1] in _PARTS or words[-2:] in (["Access", "Key"], ["Secret", "Value"]))
    if not is_part or said.endswith((" to", " from", " at")):
        return said
    part = " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words)
    article = ("an" if part.startswith(_AN) else "a") if first[0] in ("Create", "Add", "Attach") else "the"
    return f"{said} {article} {part} of"

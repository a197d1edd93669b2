"""The resources that a record names, and the one that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from trailhound.cloudtrail.arn import arn_type, short_name
from trailhound.cloudtrail.odd import HIDDEN, canonical, text_of
from trailhound.cloudtrail.resource_keys import ANYWHERE, BY_SERVICE, Key
from trailhound.model.resource import Resource

DEEPEST = 8
"""Levels of a request that are looked into; real requests name their resources within five."""
MOST = 64
"""Resources kept of one record; a call on more is a bulk call whose rest tells nothing new."""
LONGEST = 1024
"""Characters of a name; longer texts are documents, not names. An S3 key, the longest real name, has 1024."""
CREATIONS = ("Create", "Run", "Allocate", "Register", "Request", "Publish", "Import")
"""First words of calls whose point is a thing that did not exist before."""
_SECOND_RANK = 20
_LISTED_RANK = 40
_DEPTH_RANK = 2
_BY_RANK = itemgetter(0)
_BY_TEXT = itemgetter(1)


Mention = tuple[int, str, str | None]
"""A resource where it was found: its rank (the lowest is the target), the text that names it, and its type; None where only
the ARN tells the type, which is read when somebody asks."""


class Plan(NamedTuple):
    """How to look for the resources of one call: the members that name one, and what is added to the rank in each half."""

    keys: Mapping[str, Key]
    request_rank: int
    response_rank: int


def plan_for(source: str, name: str) -> Plan:
    """Say how to look for the resources of a call. What it creates is named in its answer; else the request tells."""
    keys = BY_SERVICE.get(source, ANYWHERE)
    return Plan(keys, _SECOND_RANK, 0) if name.startswith(CREATIONS) else Plan(keys, 0, _SECOND_RANK)


def read_resources(document: Mapping[str, Any]) -> list[Resource]:
    """Give every resource a record names, the target first, each once.

    They come from ``resources[]``, from the known members of request and response, and from any ARN in them.
    """
    record = canonical(document)
    source = text_of(record.get("eventSource"))
    plan = plan_for(source, text_of(record.get("eventName")))
    mentions = find_mentions(plan, record.get("requestParameters"), record.get("responseElements"), record.get("resources"))
    found: dict[str, Resource] = {}
    for _, text, key_type in mentions:
        name = short_name(text)
        is_arn = text.startswith("arn:")
        kind = (arn_type(text) if is_arn else "") or key_type or ""
        known = found.get(name)
        if known is None:
            found[name] = Resource(name, kind, text if is_arn else "")
        elif is_arn and not known.arn:
            found[name] = Resource(name, known.type or kind, text)
    return list(found.values())


def main_target(mentions: list[Mention], request: Any) -> str:  # noqa: ANN401
    """Give the name of the first mention; an object in a bucket is named with its bucket."""
    if not mentions:
        return ""
    _, text, kind = mentions[0]
    name = short_name(text) if ":" in text else text
    if request.__class__ is dict and "key" in request:
        key = request["key"]
        is_bucket = (arn_type(text) if kind is None else kind) == "AWS::S3::Bucket"
        if is_bucket and isinstance(key, str) and key and "/" not in name:
            return f"{name}/{key}"
    return name


def target_columns(mentions: list[Mention], request: Any) -> tuple[str, str]:  # noqa: ANN401
    """Give the columns ``target`` and ``targets`` of a record's row; two empty texts if it names nothing."""
    if not mentions:
        return "", ""
    target = main_target(mentions, request)
    if len(mentions) == 1:
        text = mentions[0][1]
        return target, target if text == target else f"{target}\n{text}"
    return target, "\n".join(dict.fromkeys([target, *map(_BY_TEXT, mentions)]))


def find_mentions(plan: Plan, request: Any, response: Any, resources: Any) -> list[Mention]:  # noqa: ANN401
    """Collect everything in a record that names a resource, the most telling first."""
    # Runs for every record: values are plain JSON, so their class is asked for and not their abilities.
    keys, request_rank, response_rank = plan
    mentions: list[Mention] = []
    if request.__class__ is dict:
        _look_into(request, keys, request_rank, 0, mentions)
    elif request.__class__ is list:
        _look_into_list(request, None, keys, request_rank, 0, mentions)
    if response.__class__ is dict:
        _look_into(response, keys, response_rank, 0, mentions)
    elif response.__class__ is list:
        _look_into_list(response, None, keys, response_rank, 0, mentions)
    if resources.__class__ is list:
        _listed(resources, mentions)
    if len(mentions) > 1:
        mentions.sort(key=_BY_RANK)
    return mentions


def _listed(resources: list[Any], mentions: list[Mention]) -> None:
    """Read ``resources[]``, whose members CloudTrail and LookupEvents spell differently."""
    for item in resources[:MOST]:
        if item.__class__ is dict:
            text = (
                item.get("ARN")
                or item.get("arn")
                or item.get("resourceName")
                or item.get("ResourceName")
                or item.get("ARNPrefix")
            )
            kind = item.get("type") or item.get("resourceType") or item.get("ResourceType")
            if isinstance(text, str) and text and len(text) <= LONGEST:
                mentions.append((_LISTED_RANK, text, kind if isinstance(kind, str) else ""))


def _look_into(members: dict[str, Any], keys: Mapping[str, Key], rank: int, depth: int, mentions: list[Mention]) -> None:
    for name, member in members.items():
        kind = member.__class__
        if kind is str:
            if name in keys:
                if member and len(member) <= LONGEST and member != HIDDEN:
                    key_rank, key_type = keys[name]
                    mentions.append((rank + key_rank + depth * _DEPTH_RANK, member, key_type))
            elif member[:4] == "arn:" and len(member) <= LONGEST:
                mentions.append((rank + _LISTED_RANK, member, None))
        elif kind is dict:
            if depth < DEEPEST and len(mentions) < MOST:
                _look_into(member, keys, rank, depth + 1, mentions)
        elif kind is list and depth < DEEPEST and len(mentions) < MOST:
            _look_into_list(member, keys.get(name), keys, rank, depth + 1, mentions)


def _look_into_list(
    items: list[Any], key: Key | None, keys: Mapping[str, Key], rank: int, depth: int, mentions: list[Mention]
) -> None:
    for item in items:
        kind = item.__class__
        if kind is dict:
            if depth < DEEPEST:
                _look_into(item, keys, rank, depth + 1, mentions)
        elif kind is str:
            if len(item) <= LONGEST and item not in ("", HIDDEN):
                if key is not None:
                    mentions.append((rank + key.rank + depth * _DEPTH_RANK, item, key.type))
                elif item[:4] == "arn:":
                    mentions.append((rank + _LISTED_RANK, item, None))
        elif kind is list and depth < DEEPEST:
            _look_into_list(item, None, keys, rank, depth + 1, mentions)
        if len(mentions) >= MOST:
            return

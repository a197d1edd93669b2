"""The resources that a record names, and the one that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, cast

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


Mention = tuple[int, str, str]
"""A resource where it was found: its rank (the lowest is the target), the text that names it, and its type."""


def read_resources(document: Mapping[str, Any]) -> list[Resource]:
    """Give every resource a record names, the target first, each once.

    They come from ``resources[]``, from the known members of request and response, and from any ARN in them.
    """
    record = canonical(document)
    source = text_of(record.get("eventSource"))
    mentions = find_mentions(
        source,
        text_of(record.get("eventName")),
        record.get("requestParameters"),
        record.get("responseElements"),
        record.get("resources"),
    )
    found: dict[str, Resource] = {}
    for _, text, key_type in mentions:
        name = short_name(text)
        is_arn = text.startswith("arn:")
        kind = (arn_type(text) if is_arn else "") or key_type
        known = found.get(name)
        if known is None:
            found[name] = Resource(name, kind, text if is_arn else "")
        elif is_arn and not known.arn:
            found[name] = Resource(name, known.type or kind, text)
    return list(found.values())


def read_target(document: Mapping[str, Any]) -> str:
    """Give the resource a record is about, in its shortest form; "" if it names none."""
    record = canonical(document)
    source = text_of(record.get("eventSource"))
    request = record.get("requestParameters")
    return main_target(
        find_mentions(source, text_of(record.get("eventName")), request, record.get("responseElements"), record.get("resources")),
        request,
    )


def main_target(mentions: list[Mention], request: object) -> str:
    """Give the name of the first mention; an object in a bucket is named with its bucket."""
    if not mentions:
        return ""
    _, text, kind = mentions[0]
    name = short_name(text) if ":" in text else text
    if kind == "AWS::S3::Bucket" and isinstance(request, dict):
        key = request.get("key")
        if isinstance(key, str) and key and "/" not in name:
            return f"{name}/{key}"
    return name


def find_mentions(source: str, name: str, request: object, response: object, resources: object) -> list[Mention]:
    """Collect everything in a record that names a resource, the most telling first.

    What a call creates is named in its answer, what any other call is about in its request.
    """
    makes = name.startswith(CREATIONS)
    keys = BY_SERVICE.get(source, ANYWHERE)
    mentions: list[Mention] = []
    if request:
        _look_into(request, keys, _SECOND_RANK if makes else 0, 0, mentions)
    if response:
        _look_into(response, keys, 0 if makes else _SECOND_RANK, 0, mentions)
    if isinstance(resources, list):
        _listed(resources, mentions)
    if len(mentions) > 1:
        mentions.sort(key=_BY_RANK)
    return mentions


def _listed(resources: list[Any], mentions: list[Mention]) -> None:
    """Read ``resources[]``, whose members CloudTrail and LookupEvents spell differently."""
    for item in resources[:MOST]:
        if isinstance(item, dict):
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


def _look_into(value: object, keys: Mapping[str, Key], rank: int, depth: int, mentions: list[Mention]) -> None:
    # Runs for every record: values are plain JSON, so their class is asked for and not their abilities.
    if value.__class__ is list:
        _look_into_list(value, None, keys, rank, depth, mentions)
    if value.__class__ is not dict:
        return
    for name, member in cast("dict[str, Any]", value).items():
        kind = member.__class__
        if kind is str:
            if name in keys:
                key = keys[name]
                _mention(member, rank + key.rank + depth * _DEPTH_RANK, key.type, mentions)
            elif member[:4] == "arn:":
                _mention(member, rank + _LISTED_RANK, arn_type(member), mentions)
        elif (kind is dict or kind is list) and member and depth < DEEPEST and len(mentions) < MOST:
            if kind is dict:
                _look_into(member, keys, rank, depth + 1, mentions)
            else:
                _look_into_list(member, keys.get(name), keys, rank, depth + 1, mentions)


def _look_into_list(
    items: list[Any], key: Key | None, keys: Mapping[str, Key], rank: int, depth: int, mentions: list[Mention]
) -> None:
    for item in items:
        if item.__class__ is str:
            if key is not None:
                _mention(item, rank + key.rank + depth * _DEPTH_RANK, key.type, mentions)
            elif item[:4] == "arn:":
                _mention(item, rank + _LISTED_RANK, arn_type(item), mentions)
        elif depth < DEEPEST:
            _look_into(item, keys, rank, depth + 1, mentions)
        if len(mentions) >= MOST:
            return


def _mention(text: str, rank: int, kind: str, mentions: list[Mention]) -> None:
    if text and len(text) <= LONGEST and text != HIDDEN:
        mentions.append((rank, text, kind))

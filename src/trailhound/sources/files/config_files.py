"""AWS Config: snapshots, histories and single items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from trailhound.cloudtrail.moment import read_moment
from trailhound.cloudtrail.odd import text_of
from trailhound.model.observation import ConfigItem, Observation
from trailhound.sources.files.place import Place


def read_config_items(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read a snapshot, a history file, or what ``aws configservice get-resource-config-history`` prints."""
    raw = members.get("configurationItems") or members.get("baseConfigurationItems") or msgspec.Raw(b"[]")
    items = msgspec.json.decode(raw)
    for position, item in enumerate(items if isinstance(items, list) else [], 1):
        yield _item(item, place.at(position))


def read_config_item(members: Mapping[str, msgspec.Raw], place: Place) -> Iterator[Observation]:
    """Read one configuration item that stands alone, or inside the message that announces its change."""
    raw = members.get("configurationItem")
    if raw is not None:
        yield _item(msgspec.json.decode(raw), place)
    else:
        yield _item({name: msgspec.json.decode(member) for name, member in members.items()}, place)


def _item(item: object, place: Place) -> Observation:
    if not isinstance(item, dict):
        return place.not_understood("a configuration item that is no object")
    kind, identifier = text_of(item.get("resourceType")), text_of(item.get("resourceId"))
    if not kind or not identifier:
        return place.not_understood("a configuration item without resourceType or resourceId")
    return ConfigItem(
        resource_type=kind,
        resource_id=identifier,
        name=text_of(item.get("resourceName")),
        arn=text_of(item.get("arn")) or text_of(item.get("ARN")),
        captured_at=read_moment(item.get("configurationItemCaptureTime")),
        related=tuple(_related(item.get("relationships"))),
        origin=place.origin,
        document=item,
    )


def _related(relations: object) -> Iterator[tuple[str, str, str]]:
    for relation in relations if isinstance(relations, list) else []:
        if isinstance(relation, dict):
            named: dict[str, Any] = relation
            target = text_of(named.get("resourceId")) or text_of(named.get("resourceName"))
            # Snapshots say "name", the API says "relationshipName".
            name = text_of(named.get("name")) or text_of(named.get("relationshipName"))
            if target:
                yield text_of(named.get("resourceType")), target, name

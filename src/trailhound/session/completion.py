"""Ways to go on with a filter that is being typed, from what is loaded."""

from __future__ import annotations

from trailhound.languages.query import FIELDS, FieldKind, context, literal
from trailhound.session.views import Completion
from trailhound.store.store import Store

_SPOKEN = {"error": ("*", "none")}
_UNLISTED = frozenset({FieldKind.LONGER})


def completions(store: Store, text: str, cursor: int, as_of_us: int, limit: int) -> list[Completion]:
    """Complete the value of a field, or a field's name and then the calls, callers and targets that begin so.

    The most frequent come first; names of fields stand before values, because they are the shorter way.
    """
    where = context(text, cursor)
    if where.field is not None:
        return _values(store, where.field, where.prefix, where.start, where.end, as_of_us, limit)
    fields = [
        Completion(f"{field.name}:", where.start, where.end, 0)
        for field in FIELDS
        if where.prefix and field.name.startswith(where.prefix.lower())
    ]
    if not where.prefix:
        return [Completion(f"{field.name}:", where.start, where.end, 0) for field in FIELDS][:limit]
    words = [
        Completion(f"{name}:{literal(value)}", where.start, where.end, count)
        for name in ("name", "user", "target")
        for value, count in store.values(name, where.prefix, limit, as_of_us)
    ]
    words.sort(key=lambda found: (-found.count, found.insert))
    return [*fields, *words][:limit]


def _values(store: Store, name: str, prefix: str, start: int, end: int, as_of_us: int, limit: int) -> list[Completion]:
    field = next((field for field in FIELDS if field.name == name), None)
    if field is None or field.kind in _UNLISTED:
        return []
    spoken = [word for word in _SPOKEN.get(name, ()) if word.startswith(prefix.lower())]
    found = [Completion(word, start, end, 0) for word in spoken]
    listed = store.values(name, prefix, limit, as_of_us)
    found += [Completion(literal(value), start, end, count) for value, count in listed]
    seen = {value for value, _ in listed}
    found += [
        Completion(choice, start, end, 0) for choice in field.choices if choice not in seen and choice.startswith(prefix.lower())
    ]
    return found[:limit]

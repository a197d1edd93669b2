"""A record as a tree of fields that fold: which lines are in sight, and how each is drawn. Children are made on unfolding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trailhound.session.views import FieldNote
from trailhound.ui import glyphs
from trailhound.ui.paint import Line
from trailhound.ui.roles import Role
from trailhound.ui.widgets.section import Row

Path = tuple[str | int, ...]
"""The way to a field from the top: keys of objects, positions in lists."""

_FIRST = ("eventTime", "eventSource", "eventName", "errorCode", "errorMessage", "userIdentity", "requestParameters")
_OPEN = ("userIdentity", "requestParameters")
_CLOSED_BELOW = ("sessionIssuer", "webIdFederationData")
_MANY = 24
"""A list or object with more members than this starts folded."""

VALUE_COLUMN = 28


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the tree. ``value`` is the scalar, or None for a container, of which ``size`` counts the members."""

    path: Path
    label: str
    depth: int
    value: str | None
    size: int = 0
    is_list: bool = False
    is_open: bool = False

    @property
    def is_container(self) -> bool:
        """Say whether there is something below this field."""
        return self.value is None

    @property
    def summary(self) -> str:
        """Say how much a container holds."""
        noun = "item" if self.is_list else "field"
        return f"{self.size} {noun}{'' if self.size == 1 else 's'}"


class RecordTree:
    """The fields of one record and which of them are unfolded."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = {**{key: document[key] for key in _FIRST if key in document}, **document}
        self._open: set[Path] = set()
        self._unfold_at_start((), self._document)

    def _unfold_at_start(self, path: Path, value: object) -> None:
        for key, child in _members(value):
            below = (*path, key)
            wanted = path != () or key in _OPEN
            if _is_container(child) and wanted and key not in _CLOSED_BELOW and _size(child) <= _MANY and len(path) < 6:
                self._open.add(below)
                self._unfold_at_start(below, child)

    def toggle(self, path: Path) -> None:
        """Fold or unfold a container; a scalar stays as it is."""
        if path in self._open:
            self._open.remove(path)
        elif _is_container(self.value(path)):
            self._open.add(path)

    def value(self, path: Path) -> object:
        """Give what stands at a path; None if there is nothing."""
        found: Any = self._document
        for key in path:
            try:
                found = found[key]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def fields(self) -> list[Field]:
        """The fields in sight, top to bottom."""
        return list(self._walk((), self._document, 0))

    def _walk(self, path: Path, value: object, depth: int) -> Iterator[Field]:
        for key, child in _members(value):
            below = (*path, key)
            label = key if isinstance(key, str) else f"item {key + 1}"
            if not _is_container(child):
                yield Field(below, label, depth, scalar(child))
                continue
            is_open = below in self._open
            yield Field(below, label, depth, None, _size(child), isinstance(child, list), is_open)
            if is_open:
                only = _only_object(child)
                yield from self._walk((*below, 0), only, depth + 1) if only else self._walk(below, child, depth + 1)

    def folded(self) -> tuple[int, int]:
        """How many fields are folded away, and how many there are."""
        total = hidden = 0
        waiting: list[tuple[Path, object, bool]] = [((), self._document, False)]
        while waiting:
            path, value, is_hidden = waiting.pop()
            for key, child in _members(value):
                below = (*path, key)
                is_field = isinstance(key, str) or not _is_container(child)
                total += is_field
                hidden += is_field and is_hidden
                if _is_container(child):
                    waiting.append((below, child, is_hidden or (below not in self._open and isinstance(key, str))))
        return hidden, total


def _members(value: object) -> list[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        return [(str(key), child) for key, child in value.items()]
    return list(enumerate(value)) if isinstance(value, list) else []


def _is_container(value: object) -> bool:
    return isinstance(value, (Mapping, list)) and bool(value)


def _size(value: object) -> int:
    return len(value) if isinstance(value, (Mapping, list)) else 0


def _only_object(value: object) -> Mapping[str, Any] | None:
    """A list of a single object is shown as that object: one step less to unfold."""
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], Mapping) and value[0] else None


def scalar(value: object) -> str:
    """Write a single value as JSON would, strings without their quotes."""
    if isinstance(value, str):
        return value or '""'
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{}"
    return "[]" if isinstance(value, list) else str(value)


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a tree line is drawn with: notes by path, and the values that stand out."""

    notes: Mapping[Path, FieldNote]
    person: str = ""
    target: str = ""

    def role(self, field: Field) -> Role:
        """Give the role of a field's value: gold for the person and for what was changed, blue for the resource."""
        if field.value is None or field.value in ("null", '""', "{}", "[]"):
            return Role.FAINT
        note = self.notes.get(field.path, FieldNote())
        if note.note.startswith("was ") or (self.person and field.value == self.person):
            return Role.ACCENT
        return Role.RESOURCE if self.target and field.value == self.target else Role.TEXT


def tree_rows(fields: Sequence[Field], meanings: Meanings, value_column: int = VALUE_COLUMN) -> list[Row]:
    """Draw the fields in sight, one line each."""
    return [_row(field, meanings, value_column) for field in fields]


def _row(field: Field, meanings: Meanings, value_column: int) -> Row:
    def paint(line: Line, is_selected: bool) -> None:
        for level in range(field.depth):
            line.mark(glyphs.STEM, Role.BORDER, at=2 + 2 * level)
        if field.is_container:
            line.mark(glyphs.OPEN if field.is_open else glyphs.CLOSED, Role.ACCENT, at=2 + 2 * field.depth)
        start = 4 + 2 * field.depth
        role = Role.BRIGHT if is_selected else Role.TEXT if field.is_open else Role.MUTED
        note = meanings.notes.get(field.path, FieldNote())
        line.put(field.label, role, at=start, bold=field.is_open, width=min(len(field.label), line.width - start))
        at = max(value_column, line.column + 2)
        room = line.width - at - (len(note.note) + 2 if note.note else 0)
        if field.value is not None:
            ink = meanings.role(field)
            _put_value(line, field.value, at, max(room, 8), Role.BRIGHT if is_selected and ink is Role.TEXT else ink)
        elif not field.is_open or field.is_list:
            line.put(field.summary, Role.MUTED, at=at)
        if note.note:
            line.right(note.note, Role(note.tone.value))

    return Row(paint, field.path)


def _put_value(line: Line, value: str, at: int, room: int, role: Role) -> None:
    is_id = len(value) > room and (value.startswith("arn:") or " " not in value)
    line.put(value, role, at=at, width=min(room, line.width - at), middle=is_id)

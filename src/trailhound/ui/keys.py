"""Keys: the map in force, made from one table, a preset and a person's own wishes.

The table (``ui.key_table``) has one row for each thing a key can do. Bindings, footer, ``?`` help and the documentation
all come from it, so none of them can say something else than the others.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from textual.binding import Binding
from textual.keys import key_to_character

from trailhound.errors import ConfigError


class Place(enum.StrEnum):
    """Where a row of the table holds. A widget or screen takes the rows of its place as its bindings."""

    APP = "everywhere"
    LIST = "in a list"
    WATCH = "watch"
    DRILL = "drill screens"
    RECORD = "record"
    WHO = "who did it"
    ALARM = "alarm"
    METRIC = "metric"
    THING = "thing"
    COVERAGE = "coverage"
    INPUT = "while typing"


ENCLOSED = {
    Place.LIST: {Place.APP, Place.WATCH, Place.DRILL},
    Place.WATCH: {Place.APP},
    Place.DRILL: {Place.APP},
    **{
        place: {Place.APP, Place.LIST, Place.DRILL}
        for place in (Place.RECORD, Place.WHO, Place.ALARM, Place.METRIC, Place.THING, Place.COVERAGE)
    },
    Place.INPUT: set(),
    Place.APP: set(),
}
"""The places whose keys can also be pressed in a place, so that one key can't mean two things."""

NEVER_ALONE = frozenset(
    {"ctrl+s", "ctrl+q", "ctrl+j", "ctrl+o", "ctrl+b", "ctrl+a", "ctrl+z", "ctrl+e", "ctrl+k", "ctrl+i"}
    | {f"f{number}" for number in range(1, 13)}
)
"""Keys that terminals, multiplexers and editors take for themselves; never the only way to an action."""

_NAMES = {"question_mark": "?", "slash": "/", "colon": ":", "minus": "-", "left_square_bracket": "[", "right_square_bracket": "]"}
_NAMES |= {"left_curly_bracket": "{", "right_curly_bracket": "}", "less_than_sign": "<", "greater_than_sign": ">"}
_NAMES |= {"escape": "esc", "exclamation_mark": "!", "pageup": "PgUp", "pagedown": "PgDn", "ampersand": "&", "equals_sign": "="}
_NAMES |= {"semicolon": ";", "backslash": "\\", "plus": "+", "underscore": "_"}


def key_name(key: str) -> str:
    """Give a key as a person reads it: "?" for ``question_mark``, "esc" for ``escape``, "space" for ``space``."""
    if key in _NAMES:
        return _NAMES[key]
    character = key_to_character(key)
    return character if character and character.isprintable() and not character.isspace() and len(key) == 1 else key


def key_code(name: str) -> str:
    """Give the name that the terminal library uses for a key as a person writes it; the other way round of ``key_name``."""
    return next((code for code, shown in _NAMES.items() if shown == name), name)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One thing a key can do: its stable id, keys, action, words for footer and help, and why it may be off."""

    id: str
    keys: str
    action: str
    words: str
    place: Place
    off: str = ""

    def binding(self) -> Binding:
        """Make the binding of this row; the app's key map may give it other keys by its id."""
        return Binding(self.keys, self.action, self.words, show=False, id=self.id)


@dataclass(frozen=True, slots=True)
class Hint:
    """A footer entry: the key as it is read and what it does."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The rows with the keys in force."""

    rows: tuple[KeyRow, ...]
    changed: Mapping[str, str] = field(default_factory=dict)

    def hint(self, row_id: str) -> Hint:
        """Give the first key of a row and its words. ``id=words`` says it in other words, ``id+id`` names a pair of keys."""
        names, _, words = row_id.partition("=")
        rows = [row for name in names.split("+") for row in self.rows if row.id == name]
        return Hint(" ".join(key_name(row.keys.split(",")[0].strip()) for row in rows), words or rows[0].words)

    def for_places(self, places: Iterable[Place]) -> list[KeyRow]:
        """Give the rows that hold in some places, in the order of the table."""
        wanted = set(places)
        return [row for row in self.rows if row.place in wanted]


def key_map(table: Iterable[KeyRow], preset: Mapping[str, str], wishes: Mapping[str, str], where: str = "keys") -> KeyMap:
    """Put preset and wishes over the table.

    Args:
        table: All rows with their default keys.
        preset: Keys by row id, from a preset.
        wishes: Keys by row id, from a person's settings; they win.
        where: Named in errors, for example the path of the config file.

    Raises:
        ConfigError: An id that does not exist, a row without a key, or a key that would mean two things.
    """
    known = {row.id: row for row in table}
    changed = {**preset, **{name: ",".join(key_code(key.strip()) for key in keys.split(",")) for name, keys in wishes.items()}}
    for name, keys in changed.items():
        if name not in known:
            raise ConfigError(f'{where}: there is no action "{name}"; the ? help lists them')
        if not all(key.strip() for key in keys.split(",")):
            raise ConfigError(f'{where}: action "{name}" has no key; give at least one, for example {name} = "x"')
    rows = tuple(_with_keys(row, changed.get(row.id)) for row in known.values())
    _refuse_conflicts(rows, where)
    return KeyMap(rows, changed)


def _with_keys(row: KeyRow, keys: str | None) -> KeyRow:
    return row if keys is None else KeyRow(row.id, keys, row.action, row.words, row.place, row.off)


def _refuse_conflicts(rows: tuple[KeyRow, ...], where: str) -> None:
    taken: dict[tuple[Place, str], KeyRow] = {}
    for row in rows:
        for key in row.keys.split(","):
            other = taken.setdefault((row.place, key.strip()), row)
            if other is not row:
                raise ConfigError(_conflict(where, key, row, other))
    for (place, key), row in taken.items():
        for outer in ENCLOSED[place]:
            other_row = taken.get((outer, key))
            if other_row is not None:
                raise ConfigError(_conflict(where, key, row, other_row))


def _conflict(where: str, key: str, row: KeyRow, other: KeyRow) -> str:
    return f'{where}: key "{key_name(key.strip())}" means both "{row.id}" and "{other.id}"; give one of them another key'

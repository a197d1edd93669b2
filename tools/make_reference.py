"""Write the reference pages that are tables of the program: ``python -m tools.make_reference``.

``docs/reference/keys.md``, ``filter-fields.md`` and ``inputs.md`` come from the tables that the program itself works by,
so they cannot say something else. A test compares them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from trailhound.languages.query import FIELDS, Field, FieldKind
from trailhound.sources.files.documents import KINDS, WITHOUT_USE
from trailhound.ui.key_table import PRESETS, TABLE
from trailhound.ui.keys import KeyRow, Place, key_name

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
MADE = "<!-- Made by tools/make_reference.py from the tables of the program: change those. -->"

PLACES = {
    Place.APP: "everywhere, except while typing",
    Place.LIST: "in any list",
    Place.WATCH: "on the watch screen",
    Place.DRILL: "on every screen you drill into",
    Place.RECORD: "on an opened record",
    Place.WHO: "on the screen who did it",
    Place.ALARM: "on an alarm",
    Place.METRIC: "on a metric",
    Place.THING: "on a person, session, resource, address or call",
    Place.COVERAGE: "on the coverage screen",
    Place.INPUT: "while typing",
}

INPUTS = {
    "Records": (
        "CloudTrail log file",
        "what a trail delivers; the minute in the file's name is the delivery time",
    ),
    "Events": ("LookupEvents", "`aws cloudtrail lookup-events`: the event is text inside each item"),
    "QueryResultRows": ("CloudTrail Lake", "`aws cloudtrail get-query-results`, with `eventJson` or the columns"),
    "MetricDataResults": ("metric data", "`aws cloudwatch get-metric-data`; named by the queries file nearest to it"),
    "MetricDataQueries": ("metric queries", "the `--metric-data-queries` of such a call, alone or as a list"),
    "Datapoints": ("metric statistics", "`aws cloudwatch get-metric-statistics`"),
    "MetricAlarms": ("alarms", "`aws cloudwatch describe-alarms`: metric alarms"),
    "CompositeAlarms": ("alarms", "the same, alarms over other alarms"),
    "LogAlarms": ("alarms", "the same, kinds that are shown with the state AWS gave them and not evaluated here"),
    "AlarmHistoryItems": ("alarm history", "`aws cloudwatch describe-alarm-history`"),
    "metricFilters": ("metric filters", "`aws logs describe-metric-filters`"),
    "configurationItems": ("AWS Config", "a configuration snapshot or history file"),
    "baseConfigurationItems": ("AWS Config", "`aws configservice batch-get-resource-config`"),
    "configurationItem": ("AWS Config", "a change notification that carries one item"),
    "events": ("log lines", "`aws logs filter-log-events` or `get-log-events`; CloudTrail records in the lines count as records"),
}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table in Markdown; a bar inside a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines)


def keys_page() -> str:
    """Write every key, by where it holds, and what the presets change."""
    parts = [MADE, "# Keys", _keys_words()]
    for place, words in PLACES.items():
        rows = [row for row in TABLE if row.place is place]
        if rows:
            parts.append(f"## {words[0].upper()}{words[1:]}")
            parts.append(table(("key", "does", "name", "off when"), [_key_row(row) for row in rows]))
    parts.append("## Presets")
    parts.append("`default` is the tables above. The others change these keys and leave the rest alone.")
    parts.append(table(("preset", "name", "keys"), _preset_rows()))
    return "\n\n".join(parts) + "\n"


def _keys_words() -> str:
    return (
        "Every key can be changed: the **name** is what a `[keys]` table in the configuration takes, for example\n"
        '`who = "x"`, see [configuration](configuration.md). `trailhound keys --keys vim` prints the keys of a preset. A key\n'
        "that would mean two things in one place is refused with a message that names both."
    )


def _key_row(row: KeyRow) -> tuple[str, ...]:
    return _shown(row.keys), row.words, f"`{row.id}`", row.off


def _shown(keys: str) -> str:
    return " ".join(_code(key_name(key.strip())) for key in keys.split(","))


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _preset_rows() -> list[tuple[str, ...]]:
    return [(f"`{name}`", f"`{action}`", _shown(keys)) for name, changes in PRESETS.items() for action, keys in changes.items()]


def fields_page() -> str:
    """Write every field of the filter, and how values are compared."""
    parts = [
        MADE,
        "# Filter fields",
        "How filters are written is told in [finding things](../guide/finding-things.md). These are the fields.",
        table(("field", "what it looks at", "compares"), [_field_row(field) for field in FIELDS]),
        PATHS,
    ]
    return "\n\n".join(parts) + "\n"


def _field_row(field: Field) -> tuple[str, ...]:
    how = field.kind.value
    if field.kind is FieldKind.CHOICE:
        how = "one of " + ", ".join(f"`{choice}`" for choice in field.choices)
    return f"`{field.name}:`", field.summary, how


def inputs_page() -> str:
    """Write every kind of file that is understood, and by which member it is known."""
    known = [(f"`{name}`", *INPUTS[name]) for name, _ in KINDS]
    parts = [
        MADE,
        "# Inputs",
        CONTENT,
        "## JSON documents, by the member they are known by",
        table(("member", "kind", "what prints it"), known),
        "## Everything else",
        table(("content", "how it is known"), OTHERS),
        "## Known, but without anything to show",
        "These are listed as not understood, with this advice:",
        table(("member", "what is said"), [(f"`{name}`", words) for name, words in WITHOUT_USE]),
        LIMITS,
    ]
    return "\n\n".join(parts) + "\n"


PATHS = """A name with a dot in it is a path into the record: `requestParameters.groupId:sg-0a1b77c2`, or `.eventVersion:1.11` for
the top level. Paths are slower than fields, because records have to be opened."""

CONTENT = """What a file holds is told by its content, never by its name. A folder may hold any mixture, nested to any depth; `-`
is standard input. Gzip is unpacked whatever the name says."""

OTHERS = (
    (
        "a single CloudTrail record",
        "an object with two or more of `eventName`, `eventSource`, `eventTime`, `userIdentity`, ...",
    ),
    ("an EventBridge event", "an object whose `detail` is a record"),
    ("a single AWS Config item", "an object with `resourceType` and `resourceId`"),
    ("JSON lines", "most of the first lines are objects; every line is read by itself"),
    ("a JSON array", "a list of records, of metric queries, or of any document above"),
    ("a table", "two columns, `timestamp,value`: one metric"),
)

LIMITS = """## What stands in the way

One bad file spoils nothing else: it is listed with its name and the reason, and the rest is read. A file that is cut off or
damaged gives what stood before the damage. A gzip file that unpacks to more than 1 GiB, or more than 250 times its size once
it is past 32 MiB, is taken for a bomb and not read. A record that cannot be understood is kept, counted and shown as such. A
record that was delivered more than once is shown once, with its count."""

PAGES: dict[str, Callable[[], str]] = {"keys.md": keys_page, "filter-fields.md": fields_page, "inputs.md": inputs_page}


def main(arguments: list[str]) -> int:
    """Write all pages into a folder, ``docs/reference`` unless another is named."""
    folder = Path(arguments[0]) if arguments else REFERENCE
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Make the table of resource links that ships with the package, out of the reference it was collected in.

Run ``python -m tools.build_resource_links`` from the project's root; it reads ``reference/resource-links.json`` below
the shared folder (``TRAILHOUND_SHARED``, default ``../shared``) and keeps facts only: which field of which call names the
resource that a dimension names, which metrics the call moves, and which resource hangs on which.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/trailhound/engine/correlation/resource_links.json"
SOURCE_NOTE = (
    "Own table of facts, made by tools/build_resource_links.py from reference/resource-links.json. "
    "Member names are those of the botocore service models 1.44.5 (Apache-2.0)."
)


def compact(reference: dict[str, Any]) -> dict[str, Any]:
    """Keep what the correlation reads; proofs and counts of the reference stay behind."""
    return {
        "source": SOURCE_NOTE,
        "version": reference["version"],
        "metric_links": [_metric_link(link) for link in reference["metric_links"]],
        "indirect_links": [
            {
                "resource_type": link["resource_type"],
                "events": link["events"],
                "paths": link["paths"],
                "to": sorted({step["resource_type"] for step in link["to"]}),
            }
            for link in reference["indirect_links"]
        ],
    }


def _metric_link(link: dict[str, Any]) -> dict[str, Any]:
    changes = [
        {"event": change["event"], "paths": change["paths"], "metrics": change["metrics"], "effect": change["effect"]}
        for change in link["changes"]
    ]
    kept = {name: link[name] for name in ("namespace", "dimension", "resource_type", "event_source")}
    return {**kept, "changes": changes}


def render(table: dict[str, Any]) -> str:
    """Write the table with one link on a line, so that a difference can be read."""
    parts = [f'"source": {json.dumps(table["source"])}', f'"version": {table["version"]}']
    for name in ("metric_links", "indirect_links"):
        rows = ",\n  ".join(json.dumps(row, separators=(",", ":")) for row in table[name])
        parts.append(f'"{name}": [\n  {rows}\n ]')
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def main() -> int:
    """Write the table; say where."""
    shared = Path(os.environ.get("TRAILHOUND_SHARED", ROOT.parent / "shared"))
    source = shared / "reference" / "resource-links.json"
    if not source.is_file():
        print(f"no reference at {source}: set TRAILHOUND_SHARED", file=sys.stderr)
        return 2
    TARGET.write_text(render(compact(json.loads(source.read_text(encoding="utf-8")))), encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)} ({TARGET.stat().st_size:,} bytes)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

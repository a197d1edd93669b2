"""``trailhound scan``: a report on files, without a screen."""

from __future__ import annotations

import argparse
import json

from trailhound.commands.options import add_paths

FORMATS = ("text", "json")
FAILED_STATUS = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """Take the files, the format, and what to fail on."""
    add_paths(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="text for people (default), json for programs")
    parser.add_argument(
        "--fail-on",
        metavar="CONDITION",
        action="append",
        default=[],
        help="end with status 1 if this holds: alarm, incident, no-call, finding or not-understood; can be given more than once",
    )
    parser.add_argument("--at", metavar="WHEN", help='report what was known at this moment: "14:05", "-20m" or 2026-01-31T14:05Z')
    parser.add_argument("--filter", metavar="TEXT", help='count these events only (with --count): "name:Delete* write:yes"')
    parser.add_argument("--count", action="store_true", help="print the number of distinct events, and nothing else")


def run(options: argparse.Namespace) -> int:
    """Print the report, or the count, and say by the status whether a condition of ``--fail-on`` holds."""
    _refuse_contradictions(options)
    if options.count:
        from trailhound.commands.counting import count_events

        print(count_events(options.paths, options.filter or "", options.at))
        return 0
    return _report(options)


def _refuse_contradictions(options: argparse.Namespace) -> None:
    from trailhound.errors import UsageError

    if options.filter is not None and not options.count:
        raise UsageError("--filter counts events: add --count; to look at them use trailhound replay --filter")
    if options.count and (options.fail_on or options.format == "json"):
        raise UsageError("--count prints a number: it can't be joined with --fail-on or --format json")


def _report(options: argparse.Namespace) -> int:
    from trailhound.commands.opening import open_still
    from trailhound.commands.output import can_draw, width_of, write_lines
    from trailhound.commands.progress import ProgressBar
    from trailhound.commands.survey import conditions, survey
    from trailhound.errors import InputError

    wanted = conditions(options.fail_on)
    with ProgressBar() as bar:
        session = open_still(options.paths, bar.show)
        session.to_end()
        if options.at:
            session.seek(options.at)
        taken = survey(session)
    if options.format == "json":
        from trailhound.commands.scan_json import document

        write_lines([json.dumps(document(taken), ensure_ascii=True, indent=2)])
    else:
        from trailhound.commands.scan_text import Page, report

        write_lines(report(taken, Page(width_of(), not can_draw())))
    if taken.is_empty:
        raise InputError(f"nothing in {', '.join(options.paths)} was understood: see the reasons in the report")
    return FAILED_STATUS if any(holds(taken) for holds in wanted) else 0

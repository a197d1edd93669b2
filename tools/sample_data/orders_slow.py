"""The orders story: one changed database parameter, and a shop that gets slow two minutes later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tools.sample_data.alarms import Board, Watch
from tools.sample_data.dice import Dice
from tools.sample_data.metrics import Line, Sheet, write_metrics
from tools.sample_data.orders_around import snapshot, write_logs
from tools.sample_data.orders_calls import tell
from tools.sample_data.orders_lines import draw
from tools.sample_data.orders_people import clock
from tools.sample_data.trail import Trail, write_gzip
from tools.sample_data.world import World

PROD, TOOLS, HOME = "444455556666", "111122223333", "eu-west-1"
START, END = clock("13:00"), clock("14:30")
MEASURED = clock("11:00"), clock("14:40")
"""Metrics reach further than calls: an hour or two of usual days before, and until the last log file is delivered."""


def write(folder: Path) -> None:
    """Write the whole story into a folder."""
    dice = Dice("orders-slow, 2026-11-18")
    trail = Trail(dice, (PROD, HOME))
    fleet = tuple(f"i-0aa17b{number:02}" for number in range(20, 27))
    prod = World(trail, dice, PROD, HOME, START, END, fleet=fleet)
    tools = World(trail, dice, TOOLS, HOME, START, END)
    tell(prod, tools)
    trail.write(folder)
    lines = draw(Sheet(dice, *MEASURED))
    write_metrics(folder, list(lines.values()))
    _board(lines).write(folder, MEASURED[1])
    write_logs(folder, HOME, dice, START, END)
    write_gzip(folder / "config" / HOME / "snapshot.json.gz", snapshot(prod))


def _board(lines: dict[str, Line]) -> Board:
    board = Board(PROD, "oncall")
    rows: Sequence[tuple[str, str, float, int, int, datetime, str]] = (
        ("orders-db-latency", "latency", 0.02, 5, 2, since("2026-11-09T08:31"), "Reads of orders-db-1 are slow"),
        ("api-5xx-edge", "5xx", 100, 3, 2, since("2026-11-14T03:12"), "The shop answers with errors"),
        ("checkout-p99", "p99", 1500, 5, 2, since("2026-11-16T19:40"), "One in a hundred checkouts is slow"),
        ("api-asg-cpu-high", "api cpu", 80, 3, 3, since("2026-11-09T14:02"), "The api group is too small"),
        ("ledger-db-latency", "ledger", 0.02, 5, 5, since("2026-10-18T06:50"), "Reads of ledger-db-1 are slow"),
        ("orders-db-cpu-high", "cpu", 90, 5, 5, since("2026-11-09T08:35"), "orders-db-1 has no processor left"),
        ("search-latency", "search p90", 800, 3, 3, since("2026-11-15T20:07"), "Search takes too long"),
        ("orders-queue-age", "queue", 120, 3, 3, since("2026-11-02T09:15"), "Orders wait to be mailed"),
        ("nat-bytes-high", "nat", 6e9, 3, 3, since("2026-10-29T17:30"), "More leaves the network than usual"),
        ("nightly-export-age", "export", 90_000, 3, 3, since("2026-11-18T01:14"), "The export is older than a day"),
        ("monthly-spend", "billing", 900, 1, 1, since("2026-11-01T00:10"), "This month costs too much"),
    )
    for number, (name, line, threshold, n, m, since_at, words) in enumerate(rows):
        phase = timedelta(milliseconds=212 + 61 * number)
        changed_at = clock("13:58:31") if name == "search-latency" else None
        watch = Watch(name, lines[line], threshold, n, m, ("OK", since_at), phase, description=words, configured_at=changed_at)
        board.watches.append(watch)
    board.watches += _quiet(lines)
    rule = 'ALARM("orders-db-cpu-high") AND ALARM("ledger-db-latency")'
    board.composite(HOME, "databases-overloaded", rule, since("2026-11-09T08:40"), "Both databases are in trouble at once")
    return board


def _quiet(lines: dict[str, Line]) -> list[Watch]:
    """Give alarms of other makes: no data at all, gaps that count as good, a bad side that lies below."""
    letters = Watch(
        "payments-dlq-depth",
        lines["dead letters"],
        0,
        4,
        4,
        ("INSUFFICIENT_DATA", clock("11:02")),
        timedelta(milliseconds=88),
        description="Payments were given up",
    )
    webhook = Watch(
        "pay-webhook-errors",
        lines["webhook"],
        5,
        1,
        1,
        ("OK", since("2026-11-12T07:30")),
        timedelta(milliseconds=640),
        missing="notBreaching",
        description="Payment messages fail",
    )
    reserve = Watch(
        "orders-db-io-credits",
        lines["credits"],
        20,
        2,
        2,
        ("OK", since("2026-11-09T09:05")),
        timedelta(milliseconds=300),
        "LessThanThreshold",
        description="orders-db-1 is about to be throttled",
    )
    return [letters, webhook, reserve]


def since(text: str) -> datetime:
    """Read a moment written to the minute, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)

"""What a measurement gives: ours and a peer's figure from the same run, their ratio, and whether the goal is met."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the table.

    ``ours`` and ``peer`` are in ``unit``. ``ratio`` is ours over the peer's, or the peer's over ours where ``is_faster``
    says that the goal is a speed-up. ``skipped`` says why nothing was measured; the figures are None then.
    """

    name: str
    what: str
    peer_name: str
    goal: float
    is_faster: bool = False
    unit: str = "ms"
    ours: float | None = None
    peer: float | None = None
    skipped: str = ""

    @property
    def ratio(self) -> float | None:
        """How we stand to the peer, in the direction of the goal; None if it was not measured."""
        if not self.ours or not self.peer:
            return None
        return self.peer / self.ours if self.is_faster else self.ours / self.peer

    @property
    def is_met(self) -> bool | None:
        """Say whether the goal is met; None if it was not measured."""
        ratio = self.ratio
        if ratio is None:
            return None
        return ratio >= self.goal if self.is_faster else ratio <= self.goal

    def document(self) -> dict[str, Any]:
        """Give the line as plain values for JSON."""
        return {**asdict(self), "ratio": self.ratio, "is_met": self.is_met}


HEADER = ("what", "ours", "peer", "ratio", "goal", "met")


def cells(outcome: Outcome) -> tuple[str, ...]:
    """Write one line of the table as words."""
    goal = f"{'at least' if outcome.is_faster else 'at most'} {outcome.goal:g}x"
    if outcome.ratio is None or outcome.ours is None or outcome.peer is None:
        return (outcome.what, "-", outcome.peer_name, "-", goal, f"skipped: {outcome.skipped}")
    figures = [
        f"{value:.1f} {outcome.unit}" if value < 1000 else f"{value:.0f} {outcome.unit}" for value in (outcome.ours, outcome.peer)
    ]
    met = "yes" if outcome.is_met else "**no**"
    return (outcome.what, figures[0], f"{outcome.peer_name}: {figures[1]}", f"{outcome.ratio:.2f}x", goal, met)


def markdown(outcomes: list[Outcome]) -> str:
    """Write all lines as a Markdown table."""
    rows = [HEADER, tuple("---" for _ in HEADER), *map(cells, outcomes)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)

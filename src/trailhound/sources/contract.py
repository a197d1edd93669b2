"""What every source promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from trailhound.model.observation import Observation


class Source(Protocol):
    """Where observations come from: files, a recording, an account."""

    def observe(self) -> Iterator[Observation]:
        """Yield what there is to see, in an order that is the same each time for the same input.

        A source that ends has seen everything; one that follows something goes on for ever. The caller may stop between
        any two observations by closing the iterator; whatever was open is then closed.

        Not promised: that records come in the order in which they happened, that they come once, or that they can be
        understood. What can't be read is yielded as ``NotUnderstood`` and spoils nothing else.

        Raises:
            InputError: If the source as a whole can't be read. Parts of it never raise.
        """
        ...

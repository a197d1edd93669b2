"""Keys in the order in which they were typed, each to whoever has the focus when its turn comes."""

from __future__ import annotations

import time
from collections import deque

from textual import events
from textual.app import App
from textual.message import Message

_PATIENCE_SECONDS = 0.5
"""A key whose widget went away is never reported as dealt with: do not wait for it longer than this."""

_SETTLE_SECONDS = 0.04
"""What enter or escape does in a text field comes by message, some hops later: a key behind them waits that long."""


class DealtWith(Message):
    """The key before it was dealt with: it takes the same way up as a key that nobody wanted."""


class KeysInOrder(App[None]):
    """Hands out one key at a time.

    The library gives a key to the widget that has the focus when the key comes in. Of ``/err`` typed in one burst (by a
    fast hand, a slow line or a script) that is the event list for all four, although the first of them moves the focus
    to the filter. Here the others wait until it has.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque()
        self._handed_at: float | None = None
        self._is_text = True

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait while another one is being dealt with."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_busy or self._waiting:
            self._waiting.append(event)
            if not self._is_busy:
                await self._hand_out()
        else:
            self._waiting.append(event)
            await self._hand_out()

    @property
    def _is_busy(self) -> bool:
        return self._handed_at is not None and time.monotonic() - self._handed_at < _PATIENCE_SECONDS

    async def _hand_out(self) -> None:
        if not self._waiting or not self.screen_stack:  # no screen: the app is being left
            return
        target = self.focused or self.screen
        key = self._waiting.popleft()
        self._handed_at, self._is_text = time.monotonic(), key.is_printable
        await super().on_event(key)
        if not target.post_message(DealtWith()):
            self.on_dealt_with()

    def on_dealt_with(self) -> None:
        """Hand out the next key, once whatever this one opened is there."""
        if not self._waiting and self._is_text:
            self._handed_at = None
        elif self._is_text:
            self.screen.call_after_refresh(self._hand_out)
        else:
            self.set_timer(_SETTLE_SECONDS, self._go_on)

    async def _go_on(self) -> None:
        self._handed_at = None
        await self._hand_out()

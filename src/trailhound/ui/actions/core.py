"""What every group of actions builds on: the context, telling, and drawing again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trailhound.errors import TrailhoundError
from trailhound.ui.context import Context
from trailhound.ui.key_table import bindings
from trailhound.ui.keyboard import KeysInOrder
from trailhound.ui.keys import Place
from trailhound.ui.messages import Tell, Updated

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.session.contract import Session
    from trailhound.ui.screens.watch import WatchScreen


class AppCore(KeysInOrder, inherit_bindings=False):
    """The app as its groups of actions see it. ``context`` and ``watching`` are None until the session is open."""

    BINDINGS = bindings(Place.APP)
    context: Context | None = None
    watching: WatchScreen | None = None

    @property
    def session(self) -> Session | None:
        """The session, once it is open."""
        return self.context.session if self.context is not None else None

    @property
    def is_watch_in_front(self) -> bool:
        """Say whether the watch screen is the one in front."""
        return self.watching is not None and self.screen_stack[-1:] == [self.watching]

    def look_again(self) -> None:
        """Have the screen in front drawn again where it changed."""
        if self.screen_stack:  # there is none any more while the app is being left
            self.screen.post_message(Updated())

    def tell(self, text: str, *, is_error: bool = False) -> None:
        """Show one line above the keys of the screen in front."""
        if not self.screen_stack:
            return
        teller = getattr(self.screen, "tell", None)
        if teller is not None:
            teller(Tell(text, is_error))
        else:
            self.notify(text, severity="error" if is_error else "information", markup=False)

    def try_to(self, action: Any, *arguments: object) -> bool:  # noqa: ANN401  any method of the session
        """Call the session; one of our errors becomes a line on the screen. Say whether it went well."""
        try:
            action(*arguments)
        except TrailhoundError as error:
            self.tell(str(error), is_error=True)
            return False
        self.look_again()
        return True

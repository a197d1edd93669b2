"""What every screen and pane is given: the session, the inks and the keys in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trailhound.ui.keys import KeyMap
from trailhound.ui.paint import Inks
from trailhound.ui.settings import UiSettings

if TYPE_CHECKING:  # not needed before the first paint
    from trailhound.session.contract import Session


@dataclass(slots=True)
class Context:
    """Shared by the whole screen; the app replaces ``inks`` when the theme changes and has everything drawn again."""

    session: Session
    inks: Inks
    keys: KeyMap
    settings: UiSettings

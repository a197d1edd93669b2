"""What was seen, and finding it again."""

from trailhound.store.counting import Counted, Habits
from trailhound.store.cut import Cut
from trailhound.store.store import Store

__all__ = ["Counted", "Cut", "Habits", "Store"]

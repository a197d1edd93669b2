"""Every thing a key can do, one row each; a screen with keys of its own adds its rows here."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import BindingType

from trailhound.errors import ConfigError
from trailhound.ui.keys import KeyMap, KeyRow, Place, key_map

_APP, _LIST, _WATCH, _DRILL, _INPUT = Place.APP, Place.LIST, Place.WATCH, Place.DRILL, Place.INPUT
_SELECT = "nothing is selected"

TABLE = (
    KeyRow("help", "question_mark,f1", "overlay('help')", "help", _APP),
    KeyRow("pause", "space,p", "pause", "pause", _APP),
    KeyRow("who", "w", "who", "who did it", _APP, "nothing has moved yet"),
    KeyRow("trail", "t", "trail", "trail", _APP, _SELECT),
    KeyRow("lineage", "L", "lineage", "lineage", _APP, _SELECT),
    KeyRow("coverage", "I,exclamation_mark", "coverage", "coverage", _APP),
    KeyRow("copy", "c", "overlay('copy')", "copy", _APP, _SELECT),
    KeyRow("edit", "v", "edit", "open in $EDITOR", _APP, "no record is selected"),
    KeyRow("step", "right_square_bracket", "step(1)", "one event on", _APP),
    KeyRow("step-back", "left_square_bracket", "step(-1)", "one event back", _APP),
    KeyRow("alarm-before", "left_curly_bracket", "seek('previous alarm')", "alarm before", _APP, "there is no alarm"),
    KeyRow("alarm-next", "right_curly_bracket", "seek('next alarm')", "next alarm", _APP, "there is no alarm"),
    KeyRow("slower", "less_than_sign", "speed(-1)", "slower", _APP),
    KeyRow("faster", "greater_than_sign", "speed(1)", "faster", _APP),
    KeyRow("skip-quiet", "Q", "skip_quiet", "skip quiet time", _APP),
    KeyRow("seek", "S", "overlay('seek')", "go to a time", _APP),
    KeyRow("live", "end", "live", "to the end", _APP),
    KeyRow("zoom-in", "z", "zoom(1)", "zoom in on the time bar", _APP),
    KeyRow("zoom-out", "Z", "zoom(-1)", "zoom out", _APP),
    KeyRow("theme", "T", "overlay('theme')", "theme", _APP),
    KeyRow("command", "colon", "overlay('command')", "command", _APP),
    KeyRow("palette", "ctrl+p", "command_palette", "palette", _APP),
    KeyRow("mouse", "M", "mouse", "mouse on or off", _APP),
    KeyRow("next-pane", "tab", "app.focus_next", "next pane", _APP),
    KeyRow("previous-pane", "shift+tab", "app.focus_previous", "pane before", _APP),
    KeyRow("back", "escape,minus,alt+left", "go_back", "back", _APP),
    KeyRow("forward", "alt+right", "forward", "forward again", _APP, "you have not gone back"),
    KeyRow("close", "q", "close_view", "close; quit", _APP),
    KeyRow("quit", "ctrl+c,ctrl+q", "quit", "quit", _APP),
    KeyRow("open", "enter,d", "open", "open", _LIST, "the list is empty"),
    KeyRow("up", "up,k", "move(-1)", "up", _LIST),
    KeyRow("down", "down,j", "move(1)", "down", _LIST),
    KeyRow("left", "left,h", "sideways(-1)", "left", _LIST),
    KeyRow("right", "right,l", "sideways(1)", "right", _LIST),
    KeyRow("page-up", "pageup", "page(-1.0)", "page up", _LIST),
    KeyRow("page-down", "pagedown", "page(1.0)", "page down", _LIST),
    KeyRow("half-up", "ctrl+u", "page(-0.5)", "half a page up", _LIST),
    KeyRow("half-down", "ctrl+d", "page(0.5)", "half a page down", _LIST),
    KeyRow("top", "g,home", "top", "first", _LIST),
    KeyRow("bottom", "G", "bottom", "last; again: to the end", _LIST),
    KeyRow("filter", "slash", "filter", "filter", _WATCH),
    KeyRow("highlight", "s", "highlight", "mark without hiding", _WATCH),
    KeyRow("flip", "backslash", "flip", "hide or mark", _WATCH, "no filter is set"),
    KeyRow("attention", "a", "attention", "only what needs attention", _WATCH),
    KeyRow("hit", "n", "jump('hit', 1)", "next hit", _WATCH, "nothing is marked"),
    KeyRow("hit-before", "N", "jump('hit', -1)", "hit before", _WATCH, "nothing is marked"),
    KeyRow("error", "e", "jump('error', 1)", "next error", _WATCH),
    KeyRow("error-before", "E", "jump('error', -1)", "error before", _WATCH),
    KeyRow("write", "i", "jump('write', 1)", "next write", _WATCH),
    KeyRow("write-before", "J", "jump('write', -1)", "write before", _WATCH),
    KeyRow("bookmark", "m", "bookmark", "bookmark", _WATCH, _SELECT),
    KeyRow("bookmark-next", "u", "jump('bookmark', 1)", "next bookmark", _WATCH, "there is no bookmark"),
    KeyRow("bookmark-before", "U", "jump('bookmark', -1)", "bookmark before", _WATCH, "there is no bookmark"),
    KeyRow("session", "o", "jump('session', 1)", "next of this session", _WATCH, _SELECT),
    KeyRow("session-before", "O", "jump('session', -1)", "session before", _WATCH, _SELECT),
    KeyRow("full", "f", "full", "full-screen this pane", _WATCH),
    *(KeyRow(f"pane-{digit}", str(digit), f"pane({digit})", f"pane {digit}", _WATCH) for digit in range(1, 8)),
    *(KeyRow(f"part-{digit}", str(digit), f"part({digit})", f"part {digit}", _DRILL) for digit in range(1, 8)),
    KeyRow("raw", "y", "raw", "raw JSON", Place.RECORD),
    KeyRow("record-session", "o", "session(1)", "session", Place.RECORD),
    KeyRow("record-session-before", "O", "session(-1)", "session before", Place.RECORD),
    KeyRow("record-next", "n", "neighbour(1)", "next event", Place.RECORD),
    KeyRow("record-before", "N", "neighbour(-1)", "event before", Place.RECORD),
    KeyRow("console", "b", "console", "console", Place.RECORD),
    KeyRow("tick", "n", "tick(1)", "next call", Place.METRIC),
    KeyRow("tick-before", "N", "tick(-1)", "call before", Place.METRIC),
    KeyRow("zoom-chart-in", "plus,equals_sign", "zoom_chart(1)", "less time", Place.METRIC),
    KeyRow("zoom-chart-out", "underscore,x", "zoom_chart(-1)", "more time", Place.METRIC),
    KeyRow("list", "slash", "list", "its events in the event list", Place.THING),
    KeyRow("accept", "enter", "accept", "done", _INPUT),
    KeyRow("leave", "escape", "leave", "leave", _INPUT),
    KeyRow("hide-or-mark", "tab", "hide_or_mark", "hide or mark", _INPUT),
    KeyRow("suggestion-next", "down", "suggestion(1)", "next suggestion", _INPUT),
    KeyRow("suggestion-before", "up", "suggestion(-1)", "suggestion before", _INPUT),
    KeyRow("complete", "right", "complete", "take the suggestion", _INPUT, "the cursor is not at the end"),
)

PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "vim": {"highlight": "slash", "filter": "ampersand", "page-down": "pagedown,ctrl+f", "page-up": "pageup,ctrl+b"},
    "k9s": {"bookmark": "space,m", "pause": "p", "attention": "a,ctrl+z"},
    "lnav": {"highlight": "slash", "filter": "s", "pause": "p", "page-down": "pagedown,space"},
}
"""Keys that differ from the table, by preset."""

FOOTERS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "narrow": (("open", "who", "pane-2=metrics", "pane-3=alarms", "filter", "help"), ()),
    "middle": (("open", "who", "trail", "filter", "pause", "alarm-before+alarm-next=alarms", "help"), ("theme", "command")),
    "wide": (
        ("open", "who", "trail", "filter", "pause", "alarm-before+alarm-next=alarms", "help", "bookmark", "lineage", "coverage"),
        ("theme", "command", "palette"),
    ),
    "record": (("open=fold", "record-session+record-session-before=session", "trail", "raw", "copy", "console", "help"), ()),
    "who": (("open=record", "trail", "lineage", "copy", "back", "help"), ()),
    "alarm": (("open=next minute", "who", "trail", "copy", "back", "help"), ()),
    "coverage": (("open=copy the line", "back", "help"), ()),
    "thing": (("open", "list", "trail", "copy", "back", "help"), ()),
    "metric": (("open", "tick+tick-before=calls", "zoom-chart-in+zoom-chart-out=zoom", "trail", "copy", "back", "help"), ()),
    "drill": (("open", "who", "trail", "copy", "back", "help"), ()),
    "input": (("accept", "leave", "hide-or-mark", "complete"), ()),
}
"""What the footer offers, left and right, by the name of a design or screen; ``id=words`` says a row in other words."""


def bindings(*places: Place) -> list[BindingType]:
    """Give the bindings of some places, for a class's ``BINDINGS``."""
    return [row.binding() for row in TABLE if row.place in places]


def keys_in_force(preset: str, wishes: Mapping[str, str], where: str = "keys") -> KeyMap:
    """Make the key map of a preset with a person's wishes over it. Raises ConfigError."""
    if preset not in PRESETS:
        raise ConfigError(f'{where}: there is no preset "{preset}"; choose one of {", ".join(PRESETS)}')
    return key_map(TABLE, PRESETS[preset], wishes, where)

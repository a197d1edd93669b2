"""Finding the line of a key in a TOML text."""

import pytest

from trailhound.config.position import line_of

TEXT = '''# a comment with theme = "x"
theme = "nightfall"

[keys]
preset = "vim"
bind = { pause = "p" }
"odd key".'other' = 1

[replay] # with a comment
note = """
speed = 9
"""
speed = 5
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("theme",), 2),
        (("keys",), 4),
        (("keys", "preset"), 5),
        (("keys", "bind", "pause"), 6),
        (("keys", "odd key", "other"), 7),
        (("replay", "speed"), 13),
        (("replay", "absent"), 9),
        (("absent",), 1),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str, ...], line: int) -> None:
    assert line_of(TEXT, path) == line

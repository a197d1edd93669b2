"""Reads the configuration file, or its snapshot."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs

from trailhound.config.settings import Settings
from trailhound.errors import ConfigError

VARIABLE = "TRAILHOUND_CONFIG"
"""The environment variable that names another configuration file."""

SIZE_LIMIT = 1_000_000


def folder() -> Path:
    """The folder of the configuration file, of the user's own themes and of nothing else."""
    return platformdirs.user_config_path("trailhound")


def load(path: str | None = None, environ: Mapping[str, str] = os.environ, cache: Path | None = None) -> Settings:
    """Give the settings in force: from ``path``, else from ``TRAILHOUND_CONFIG``, else from the config folder.

    Only the last of these may be absent; then the defaults are in force.

    Raises:
        ConfigError: If the file can't be read or a setting is wrong; it names file, line and key.
    """
    chosen = path or environ.get(VARIABLE, "")
    file = Path(chosen).expanduser() if chosen else folder() / "config.toml"
    if not chosen and not file.exists():
        return Settings()
    # Imported here, like the parser and pydantic below: most people have no file, and a screen is waiting.
    from trailhound.config import snapshot

    kept = cache or platformdirs.user_cache_path("trailhound")
    try:
        key = snapshot.stamp(file)
        values = snapshot.load(kept, key)
        if values is None:
            values = _checked(file)
            snapshot.save(kept, key, values)
    except OSError as error:
        raise ConfigError(
            f"configuration file {str(file)!r} can't be read ({error.strerror}): name another with --config"
        ) from error
    return Settings.from_plain(values)


def _checked(file: Path) -> dict[str, Any]:
    import tomllib

    text = _text(file)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"configuration file {str(file)!r} is not TOML: {error}") from error
    from trailhound.config.position import line_of
    from trailhound.config.schema import SettingError, check

    try:
        return check(document)
    except SettingError as wrong:
        where = f"configuration file {str(file)!r}, line {line_of(text, wrong.path)}, {'.'.join(wrong.path)}"
        more = f" ({wrong.more} more after this one)" if wrong.more else ""
        raise ConfigError(f"{where}: {wrong.reason}{more}") from wrong


def _text(file: Path) -> str:
    with file.open("rb") as stream:
        content = stream.read(SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        raise ConfigError(f"configuration file {str(file)!r} is larger than {SIZE_LIMIT} bytes: it can't be one of ours")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"configuration file {str(file)!r}, line {line}: not UTF-8 text; save it as UTF-8") from error

"""Who judges: what is given, else ``$CLAIMS_USER``, else the config file, else the login's name."""

from __future__ import annotations

import getpass
import os
import tomllib
from pathlib import Path

import platformdirs

VARIABLE = "CLAIMS_USER"


def who(given: str | None = None) -> str:
    """Whose judgements those of this program are."""
    return given or os.environ.get(VARIABLE) or _configured() or _login()


def _configured() -> str | None:
    """The ``user`` of the config file; a file that cannot be read names nobody."""
    named = os.environ.get("CLAIMS_CONFIG")
    folder = Path(platformdirs.user_config_dir("claims", appauthor=False))
    file = Path(named).expanduser() if named else folder / "config.toml"
    try:
        user = tomllib.loads(file.read_text(encoding="utf-8")).get("user")
    except (OSError, ValueError):
        return None
    return user if isinstance(user, str) and user.strip() else None


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"

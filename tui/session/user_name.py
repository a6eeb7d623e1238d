"""The name of the user: what is given, else ``$CLAIMS_USER``, the config file, the login's name."""

from __future__ import annotations

import getpass
import os
from typing import Final

from tui.session.config import read_config

VARIABLE: Final = "CLAIMS_USER"


def user_name(given: str | None = None) -> str:
    """In whose name reviews and decisions are kept."""
    if given is not None:
        return given
    return os.environ.get(VARIABLE, "").strip() or read_config()[0].user or _login()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"

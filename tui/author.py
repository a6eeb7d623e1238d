"""Who judges: the name that is kept with a judgement."""

from __future__ import annotations

import getpass
import os


def author(given: str | None = None) -> str:
    """``given``, else ``$CLAIMS_AUTHOR``, else the name of the user's account."""
    if named := (given or os.environ.get("CLAIMS_AUTHOR", "")).strip():
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"

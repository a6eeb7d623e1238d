"""The log file: what went wrong in the app, with the traceback that the screen does not show."""

from __future__ import annotations

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

import platformdirs

from db.connection.private_files import make_folder, open_file

log = logging.getLogger("claims")

_MOST_BYTES: Final = 1_000_000
_OLDER_FILES: Final = 3


class _PrivateLog(RotatingFileHandler):
    """Its files, also those begun when one is full, are the owner's alone."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, opener=open_file)


def log_file() -> Path:
    """Where the log is, or would be: in the user's log folder."""
    return Path(platformdirs.user_log_dir("claims", appauthor=False)) / "claims.log"


def start_log(file: Path | None = None) -> Path | None:
    """Log to a file from now on; when it is full, a new one is begun and some old ones are kept.

    Args:
        file: The file; `log_file` if None.

    Returns:
        The file, or None if it cannot be written, which must not keep the app from running.
    """
    file = file or log_file()
    # One handler only, however often the app is started in a process.
    for handler in [*log.handlers]:
        log.removeHandler(handler)
        handler.close()
    log.propagate = False
    log.setLevel(logging.INFO)
    try:
        make_folder(file.parent)
        handler = _PrivateLog(
            file, maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8"
        )
    except OSError:
        log.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    log.addHandler(handler)
    return file

"""The one error that reading raises."""

from __future__ import annotations

import os
from pathlib import Path


def printable(path: str | Path) -> str:
    """A path as text that can be printed and stored: bytes that are no UTF-8 appear escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


class ReadingError(Exception):
    """A file or folder that gives no article; ``str()`` is one line, "path: reason"."""

    def __init__(self, path: str | Path, reason: str) -> None:
        self.path = printable(path)
        self.reason = reason
        super().__init__(self.path, reason)

    def __str__(self) -> str:
        return " ".join(f"{self.path}: {self.reason}".split())

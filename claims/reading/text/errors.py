"""The one error that reading raises."""

from __future__ import annotations

import os
from pathlib import Path


def printable(path: str | Path) -> str:
    """A path as text that can be printed and stored: bytes that are no UTF-8 appear escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


class ReadingError(Exception):
    """A file or folder that gives no article; ``str()`` is one line, "path: reason".

    Args:
        path: As named.
        reason: Why; "{row}" in it stands for the number of a row.
        row: That number, where it is of a row.
    """

    def __init__(self, path: str | Path, reason: str, row: int | None = None) -> None:
        self.path = printable(path)
        self.reason = reason if row is None else reason.replace("{row}", str(row), 1)
        super().__init__(self.path, reason, row)

    def __str__(self) -> str:
        return " ".join(f"{self.path}: {self.reason}".split())

    def moved(self, path: str, rows: int) -> ReadingError:
        """The same of another path, where a number of rows come before."""
        _, reason, row = self.args
        return ReadingError(path, reason, None if row is None else row + rows)

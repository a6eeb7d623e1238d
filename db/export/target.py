"""The file that is written: whole under its name, or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from claims.system_error import system_reason
from db.export.errors import ExportError


@contextmanager
def written_whole(target: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of ``target`` at the end.

    Until then it lies beside it under another name; on any exception it is taken away and what
    ``target`` was stays. A symbolic link keeps pointing. A device or pipe is written to directly.

    Raises:
        ExportError: It cannot be written; what there was is unharmed.
    """
    try:
        path = _resolved(target)
        with _directly(path) if _is_special(path) else _beside(path) as out:
            yield out
    except OSError as error:
        raise ExportError(f"{target}: {system_reason(error)}") from error


@contextmanager
def as_text(file: BinaryIO) -> Iterator[TextIO]:
    """A file to write UTF-8 text into, newlines as they are; it stays open."""
    out = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        yield out
    finally:
        out.detach()


def _resolved(target: Path) -> Path:
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise ExportError(f"{target}: is a folder, not a file")
    if not path.parent.is_dir():
        raise ExportError(f"{target}: its folder does not exist")
    if path.exists() and not os.access(path, os.W_OK):
        raise ExportError(f"{target}: is not writable")
    return path


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file()


@contextmanager
def _directly(path: Path) -> Iterator[BinaryIO]:
    with path.open("wb") as out:
        yield out


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    number, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.chmod(_mode(path))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those that a new file would get."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

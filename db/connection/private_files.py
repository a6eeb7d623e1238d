"""Files and folders that only their owner can read: they hold what somebody reads and judges."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing; what is there keeps its mode.

    Raises:
        OSError: It cannot be made.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        with suppress(FileExistsError):
            each.mkdir(FOLDER_MODE)
            # The umask may have taken rights away from the owner too.
            each.chmod(FOLDER_MODE)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def open_file(path: str, flags: int) -> int:
    """Open a file for ``open(…, opener=…)``; one that is made by this is the owner's alone."""
    with suppress(FileExistsError):
        number = os.open(path, flags | os.O_CREAT | os.O_EXCL, FILE_MODE)
        os.chmod(path, FILE_MODE)
        return number
    return os.open(path, flags)


def make_file(path: Path) -> None:
    """Make an empty file unless there is one. One that is there is not even opened.

    Raises:
        OSError: It cannot be made.
    """
    # Through a link that points nowhere yet, as whoever opens the file will go.
    path = Path(os.path.realpath(path))
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
        path.chmod(FILE_MODE)


def replace_text(path: Path, text: str) -> None:
    """Write a file anew at once, so that it is never half-written; its folder is made if missing.

    Raises:
        OSError: It cannot be written; what there was is unharmed.
    """
    make_folder(path.parent)
    mode = path.stat().st_mode & 0o777 if path.exists() else FILE_MODE
    number, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as out:
            out.write(text)
        part.chmod(mode)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

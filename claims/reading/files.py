"""Paths to articles: walks folders, refuses what cannot be read, picks the reader by file name."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from claims.article import Article
from claims.reading.text.decoding import check_not_binary
from claims.reading.text.errors import ReadingError, printable

TEXT: Final = frozenset({".txt", ".text"})
HTML: Final = frozenset({".html", ".htm", ".xhtml"})
READABLE: Final = TEXT | HTML
LIMIT: Final = 10_000_000
NO_ENDING: Final = "without an ending"
"""The kind of files whose name has none."""

_DATABASE: Final = b"SQLite format 3\0"
_BESIDE_DATABASE: Final = re.compile(r"-(?:wal|shm|journal)$")


def find_articles(
    paths: Iterable[str | Path], passed_over: dict[str, int] | None = None
) -> Iterator[Path | ReadingError]:
    """Yield the article files that paths name, folders walked in sorted order.

    A path that is missing, of an unsupported type or a folder with nothing to read comes as a
    ``ReadingError`` item in its place, so that a batch goes on.

    Args:
        paths: Files and folders.
        passed_over: Gets the number of files in folders that are of no type that is read, by
            ending (".pdf"), as far as the walk has come. Hidden files and databases do not count.
    """
    found: dict[str, int] = {} if passed_over is None else passed_over
    for path in map(Path, paths):
        try:
            folder = stat.S_ISDIR(_status(path).st_mode)
            if not folder:
                _check_supported(path)
        except ReadingError as error:
            yield error
            continue
        if folder:
            yield from _walk_whole(path, found)
        else:
            yield path


def read_article(path: str | Path) -> Article:
    """Read one file.

    Raises:
        ReadingError: If the file is missing, unreadable, empty, binary, wrongly encoded, 10 MB or
            more, of an unsupported type, or an HTML page without an article in it.
    """
    path = Path(path)
    _check_supported(path)
    data = _load(path)
    if not data:
        raise ReadingError(path, "the file is empty")
    if path.suffix.lower() in HTML:
        # Imported late: trafilatura, which plain text does without.
        from claims.reading.html import read_html

        return read_html(path, data)
    # Imported late: what only listing files does without.
    from claims.reading.plain import read_text

    check_not_binary(path, data)
    return read_text(path, data)


def _walk_whole(folder: Path, passed_over: dict[str, int]) -> Iterator[Path | ReadingError]:
    """Yield what a folder holds, or one error if that is nothing at all."""
    found = False
    for item in _walk(folder, frozenset(), passed_over):
        found = True
        yield item
    if not found:
        endings = " ".join(sorted(READABLE))
        yield ReadingError(folder, f"the folder holds nothing to read ({endings})")


def _walk(
    folder: Path, above: frozenset[tuple[int, int]], passed_over: dict[str, int]
) -> Iterator[Path | ReadingError]:
    """Yield articles below a folder; ``above`` identifies the folders it lies in."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield ReadingError(folder, _reason(error))
        return
    # A link to a folder above would be walked for ever.
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        if is_folder:
            yield from _walk(path, above | {identity}, passed_over)
        elif path.suffix.lower() in READABLE:
            yield path
        elif path.is_file() and not _is_database(path):
            kind = printable(path.suffix.lower()) or NO_ENDING
            passed_over[kind] = passed_over.get(kind, 0) + 1


def _is_database(path: Path) -> bool:
    """Whether a file is an SQLite database, as an archive is, or what SQLite keeps beside one."""
    try:
        with path.with_name(_BESIDE_DATABASE.sub("", path.name)).open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _check_supported(path: Path) -> None:
    """Refuse a file whose name says that it is neither text nor HTML."""
    if path.suffix.lower() not in READABLE and not path.is_dir():
        _check_regular(path, _status(path))
        kind = f'"{path.suffix}" files' if path.suffix else "files without an ending"
        endings = " ".join(sorted(READABLE))
        raise ReadingError(path, f"{kind} are not supported, only {endings}")


def _check_regular(path: Path, status: os.stat_result) -> None:
    """Refuse what is no regular file: reading a pipe or a device may never end."""
    if stat.S_ISDIR(status.st_mode):
        raise ReadingError(path, "it is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise ReadingError(path, "it is no regular file but a pipe, a socket or a device")


def _status(path: Path) -> os.stat_result:
    """What the file system says of a path, links followed."""
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and path.is_symlink():
            raise ReadingError(path, "it is a link to a file that does not exist") from error
        raise ReadingError(path, _reason(error)) from error


def _load(path: Path) -> bytes:
    """The bytes of a regular file below the limit."""
    _check_regular(path, _status(path))
    try:
        # Non-blocking: a pipe may have taken the file's place since it was looked at.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(handle, "rb") as file:
            status = os.fstat(handle)
            _check_regular(path, status)
            _check_size(path, status.st_size)
            data = file.read(LIMIT)
    except OSError as error:
        raise ReadingError(path, _reason(error)) from error
    _check_size(path, len(data))
    return data


def _check_size(path: Path, size: int) -> None:
    if size >= LIMIT:
        raise ReadingError(path, f"the file is too large ({size / 1e6:.1f} MB, limit 10 MB)")


def _reason(error: OSError | ValueError) -> str:
    """The system's words for an error, without path and number."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    words = getattr(error, "strerror", None) or str(error)
    return words[:1].lower() + words[1:]

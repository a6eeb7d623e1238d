"""Paths to articles: walks folders, refuses what cannot be read, reads what lies in a file."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from claims.article import Article
from claims.reading.formats.source import (
    Options,
    Outcome,
    PassedOver,
    Source,
    ToldOf,
    check_regular,
    reason,
    status_of,
)
from claims.reading.formats.table import (
    ENDINGS,
    HTML,
    about_folder,
    ending_of,
    format_by_name,
    format_of,
    read,
    unsupported,
)
from claims.reading.text.errors import ReadingError, printable

NO_ENDING: Final = "without an ending"
"""The kind of files whose name has none."""

PAGE_PARTS: Final = "parts of saved pages"
"""The kind of what lies in the folders that browsers put beside pages."""

_DATABASE: Final = b"SQLite format 3\0"
_BESIDE_DATABASE: Final = re.compile(r"-(?:wal|shm|journal)$")
_AS_USUAL: Final = Options()


def find_articles(
    paths: Iterable[str | Path],
    passed_over: ToldOf = lambda one: None,
    options: Options = _AS_USUAL,
) -> Iterator[Path | ReadingError]:
    """Yield the files with articles that paths name, folders walked in sorted order.

    A path that is missing, of an unsupported type or a folder with nothing to read comes as a
    ``ReadingError`` item in its place, so that a batch goes on.

    Args:
        paths: Files and folders.
        passed_over: Told of files in folders that are of no type that is read, or tell of the
            folder ("README"), as the walk comes to them. Hidden files and databases do not count.
        options: How files are to be read.
    """
    for given in paths:
        path = Path(given)
        try:
            if not str(given):  # A variable of the shell that is not set, not this folder.
                raise ReadingError('""', "an empty name names no file")
            folder = stat.S_ISDIR(status_of(path).st_mode)
            if not folder:
                check_supported(path, options)
        except ReadingError as error:
            yield error
            continue
        if folder:
            yield from _walk_whole(path, passed_over, options)
        else:
            yield path


def read_articles(path: str | Path, options: Options = _AS_USUAL) -> Iterator[Outcome]:
    """All articles in one file, errors and what is passed over among them, in order.

    Raises:
        ReadingError: The file is missing, unreadable or empty, of an unsupported type or too large,
            or nothing in it is an article.
    """
    path = Path(path)
    check_supported(path, options)
    yield from read(Source(path), options)


def read_article(path: str | Path) -> Article:
    """Read a file that holds one article.

    Raises:
        ReadingError: As ``read_articles`` does, or it holds none or several.
    """
    path = Path(path)
    found = (one for one in read_articles(path) if not isinstance(one, PassedOver))
    first, second = next(found, None), next(found, None)
    if isinstance(first, ReadingError):
        raise first
    if first is None or second is not None:
        raise ReadingError(
            path, f"it holds {'no article' if first is None else 'several articles'}"
        )
    return first


def check_supported(path: Path, options: Options) -> None:
    """Refuse a file that neither its name nor its first bytes tell to be of a format that is read.

    Raises:
        ReadingError: It is such a file, or none that can be looked at.
    """
    if format_by_name(path) is not None or path.is_dir():
        return
    check_regular(path, status_of(path))
    if format_of(Source(path), options) is None:
        raise ReadingError(path, unsupported(path))


def _walk_whole(
    folder: Path, passed_over: ToldOf, options: Options
) -> Iterator[Path | ReadingError]:
    """Yield what a folder holds, or one error if that is nothing at all."""
    found = False
    for item in _walk(folder, frozenset(), passed_over, options):
        found = True
        yield item
    if not found:
        yield ReadingError(
            folder, f"the folder holds nothing to read ({' '.join(sorted(ENDINGS))})"
        )


def _walk(
    folder: Path,
    above: frozenset[tuple[int, int]],
    passed_over: ToldOf,
    options: Options,
) -> Iterator[Path | ReadingError]:
    """Yield articles below a folder; ``above`` identifies the folders it lies in."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield ReadingError(folder, reason(error))
        return
    # A link to a folder above would be walked for ever.
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        if is_folder and _belongs_to_page(entry.name, names):
            parts = sum(len(files) for _, _, files in os.walk(path))
            passed_over(PassedOver(printable(path), PAGE_PARTS, parts))
        elif is_folder:
            yield from _walk(path, above | {identity}, passed_over, options)
        elif (kind := _kind_passed_over(path, options)) is None:
            yield path
        elif path.is_file() and not _is_database(path):
            passed_over(PassedOver(printable(path), kind))


def _belongs_to_page(name: str, names: Collection[str]) -> bool:
    """Whether a folder is what a browser puts beside a page: its pictures, scripts and frames."""
    page = name.removesuffix("_files")
    return page != name and any(f"{page}{ending}" in names for ending in HTML.endings)


def _kind_passed_over(path: Path, options: Options) -> str | None:
    """Of which kind a file of a folder is that is not read; None if it is read."""
    if (about := about_folder(path)) is not None:
        return about
    ending = printable(ending_of(path))
    if format_by_name(path) is None:
        return ending or NO_ENDING
    try:
        return None if format_of(Source(path), options) else f"{ending} without articles"
    except ReadingError:
        return None  # reading it tells why it cannot be


def _is_database(path: Path) -> bool:
    """Whether a file is an SQLite database, as an archive is, or what SQLite keeps beside one."""
    try:
        with path.with_name(_BESIDE_DATABASE.sub("", path.name)).open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False

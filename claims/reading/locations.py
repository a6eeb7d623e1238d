"""Locations to read from: paths, and the URLs of whatever store fsspec knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final, cast

from claims.reading.files import NO_ENDING, find_articles
from claims.reading.formats.source import (
    Options,
    PassedOver,
    ToldOf,
    open_regular,
    reason,
    status_of,
)
from claims.reading.formats.table import ENDINGS, about_folder, ending_of, format_by_name
from claims.reading.text.errors import ReadingError, printable

Location = Path | str
"""A path of this machine, or a URL."""

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:::|://)")

_AT_ONCE: Final = 1_000_000
"""Bytes that are fetched from a store ahead of what is read: some fetch fifty million, of which a
piece needs a tenth."""

_AS_USUAL: Final = Options()


def is_url(location: Location) -> bool:
    """Whether a location is a URL."""
    return isinstance(location, str) and _URL.match(location) is not None


def from_root(location: str) -> str:
    """A path from the root; a URL as it is.

    A path with ``..`` has its links followed, since what is above a linked folder is not what its
    name says.
    """
    if is_url(location):
        return location
    path = Path(location)
    return str(path.resolve() if ".." in path.parts else path.absolute())


def find_locations(
    locations: Iterable[str | Path],
    passed_over: ToldOf = lambda one: None,
    options: Options = _AS_USUAL,
) -> Iterator[Location | ReadingError]:
    """Like ``find_articles``, of paths and URLs; what a folder at a URL holds goes by its name."""
    for location in locations:
        if isinstance(location, str) and is_url(location):
            try:
                yield from _files_at(location, passed_over)
            except ReadingError as error:
                yield error
        else:
            yield from find_articles([location], passed_over, options)


def size_of(location: Location) -> int:
    """Bytes of a file.

    Raises:
        ReadingError: It cannot be looked at.
    """
    if isinstance(location, Path):
        return status_of(location).st_size
    system, path = _located(location)
    try:
        return int(system.size(path) or 0)
    except Exception as error:  # whatever a store's library raises
        raise ReadingError(location, reason(error)) from error


def open_location(location: Location) -> BinaryIO:
    """Open a file, which can be read from anywhere.

    Raises:
        ReadingError: It cannot be opened.
    """
    if isinstance(location, Path):
        return open_regular(location)
    system, path = _located(location)
    try:
        return cast(BinaryIO, system.open(path, "rb", block_size=_AT_ONCE))
    except Exception as error:  # whatever a store's library raises
        raise ReadingError(location, reason(error)) from error


def _files_at(url: str, passed_over: ToldOf) -> Iterator[str]:
    """The files that a URL names, of a folder in sorted order."""
    system, path = _located(url)
    try:
        if not system.isdir(path):
            system.info(path)
            yield url
            return
        files = sorted(system.find(path))
    except Exception as error:  # whatever a store's library raises
        raise ReadingError(url, reason(error)) from error
    found = False
    for file in files:
        below = PurePosixPath(file[len(path.rstrip("/")) :])
        if any(part.startswith(".") for part in below.parts):
            continue
        name = Path(below.name)
        about = about_folder(name)
        if about or format_by_name(name) is None:
            kind = about or printable(ending_of(name)) or NO_ENDING
            passed_over(PassedOver(system.unstrip_protocol(file), kind))
        else:
            found = True
            yield system.unstrip_protocol(file)
    if not found:
        problem = f"the folder holds nothing to read ({' '.join(sorted(ENDINGS))})"
        raise ReadingError(url, problem)


def _located(url: str) -> tuple[Any, str]:
    """The store that a URL names, and the path there."""
    try:
        # Imported late: it comes with an extra.
        from fsspec.core import url_to_fs
    except ImportError:
        problem = "a URL needs the extra: pip install 'claims[cluster]'"
        raise ReadingError(url, problem) from None
    try:
        system, path = url_to_fs(url)
    except Exception as error:  # whatever a store's library raises
        raise ReadingError(url, reason(error)) from error
    return system, str(path)

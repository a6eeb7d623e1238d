"""What a reader is given, a file or one within another, and what it gives back."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from claims.article import Article
from claims.reading.text.errors import ReadingError
from claims.system_error import system_reason

LIMIT: Final = 10_000_000
"""Bytes from which a file that holds one text is refused."""
BOOK_LIMIT: Final = 200_000_000
"""Bytes from which a file of pages with pictures among them is refused."""
HEAD: Final = 8192
"""Bytes by which a format is told."""
_SHORT: Final = 300_000
_LONGEST_NAME: Final = 300


@dataclass(frozen=True, slots=True)
class Options:
    """How files are to be read.

    Args:
        columns: Which column of a table has which field of an article, by field.
        encoding: Of texts and pages; None to find out.
    """

    columns: dict[str, str] = field(default_factory=dict)
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What lies in a folder or a file and is of no kind that is read.

    Args:
        path: Of a file, or of a folder none of whose files is read.
        kind: By ending (".exe"), or in words.
        files: How many it is.
    """

    path: str
    kind: str
    files: int = 1


ToldOf = Callable[[PassedOver], object]
"""Is told of what is passed over."""


Outcome = Article | ReadingError | PassedOver


@dataclass(slots=True)
class Source:
    """A file, or what lies within one.

    Args:
        path: As named; of what lies within a file it is told behind "#".
        stream: Its bytes, from the start, where it lies within a file.
        name: What it is called, where its path is that of the file it lies in.
        depth: How many packed files it lies in.
        continues: Whether it is a part of a file, and not the first.
        whole: The bytes of all of the file that it is a part of.
    """

    path: Path
    stream: BinaryIO | None = None
    name: Path | None = None
    depth: int = 0
    continues: bool = False
    whole: BinaryIO | None = None
    rows: int = field(default=0, init=False)
    """How many rows were read, of a file whose rows are articles."""
    gave_up: bool = field(default=False, init=False)
    """Whether its reader left the rest of it unread."""
    names: ArticlePaths = field(init=False, repr=False)
    """Of the articles in it."""
    _kept: bytes | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        self.names = ArticlePaths(self.path)

    @property
    def named(self) -> Path:
        """The name that tells its format."""
        return self.name or self.path

    def open(self) -> BinaryIO:
        """Its bytes, from the start.

        Raises:
            ReadingError: It is no regular file, or cannot be opened.
        """
        if self.stream is None:
            return open_regular(self.path)
        self.stream.seek(0)
        return self.stream

    def head(self) -> bytes:
        """Its first bytes.

        Raises:
            ReadingError: As ``open`` does.
        """
        if self._kept is None and self.stream is None:
            # A short file, as most are, is read once: opening it anew takes longer than reading.
            found = self._read(_SHORT)
            self._kept = found if len(found) < _SHORT else None
            return found[:HEAD]
        return self.data(HEAD, cut=True)

    def data(self, limit: int = LIMIT, *, cut: bool = False) -> bytes:
        """Its bytes.

        Raises:
            ReadingError: It cannot be read, or has ``limit`` bytes or more and is not to be cut.
        """
        if self._kept is not None and len(self._kept) < limit:
            return self._kept
        return self._read(limit, cut=cut)

    def _read(self, limit: int, *, cut: bool = True) -> bytes:
        stream = self.open()
        try:
            found = stream.read(limit)
            more = 0 if cut or len(found) < limit else max(limit, stream.seek(0, os.SEEK_END))
        except (OSError, ValueError) as error:
            raise ReadingError(self.path, reason(error)) from error
        finally:
            if self.stream is None:
                stream.close()
        if more:
            raise too_large(self.path, more, limit)
        return found


def too_large(path: Path, size: int, limit: int) -> ReadingError:
    """That a file has more bytes than are read."""
    sizes = f"{size / 1e6:.1f} MB, limit {limit / 1e6:.0f} MB"
    return ReadingError(path, f"the file is too large ({sizes})")


Reader = Callable[[Source, Options], Iterator[Outcome]]


class ArticlePaths:
    """Paths of the articles in one file, each of its own.

    Args:
        path: Of the file.
    """

    def __init__(self, path: Path) -> None:
        self.count = 0
        self.identifier: str | int | None = None
        """What the last name comes from."""
        self._path = path
        self._taken: set[str] = set()
        self._numbers: dict[Path, int] = {}
        """Of the last file of each name that came, from the second on."""

    def name(self, identifier: str | int | None) -> Path:
        """The path of the next article: by what identifies it, or its row, else by its number."""
        self.count += 1
        self.identifier = identifier
        identifier = str(identifier or "")
        name = identifier.partition("://")[2] or identifier
        name = "".join(c for c in name.strip(" <>/") if c.isprintable())[:_LONGEST_NAME]
        name = name or str(self.count)
        if name in self._taken:
            name = f"{name}~{self.count}"
        self._taken.add(name)
        return within(self._path, name)

    def of_file(self, name: str) -> Path:
        """The path of the next file in an archive, which may have several of one name."""
        path = first = within(self._path, name)
        number = self._numbers.get(first, 1)
        while str(path) in self._taken:
            number += 1
            path = within(self._path, f"{name}~{number}")
        if path != first:
            self._numbers[first] = number
        self._taken.add(str(path))
        return path


def within(path: Path, name: str) -> Path:
    """The path of what lies within a file: ``box.zip#page.html``."""
    # ".." would lead out of the file.
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return Path(f"{path}#{'/'.join(parts)}")


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file; reading a pipe or a device may never end.

    Raises:
        ReadingError: It is none, or cannot be opened.
    """
    check_regular(path, status_of(path))
    try:
        # Non-blocking: a pipe may have taken the file's place since it was looked at.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        file = open(handle, "rb")  # noqa: SIM115  # the caller's
        check_regular(path, os.fstat(handle))
    except OSError as error:
        raise ReadingError(path, reason(error)) from error
    return file


def check_regular(path: Path, status: os.stat_result) -> None:
    """Refuse what is no regular file.

    Raises:
        ReadingError: It is a folder, a pipe, a socket or a device.
    """
    if stat.S_ISDIR(status.st_mode):
        raise ReadingError(path, "it is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise ReadingError(path, "it is no regular file but a pipe, a socket or a device")


def status_of(path: Path) -> os.stat_result:
    """What the file system says of a path, links followed.

    Raises:
        ReadingError: There is nothing that can be looked at.
    """
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and path.is_symlink():
            raise ReadingError(path, "it is a link to a file that does not exist") from error
        raise ReadingError(path, reason(error)) from error


def reason(error: Exception) -> str:
    """The system's words for an error, without path and number."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return system_reason(error)

"""Files in pieces that can be read apart from each other, and by another machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from claims.reading.formats import table
from claims.reading.formats.source import HEAD, ArticlePaths, Options, Outcome, Source
from claims.reading.locations import Location, open_location, size_of
from claims.reading.stream_slice import Boundary, line_from, record_from, slice_of
from claims.reading.text.decoding import wide_encoding
from claims.reading.text.errors import ReadingError, printable

PIECE: Final = 4_000_000
"""Bytes of a piece of a file that can be cut."""

_CUT: Final[dict[str, Boundary]] = {table.LINES.name: line_from, table.WARC.name: record_from}
"""Where files can be cut, by format."""

_ANY_NUMBER: Final = frozenset(
    one.name
    for one in (
        *(table.MAILBOX, table.FEED, table.JSON, table.TABLE, table.PARQUET),
        *(table.WACZ, table.ZIP, table.TAR, table.COMPRESSED),
    )
)
"""Formats that cannot be cut, and may hold any number of articles."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file: the records that begin in it.

    Args:
        location: Of the file.
        start: Its first byte.
        end: The byte behind its last one.
        size: Bytes of the whole file.
    """

    location: Location
    start: int
    end: int
    size: int

    @property
    def whole(self) -> bool:
        """Whether it is all of the file."""
        return self.end - self.start == self.size

    @property
    def holds_many(self) -> bool:
        """Whether it may hold more articles than should be in memory at once."""
        found = table.format_by_name(self.path)
        return self.size > PIECE and found is not None and found.name in _ANY_NUMBER

    @property
    def path(self) -> Path:
        """The location as a path: of a URL it tells the format and no more."""
        return Path(self.location)


class NamedOutcome(NamedTuple):
    """What was read, and what its name comes from, where that depends on the pieces before.

    Args:
        name: What identifies it, or the number of its row in the piece.
        nth: Which of the named in the piece it is; 0 where the name is right.
    """

    outcome: Outcome
    name: str | int | None = None
    nth: int = 0


class End(NamedTuple):
    """The end of a piece.

    Args:
        names: How many names were given in it.
        rows: How many rows were read.
        goes_on: Whether what follows in the file can be read.
    """

    names: int = 0
    rows: int = 0
    goes_on: bool = False


ReadPiece = tuple[list[NamedOutcome], End]
"""All of a piece."""


def pieces_of(location: Location, size: int = PIECE) -> Iterator[Piece]:
    """The pieces of a file, one where it cannot be cut.

    Args:
        location: Of the file.
        size: Bytes of a piece.

    Raises:
        ReadingError: It cannot be looked at.
    """
    found, whole = table.format_by_name(Path(location)), size_of(location)
    step = size if found is not None and found.name in _CUT and whole > size else whole
    if step < whole and _is_wide(location):
        step = whole
    for start in range(0, whole, step) if step else (0,):
        yield Piece(location, start, min(start + step, whole), whole)


def _is_wide(location: Location) -> bool:
    """Whether a file's characters are of several bytes, of which one may look like a line's end."""
    with open_location(location) as stream:
        return wide_encoding(stream.read(HEAD)) is not None


def read_piece(piece: Piece, options: Options) -> Iterator[NamedOutcome | End]:
    """All articles in a piece, with errors and what is passed over, in order; then its end.

    Raises:
        ReadingError: As ``read_articles`` does; what follows in the file cannot be read either.
    """
    with open_location(piece.location) as stream:
        if piece.whole:
            source = Source(piece.path, stream)
            for outcome in table.read(source, options):
                yield NamedOutcome(placed(outcome, piece))
            yield End(goes_on=True)
            return
        found = table.format_by_name(piece.path)
        assert found is not None, "it has been cut"
        begin, end = (_CUT[found.name](stream, at, piece.size) for at in (piece.start, piece.end))
        with slice_of(stream, begin, end) as stretch:
            source = Source(piece.path, stretch, continues=piece.start > 0, whole=stream)
            for outcome in table.read(source, options) if begin < end else ():
                named = outcome.path != printable(piece.path)
                name = (source.names.identifier, source.names.count) if named else (None, 0)
                yield NamedOutcome(placed(outcome, piece), *name)
        yield End(source.names.count, source.rows, not source.gave_up)


def joined(location: Location, pieces: Iterable[ReadPiece]) -> Iterator[Outcome]:
    """What the pieces of a file hold, named as when it is read in one go."""
    names = ArticlePaths(Path(location))
    before = rows = 0
    for found, end in pieces:
        for one in found:
            yield _named(location, one, names, before, rows)
        if not end.goes_on:
            return
        before += end.names
        rows += end.rows


def placed(outcome: Outcome, piece: Piece) -> Outcome:
    """An outcome with the URL of its file where it has only what a path makes of that."""
    if isinstance(piece.location, Path):
        return outcome
    return _at(outcome, _url_kept(outcome.path, piece.location))


def _named(
    location: Location, one: NamedOutcome, names: ArticlePaths, before: int, rows: int
) -> Outcome:
    outcome, path = one.outcome, one.outcome.path
    if one.nth:
        names.count = before + one.nth - 1
        name = one.name + rows if isinstance(one.name, int) else one.name
        path = _url_kept(printable(names.name(name)), location)
    return _at(outcome, path, rows)


def _at(outcome: Outcome, path: str, rows: int = 0) -> Outcome:
    if isinstance(outcome, ReadingError):
        return outcome.moved(path, rows)
    return replace(outcome, path=path)


def _url_kept(path: str, location: Location) -> str:
    made = printable(Path(location))
    if isinstance(location, str) and path.startswith(made):
        return location + path.removeprefix(made)
    return path

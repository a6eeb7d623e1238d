"""Reading by workers: files in pieces, some to a task, and what is read given back in order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent import futures
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from claims.processes.limits import Limits
from claims.reading.bounded import BoundedReader
from claims.reading.formats.source import Options, Outcome
from claims.reading.locations import is_url
from claims.reading.pieces import Piece, ReadPiece, joined, pieces_of
from claims.reading.text.errors import ReadingError

AHEAD: Final = 2
"""Tasks that are handed out or done, for each worker."""
# What a task reads: enough to make the handing over cheap, little enough to have all at work.
_PIECES: Final = 16
_BYTES: Final = 1_000_000

Task = Sequence[Piece]
"""What is read at once."""


class ReadsPieces(Protocol):
    """An engine whose workers read."""

    def read_pieces(
        self, tasks: Iterable[Task], options: Options
    ) -> Generator[list[ReadPiece], None, None]:
        """What the pieces of each task hold, in the order given."""


class _Part(NamedTuple):
    """One thing to read, or a part of it.

    Args:
        piece: What a worker reads of it.
        here: What of it is read here.
    """

    number: int
    what: Any
    piece: Piece | None = None
    here: Piece | None = None


def read_by(
    engine: ReadsPieces, here: BoundedReader, found: Iterable[Any], options: Options
) -> Generator[tuple[Any, Iterator[Outcome]], None, None]:
    """Each location with what is read there, in order; what is none is given back as it is.

    The outcomes of one are to be taken before the next is asked for. A large file that cannot be
    cut is read here, one article after another: a worker would hand over all of it at once.

    Args:
        engine: Whose workers read.
        here: Reads for this process.
        found: Paths and URLs, and other things among them.
        options: How files are to be read.
    """
    waiting: deque[list[_Part]] = deque()

    def tasks() -> Iterator[list[Piece]]:
        for bundle in _bundles(found):
            waiting.append(bundle)
            yield [part.piece for part in bundle if part.piece is not None]

    def results() -> Iterator[tuple[_Part, ReadPiece | None]]:
        with closing(engine.read_pieces(tasks(), options)) as done:
            for read in done:
                each = iter(read)
                for part in waiting.popleft():
                    yield part, None if part.piece is None else next(each)

    for _, several in groupby(results(), lambda one: one[0].number):
        first, read = next(several)
        if first.here is not None:
            yield first.what, here.read_one_by_one(first.here)
        elif read is None:
            yield first.what, iter(())
        else:
            rest = (more for _, more in several if more is not None)
            yield first.what, joined(first.what, _chained(read, rest))


def _chained(first: ReadPiece, rest: Iterator[ReadPiece]) -> Iterator[ReadPiece]:
    yield first
    yield from rest


def _parts(found: Iterable[Any]) -> Iterator[_Part]:
    for number, what in enumerate(found):
        if not (isinstance(what, Path) or is_url(what)):
            yield _Part(number, what)
            continue
        try:
            for piece in pieces_of(what):
                if piece.holds_many:
                    yield _Part(number, what, here=piece)
                else:
                    yield _Part(number, what, piece)
        except ReadingError as error:
            yield _Part(number, error)


def _bundles(found: Iterable[Any]) -> Iterator[list[_Part]]:
    bundle: list[_Part] = []
    weight = 0
    for part in _parts(found):
        bundle.append(part)
        weight += 0 if part.piece is None else part.piece.end - part.piece.start
        if len(bundle) >= _PIECES or weight >= _BYTES:
            yield bundle
            bundle, weight = [], 0
    if bundle:
        yield bundle


def in_order(
    tasks: Iterable[Task],
    submit: Callable[[Task], Any],
    take: Callable[[Task, Any], list[ReadPiece]],
    ahead: Callable[[], int],
) -> Generator[list[ReadPiece], None, None]:
    """What each task gives, in the order given.

    Args:
        tasks: Those that are empty are handed to nobody.
        submit: Hands a task out, for a future.
        take: Waits for what a task gives.
        ahead: How many may be handed out or done.
    """
    waiting: deque[tuple[Task, Any]] = deque()

    def oldest() -> list[ReadPiece]:
        task, future = waiting.popleft()
        return [] if future is None else take(task, future)

    for task in tasks:
        waiting.append((task, submit(task) if task else None))
        while waiting and (len(waiting) >= ahead() or _done(waiting[0][1])):
            yield oldest()
    while waiting:
        yield oldest()


def _done(future: Any) -> bool:
    return future is None or bool(future.done())


class LocalReaders:
    """Processes of this machine that read.

    Args:
        jobs: How many at most.
        limits: What reading one article may take.
    """

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._jobs = jobs
        self._limits = limits
        self._lock = threading.Lock()
        self._all: list[BoundedReader] = []
        self._idle: list[BoundedReader] = []
        self._stopped = False

    def read_pieces(
        self, tasks: Iterable[Task], options: Options
    ) -> Generator[list[ReadPiece], None, None]:
        """What the pieces of each task hold, in the order given; closing it ends the processes."""
        threads = futures.ThreadPoolExecutor(self._jobs, thread_name_prefix="reading")

        def submit(task: Task) -> futures.Future[list[ReadPiece]]:
            return threads.submit(self._read, task, options)

        def take(_: object, future: futures.Future[list[ReadPiece]]) -> list[ReadPiece]:
            # Where a wait cannot be interrupted, Ctrl-C is heard between two.
            while not futures.wait([future], timeout=0.5).done:
                pass
            return future.result()

        try:
            yield from in_order(tasks, submit, take, lambda: AHEAD * self._jobs)
        finally:
            self._stopped = True
            for reader in list(self._all):
                reader.kill()
            threads.shutdown(cancel_futures=True)
            for reader in self._all:
                reader.close()

    def _read(self, task: Task, options: Options) -> list[ReadPiece]:
        reader = self._reader(options)
        try:
            return [reader.read_piece(piece) for piece in task if not self._stopped]
        finally:
            self._idle.append(reader)

    def _reader(self, options: Options) -> BoundedReader:
        with self._lock:
            if self._idle:
                return self._idle.pop()
            reader = BoundedReader(self._limits, options, apart=True)
            self._all.append(reader)
            return reader

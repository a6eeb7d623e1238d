"""What runs on the workers of a cluster: these functions are called there, by name."""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from claims.article import Article
from claims.engines.encoding import prepare_encoding
from claims.engines.fingerprint import fingerprint
from claims.extraction.parallel import Pool
from claims.extraction.parallel import prepare as prepare_extraction
from claims.processes.limits import Limits
from claims.reading.bounded import BoundedReader
from claims.reading.formats.source import Options
from claims.reading.pieces import Piece, ReadPiece


class OtherVersionError(Exception):
    """A worker has another version of the package than the one that asks."""


class Asked(NamedTuple):
    """What a worker is to do.

    Args:
        model: As for ``Extractor``.
        limits: What one article may take.
        asked_by: Fingerprint of the package that asks.
        encodes: Whether to make vectors of what is found.
    """

    model: str | None
    limits: Limits
    asked_by: str
    encodes: bool = False


_pools: dict[tuple[str | None, Limits, bool], Pool] = {}
_making: Final = threading.Lock()


def prepare(asked: Asked) -> tuple[str, str]:
    """Load the model, so that no article waits for that; gives its name and version.

    Raises:
        OtherVersionError: This worker's package is another one.
        ModelError: The model cannot be used.
    """
    _check(asked.asked_by)
    return _pool(asked).identify()


def outcomes(batch: bytes, asked: Asked) -> tuple[str, list[Any]]:
    """Where this is, and what each article of a pickled batch gives; a worker may come when the
    work has begun.

    Raises:
        OtherVersionError: This worker's package is another one.
    """
    _check(asked.asked_by)
    articles: Sequence[Article] = pickle.loads(batch)
    return _here(), _pool(asked).outcomes(articles)


def read(task: bytes, options: Options, limits: Limits, asked_by: str) -> list[ReadPiece]:
    """What pieces of files hold.

    Args:
        task: The pieces, pickled.
        options: How files are to be read.
        limits: What reading one article may take.
        asked_by: Fingerprint of the package that asks.

    Raises:
        OtherVersionError: This worker's package is another one.
    """
    _check(asked_by)
    pieces: Sequence[Piece] = pickle.loads(task)
    _may_have_children()
    with BoundedReader(limits, options) as reader:
        return [reader.read_piece(piece) for piece in pieces]


def _here() -> str:
    """The address of this worker."""
    # Imported late: it is an extra.
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:
        return "no worker"


def _check(asked_by: str) -> None:
    if asked_by != fingerprint():
        raise OtherVersionError(fingerprint())


def _pool(asked: Asked) -> Pool:
    """This worker's processes: a task that runs alone may not end the worker for what it takes."""
    with _making:
        _may_have_children()
        prepared = prepare_encoding if asked.encodes else prepare_extraction
        return _pools.setdefault(
            (asked.model, asked.limits, asked.encodes), Pool(asked.model, asked.limits, prepared)
        )


def _may_have_children() -> None:
    """Tell this worker, which is the daemon of its nanny, that it is none: a daemon may not have
    children. They watch their parent, and end with it."""
    vars(multiprocessing.current_process())["_config"]["daemon"] = False

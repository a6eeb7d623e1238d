"""What runs on the workers of a cluster: these functions are called there, by name."""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from collections.abc import Sequence
from typing import Final

from claims.article import Article
from claims.engines.fingerprint import fingerprint
from claims.extraction.parallel import Pool
from claims.extraction.pipeline import Extraction
from claims.processes.limits import Limits


class OtherVersionError(Exception):
    """A worker has another version of the package than the one that asks."""


_pools: dict[tuple[str | None, Limits], Pool] = {}
_making: Final = threading.Lock()


def prepare(model: str | None, limits: Limits, asked_by: str) -> tuple[str, str]:
    """Load the model, so that no article waits for that; gives its name and version.

    Args:
        asked_by: Fingerprint of the package that asks.

    Raises:
        OtherVersionError: This worker's package is another one.
        ModelError: The model cannot be used.
    """
    _check(asked_by)
    return _pool(model, limits).identify()


def outcomes(batch: bytes, model: str | None, limits: Limits, asked_by: str) -> list[Extraction]:
    """What each article of a pickled batch gives.

    Args:
        asked_by: Fingerprint of the package that asks; a worker may come when the work has begun.

    Raises:
        OtherVersionError: This worker's package is another one.
    """
    _check(asked_by)
    articles: Sequence[Article] = pickle.loads(batch)
    return _pool(model, limits).outcomes(articles)


def _check(asked_by: str) -> None:
    if asked_by != fingerprint():
        raise OtherVersionError(fingerprint())


def _pool(model: str | None, limits: Limits) -> Pool:
    """This worker's processes: a task that runs alone may not end the worker for what it takes."""
    with _making:
        # A worker is the daemon of its nanny, and a daemon may not have children unless it is told
        # that it is none. They watch their parent, and end with it.
        vars(multiprocessing.current_process())["_config"]["daemon"] = False
        return _pools.setdefault((model, limits), Pool(model, limits))

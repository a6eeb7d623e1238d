"""Engines by name: ``local:4`` and ``dask://host:8786``."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from claims.article import Article
from claims.claim import Claim

# Imported late: names of engines are read before anything that extracts is loaded.
if TYPE_CHECKING:
    from claims.engines.encoding import Encoded
    from claims.reading.formats.source import Options
    from claims.reading.pieces import Piece, ReadPiece

_LOCAL: Final = re.compile(r"local(?::([1-9]\d{0,3}))?")
_CLUSTER: Final = re.compile(r"dask://(\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]+):(\d{1,5})/?")
_PORTS: Final = range(1, 65_536)


class EngineError(Exception):
    """An engine cannot be used, or is lost; ``str()`` is one line that names it."""


class Extracts(Protocol):
    """What an engine does: the claims of articles, in the order given."""

    @property
    def model_name(self) -> str:
        """Name of the model; knowing it may mean loading it."""

    @property
    def model_version(self) -> str:
        """Version of the model and of the trained weights; knowing it may mean loading them."""

    @property
    def worked(self) -> Mapping[str, int]:
        """Articles done so far, by the worker that did them."""

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, tuple[Claim, ...] | Exception], None, None]:
        """Each article with its claims, or with the error that extracting it gave."""

    def encode_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Encoded | Exception], None, None]:
        """Likewise, with the vectors of what the claims say."""

    def read_pieces(
        self, tasks: Iterable[Sequence[Piece]], options: Options
    ) -> Generator[list[ReadPiece], None, None]:
        """What the pieces of files of each task hold, in the order given, read by the workers."""


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Processes of this machine.

    Args:
        jobs: How many at most; None for one a core.
    """

    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class ClusterEngine:
    """The workers of a Dask scheduler.

    Args:
        host: Name or address; one of IPv6 in brackets.
    """

    host: str
    port: int

    def __str__(self) -> str:
        return f"dask://{self.host}:{self.port}"


Engine = LocalEngine | ClusterEngine


def read_engine(name: str) -> Engine:
    """The engine of a name.

    Raises:
        EngineError: The name is of no engine.
    """
    if local := _LOCAL.fullmatch(name):
        return LocalEngine(int(local[1]) if local[1] else None)
    cluster = _CLUSTER.fullmatch(name)
    if cluster and int(cluster[2]) in _PORTS:
        return ClusterEngine(cluster[1], int(cluster[2]))
    raise EngineError(f"{name}: not an engine; write local, local:N or dask://HOST:PORT")

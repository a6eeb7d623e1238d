"""Extraction by the workers of a Dask scheduler."""

from __future__ import annotations

import logging
import pickle
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from claims.article import Article
from claims.engines import on_worker
from claims.engines.encoding import Encoded
from claims.engines.engine import ClusterEngine, EngineError
from claims.engines.fingerprint import fingerprint
from claims.engines.reading import AHEAD as READ_AHEAD
from claims.engines.reading import in_order
from claims.engines.scheduler import await_scheduler
from claims.extraction.parallel import AHEAD, WorkerError, transportable
from claims.extraction.pipeline import Extraction, ModelError
from claims.processes.limits import Limits
from claims.reading.formats.source import Options
from claims.reading.pieces import End, NamedOutcome, Piece, ReadPiece
from claims.reading.text.errors import ReadingError

if TYPE_CHECKING:
    from distributed import Client, Future

_ANSWERS_WITHIN: Final = 10.0
"""Seconds within which a scheduler, and one of its workers, must be there."""
_LOADS_WITHIN: Final = 120.0
"""Seconds within which a worker must have loaded the model."""
_ALONE_FOR: Final = 60.0
"""Seconds without any worker after which the work is given up."""
_LOST: Final = "every worker that had it was lost"
_LOOK: Final = 0.5
"""Seconds after which a wait looks whether the cluster is still there."""


class ClusterExtractor:
    """Extracts like ``ParallelExtractor``, by the workers of a cluster.

    A batch whose worker is lost goes to another one; where several in turn are lost with it, its
    articles are tried one by one, and the one that ends workers is refused.

    Args:
        model: As for ``Extractor``, installed on every worker.
        limits: What one article may take; beyond it the article is refused.
    """

    def __init__(
        self, engine: ClusterEngine, model: str | None = None, limits: Limits | None = None
    ) -> None:
        self._engine = engine
        self._model = model
        self._limits = limits or Limits()
        self._identity: tuple[str, str] | None = None
        self.worked: Counter[str] = Counter()
        """Articles done so far, by the address of the worker that did them."""

    @property
    def model_name(self) -> str:
        """Name of the model that the workers have."""
        return self._known()[0]

    @property
    def model_version(self) -> str:
        """Version of the model and weights that the workers have."""
        return self._known()[1]

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Extraction], None, None]:
        """Each article with its claims or its error, in the order given.

        Reads ahead two batches a thread of the workers at most. Closing the generator takes back
        what is not done.

        Raises:
            EngineError: The cluster does not answer, has no worker or one of another version, or
                is lost.
            ModelError: A worker cannot use the model.
        """
        return self._each(articles, encodes=False)

    def encode_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Encoded | Exception], None, None]:
        """Like ``extract_each``, with vectors beside the claims."""
        return self._each(articles, encodes=True)

    def read_pieces(
        self, tasks: Iterable[Sequence[Piece]], options: Options
    ) -> Generator[list[ReadPiece], None, None]:
        """What the pieces of each task hold, in the order given, read by the workers.

        Raises:
            EngineError: As for ``extract_each``.
        """
        with self._connected() as cluster:
            yield from cluster.read(tasks, options)

    def _each(
        self, articles: Iterable[Article], *, encodes: bool
    ) -> Generator[tuple[Article, Any], None, None]:
        source = iter(articles)
        first = next(source, None)
        if first is None:
            return
        with self._connected(encodes=encodes) as cluster:
            self._identity = cluster.checked()
            yield from cluster.outcomes_of(transportable(chain([first], source)))

    @contextmanager
    def _connected(self, *, encodes: bool = False) -> Iterator[_Cluster]:
        with _client(self._engine) as client:
            asked = on_worker.Asked(self._model, self._limits, fingerprint(), encodes)
            cluster = _Cluster(client, self._engine, asked, self.worked)
            try:
                yield cluster
            except OSError:
                if client.status == "running":
                    raise
                raise cluster.lost() from None

    def _known(self) -> tuple[str, str]:
        if self._identity is None:
            with self._connected() as cluster:
                self._identity = cluster.checked()
        assert self._identity is not None, "connecting tells it"
        return self._identity


@contextmanager
def _client(engine: ClusterEngine) -> Iterator[Client]:
    try:
        # Imported late: it is an extra.
        from distributed import Client
    except ImportError:
        raise EngineError(f"{engine}: needs the extra: pip install 'claims[cluster]'") from None
    _quiet()
    await_scheduler(engine, _ANSWERS_WITHIN)
    try:
        client = Client(
            f"tcp://{engine.host}:{engine.port}", timeout=_ANSWERS_WITHIN, set_as_default=False
        )
    except (OSError, ValueError) as error:
        raise EngineError(f"{engine}: no scheduler answers ({_line(error)})") from None
    try:
        yield client
    finally:
        # A scheduler that is gone cannot be told good-bye.
        with suppress(Exception):
            client.close(timeout=_LOOK if client.status != "running" else _ANSWERS_WITHIN)


class _Cluster:
    """A cluster at work for one stream of articles."""

    def __init__(
        self, client: Client, engine: ClusterEngine, asked: on_worker.Asked, worked: Counter[str]
    ) -> None:
        self._worked = worked
        self._client = client
        self._engine = engine
        self._asked = asked

    def checked(self) -> tuple[str, str]:
        """Name and version of the model that all workers have.

        Raises:
            EngineError: There is no worker, or one has another version than this machine.
            ModelError: A worker cannot use the model.
        """
        workers = self._workers()
        asked = {
            one: self._client.submit(
                on_worker.prepare, self._asked, workers=[one], pure=False, retries=0
            )
            for one in workers
        }
        models = {self._prepared(one, future) for one, future in asked.items()}
        if len(models) > 1:
            versions = " and ".join(sorted(" ".join(model) for model in models))
            raise EngineError(f"{self._engine}: workers have different models: {versions}")
        return models.pop()

    def outcomes_of(self, batches: Iterable[list[Article]]) -> Iterator[tuple[Article, Any]]:
        """Each article with what the workers found, in the order given."""
        waiting: deque[tuple[list[Article], Future]] = deque()
        for batch in batches:
            waiting.append((batch, self._submitted(batch)))
            ahead = AHEAD * self._threads()
            while waiting and (len(waiting) >= ahead or waiting[0][1].done()):
                yield from self._oldest(waiting)
        while waiting:
            yield from self._oldest(waiting)

    def read(
        self, tasks: Iterable[Sequence[Piece]], options: Options
    ) -> Generator[list[ReadPiece], None, None]:
        """What the pieces of each task hold, in the order given."""
        self._workers()

        def submit(task: Sequence[Piece]) -> Future:
            # Extraction waits for what is read, never the other way round.
            limits, asked_by = self._asked.limits, self._asked.asked_by
            return self._client.submit(
                on_worker.read,
                pickle.dumps(task),
                options,
                limits,
                asked_by,
                pure=False,
                priority=1,
            )

        def take(task: Sequence[Piece], future: Future) -> list[ReadPiece]:
            return self._read(task, future, submit)

        return in_order(tasks, submit, take, lambda: READ_AHEAD * self._threads())

    def _read(
        self,
        task: Sequence[Piece],
        future: Future,
        submit: Callable[[Sequence[Piece]], Future],
    ) -> list[ReadPiece]:
        """What a task gives; one that ended several workers is tried piece by piece."""
        # Imported late: it is an extra.
        from distributed import KilledWorker

        try:
            read: list[ReadPiece] = self._result(future)
        except KilledWorker:
            if len(task) == 1:
                return [([NamedOutcome(ReadingError(task[0].location, _LOST))], End())]
            return [one for piece in task for one in self._read([piece], submit([piece]), submit)]
        except on_worker.OtherVersionError as error:
            raise self._differs("that is to read", error) from None
        return read

    def _threads(self) -> int:
        """How many threads the workers have."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def _oldest(
        self, waiting: deque[tuple[list[Article], Future]]
    ) -> Iterator[tuple[Article, Any]]:
        batch, future = waiting.popleft()
        return zip(batch, self._outcomes(batch, future), strict=True)

    def _outcomes(self, batch: list[Article], future: Future) -> list[Any]:
        """What a batch gives; one that ended several workers is tried article by article."""
        # Imported late: it is an extra.
        from distributed import KilledWorker

        try:
            worker, found = self._result(future)
        except KilledWorker:
            if len(batch) == 1:
                return [WorkerError(batch[0].path, _LOST)]
            return [
                outcome
                for article in batch
                for outcome in self._outcomes([article], self._submitted([article]))
            ]
        except on_worker.OtherVersionError as error:
            raise self._differs("that came later", error) from None
        self._worked[worker] += len(batch)
        outcomes: list[Any] = found
        return outcomes

    def _submitted(self, batch: list[Article]) -> Future:
        return self._client.submit(on_worker.outcomes, pickle.dumps(batch), self._asked, pure=False)

    def _prepared(self, worker: str, future: Future) -> tuple[str, str]:
        try:
            greeting: tuple[str, str] = self._result(future, _LOADS_WITHIN)
        except ModelError as error:
            raise ModelError(f"{self._engine}: worker {worker}: {error}") from None
        except on_worker.OtherVersionError as error:
            raise self._differs(worker, error) from None
        except EngineError:
            raise
        except Exception as error:
            raise EngineError(f"{self._engine}: worker {worker}: {_line(error)}") from None
        return greeting

    def _result(self, future: Future, within: float | None = None) -> Any:
        """What a task gave.

        Args:
            within: Seconds; None for as long as there are workers.

        Raises:
            EngineError: The scheduler is gone, or all workers for a while, or time is up.
            Exception: Whatever the task raised.
        """
        waited = alone = 0.0
        while True:
            try:
                return future.result(timeout=_LOOK)
            except CancelledError:
                raise self.lost() from None
            except TimeoutError:
                if self._client.status != "running":
                    raise self.lost() from None
                waited += _LOOK
                alone = 0.0 if self._client.nthreads() else alone + _LOOK
                if alone >= _ALONE_FOR:
                    raise EngineError(f"{self._engine}: all its workers are gone") from None
                if within is not None and waited >= within:
                    raise EngineError(f"{self._engine}: a worker does not answer") from None

    def _workers(self) -> list[str]:
        """The addresses of the workers; one is waited for."""
        try:
            self._client.wait_for_workers(1, timeout=_ANSWERS_WITHIN)
        except TimeoutError:
            raise EngineError(f"{self._engine}: the scheduler has no workers") from None
        return sorted(self._client.nthreads())

    def lost(self) -> EngineError:
        """What to say when the scheduler is gone."""
        return EngineError(f"{self._engine}: the scheduler is gone; what was stored stays")

    def _differs(self, worker: str, other: on_worker.OtherVersionError) -> EngineError:
        return EngineError(
            f"{self._engine}: worker {worker} has claims {other}, this machine {fingerprint()}"
        )


def _quiet() -> None:
    """Have the library's own log, which repeats with traces what is told in a line, hold back."""
    for name in [*logging.root.manager.loggerDict]:
        # Some below these have levels of their own.
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _line(error: BaseException) -> str:
    """An error on one line."""
    return " ".join((str(error) or type(error).__name__).split())

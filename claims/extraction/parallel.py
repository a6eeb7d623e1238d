"""Extraction by processes of its own: within limits, and by several at once where that is sooner.

Each of a few threads hands batches to a process of its own, which holds an ``Extractor``, and ends
it where it takes more than one article may. The standard library's process pool does not do: it
cannot end a worker that is at work, nor say which task a worker had when the system killed it.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent import futures
from contextlib import contextmanager
from itertools import chain
from typing import Any, Final

from claims.article import Article, Segment, SegmentKind
from claims.claim import Claim
from claims.extraction.pipeline import Extraction, Extractor, ModelError, batches, identity
from claims.processes.limits import Limits
from claims.processes.worker import EndedError, Prepare, Worker, portable

PARALLEL_FROM: Final = 60_000
"""Characters from which more than one process is started.

A further process begins to work after about two seconds of processor time, which two cores win
back with 30,000 characters; from twice that on it is worth the memory.
"""

# What a process is handed at once: long enough to make the handing over cheap, short enough for the
# last batches to end at about the same time.
_BATCH_ARTICLES: Final = 16
_BATCH_CHARACTERS: Final = 25_000
# The first are short, and all so long as to be done in about this many seconds, so that little is
# lost with a process that is killed.
_BATCH_SECONDS: Final = 2.0
_FIRST_CHARACTERS: Final = 4_000
AHEAD: Final = 2
"""Batches that are handed out or done, for each process."""
# What an article costs apart from its text, in characters.
_ARTICLE: Final = 200
# Has a new process load what is loaded at first use only: no article is charged with that.
_SENTENCE: Final = "“The dam is old,” said Ruiz."
_FIRST: Final = Article(
    "", _SENTENCE, segments=(Segment(SegmentKind.PARAGRAPH, 0, len(_SENTENCE)),)
)


class WorkerError(Exception):
    """The process that had an article ended or was ended; ``str()`` is one line, "path: reason"."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(path, reason)

    def __str__(self) -> str:
        return " ".join(f"{self.path}: {self.reason}".split())


def transportable(
    articles: Iterable[Article], characters: Callable[[], int] = lambda: _BATCH_CHARACTERS
) -> Iterator[list[Article]]:
    """Articles in batches that are worth handing to another process.

    Args:
        articles: In order.
        characters: Asked for each batch how many are enough.
    """
    return batches(articles, _BATCH_ARTICLES, characters)


def usable_cores() -> int:
    """How many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class ParallelExtractor:
    """Extracts like ``Extractor``, in a process of its own, or several where there is enough to do.

    Nothing is loaded before there is an article. A stream of less than ``PARALLEL_FROM`` characters
    is extracted from by one process.

    Args:
        model: As for ``Extractor``.
        jobs: How many processes at most; None for one a core.
        limits: What one article may take; beyond it the article is refused.
    """

    def __init__(
        self, model: str | None = None, jobs: int | None = None, limits: Limits | None = None
    ) -> None:
        self.jobs = usable_cores() if jobs is None else jobs
        self.worked: Counter[str] = Counter()
        """Articles done so far, by the process that did them."""
        self.limits = limits or Limits()
        self._model = model
        self._pool: Pool | None = None
        self._identity: tuple[str, str] | None = None

    @property
    def model_name(self) -> str:
        """Name of the model, which is loaded only if its files do not tell."""
        return self._known()[0]

    @property
    def model_version(self) -> str:
        """Version of the model and weights, which are loaded only if their files do not tell."""
        return self._known()[1]

    def extract(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Each article with its claims, in the order given; an error of one ends it.

        Raises:
            ModelError: The model is not installed, lacks a component or cannot be loaded.
            WorkerError: An article was over a limit, or the process that had it was killed.
        """
        for article, found in self.extract_each(articles):
            if isinstance(found, Exception):
                raise found
            yield article, found

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Extraction], None, None]:
        """Like ``extract``, with an article's error in place of its claims.

        Reads ahead ``PARALLEL_FROM`` characters before it begins, then two batches a process at
        most. Closing the generator ends the processes at once.

        Raises:
            ModelError: The model is not installed, lacks a component or cannot be loaded.
        """
        return self.each(articles, prepare)

    def each(
        self, articles: Iterable[Article], prepared: Prepare
    ) -> Generator[tuple[Article, Any], None, None]:
        """Like ``extract_each``, with what processes answer that are prepared otherwise.

        Args:
            articles: In order.
            prepared: What a process does first, in place of `prepare`.
        """
        source = iter(articles)
        with self._processes(prepared) as pool:
            first, enough = _first(source, PARALLEL_FROM if self.jobs > 1 else 0)
            if first:
                yield from self._by(pool, self.jobs if enough else 1, chain(first, source))

    def _by(
        self, pool: Pool, jobs: int, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, Any]]:
        waiting: deque[tuple[list[Article], futures.Future[list[Any]]]] = deque()

        def oldest() -> Iterator[tuple[Article, Any]]:
            batch, future = waiting.popleft()
            # Where a wait cannot be interrupted, Ctrl-C is heard between two.
            while not futures.wait([future], timeout=0.5).done:
                pass
            outcomes = future.result()
            self._identity = pool.identity
            return zip(batch, outcomes, strict=True)

        threads = futures.ThreadPoolExecutor(jobs, thread_name_prefix="extraction")
        try:
            for batch in transportable(articles, pool.characters):
                waiting.append((batch, threads.submit(pool.outcomes, batch)))
                while waiting and (len(waiting) >= AHEAD * jobs or waiting[0][1].done()):
                    yield from oldest()
            while waiting:
                yield from oldest()
        finally:
            pool.stop()
            threads.shutdown(cancel_futures=True)

    @contextmanager
    def _processes(self, prepared: Prepare) -> Iterator[Pool]:
        """The processes of one stream, none of which outlives it."""
        pool = self._pool = Pool(self._model, self.limits, prepared, self.worked)
        try:
            yield pool
        finally:
            self._pool = None
            pool.stop()
            pool.join()

    def _known(self) -> tuple[str, str]:
        if self._identity is None:
            self._identity = identity(self._model)
        if self._identity is None:
            if self._pool is not None:
                self._identity = self._pool.identify()
            else:
                with self._processes(prepare) as pool:
                    self._identity = pool.identify()
        return self._identity


def _first(source: Iterator[Article], enough: int) -> tuple[list[Article], bool]:
    """The first articles, until they are several and enough; whether they are."""
    taken: list[Article] = []
    weight = 0
    for article in source:
        taken.append(article)
        weight += len(article.text) + _ARTICLE
        if weight >= enough and (len(taken) > 1 or not enough):
            return taken, True
    return taken, False


class Pool:
    """Processes, each started when it is first needed and used by one thread at a time.

    Args:
        model: As for ``Extractor``.
        limits: What one article may take.
        prepared: What a process does first, given the model; `prepare` for extraction alone.
        worked: Where to count the articles that each process does.
    """

    def __init__(
        self,
        model: str | None,
        limits: Limits,
        prepared: Prepare,
        worked: Counter[str] | None = None,
    ) -> None:
        self.identity: tuple[str, str] | None = None
        self._model = model
        self._limits = limits
        self._prepared = prepared
        self._worked = Counter() if worked is None else worked
        self._lock = threading.Lock()
        self._all: list[Worker] = []
        self._idle: list[Worker] = []
        self._stopped = False
        self._characters = _FIRST_CHARACTERS

    def characters(self) -> int:
        """How long the next batch is to be."""
        return self._characters

    def identify(self) -> tuple[str, str]:
        """Name and version of the model.

        Raises:
            ModelError: The model cannot be used.
        """
        worker = self._worker()
        self._idle.append(worker)
        assert self.identity is not None, "a worker tells it"
        return self.identity

    def outcomes(self, batch: Sequence[Article]) -> list[Any]:
        """What each article gives; those of a process that was ended are tried one by one."""
        worker = self._worker()
        begun = time.monotonic()
        try:
            found: list[Any] = worker.ask(batch, self._limits)
        except EndedError as ended:
            self._drop(worker)
            if len(batch) == 1 or self._stopped:
                return [WorkerError(article.path, str(ended)) for article in batch]
        else:
            self._worked[worker.name] += len(batch)
            self._put_back(worker)
            self._learn(batch, time.monotonic() - begun)
            return found
        return [outcome for article in batch for outcome in self.outcomes([article])]

    def _learn(self, batch: Sequence[Article], seconds: float) -> None:
        """Have batches be as long as is done in `_BATCH_SECONDS`, growing a few times at most."""
        done = sum(len(article.text) for article in batch)
        wanted = int(done * _BATCH_SECONDS / max(seconds, 0.01))
        most = min(_BATCH_CHARACTERS, 4 * self._characters)
        self._characters = max(_FIRST_CHARACTERS, min(wanted, most))

    def stop(self) -> None:
        """End all processes, whatever they are doing."""
        with self._lock:
            self._stopped = True
            for worker in self._all:
                worker.kill()

    def join(self) -> None:
        """Wait until all processes are gone."""
        while self._all:
            self._drop(self._all[-1])

    def _worker(self) -> Worker:
        """A process with nothing to do."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
            if self._stopped:
                raise futures.CancelledError
            worker = Worker(self._prepared, self._model)
            self._all.append(worker)
        try:
            self.identity = worker.greeting()
        except EndedError as ended:
            raise ModelError(f"the language model cannot be loaded: {ended}") from None
        return worker

    def _put_back(self, worker: Worker) -> None:
        """Keep a process for the next batch, unless too much memory stays with it."""
        if worker.keeps_to(self._limits):
            self._idle.append(worker)
        else:
            worker.kill()
            self._drop(worker)

    def _drop(self, worker: Worker) -> None:
        """Forget a process that was ended, with all that the system keeps of it."""
        with self._lock:
            self._all.remove(worker)
        worker.close()


def prepare(model: str | None) -> tuple[tuple[str, str], Callable[[Any], list[Extraction]]]:
    """What a process does first: it loads the model, whose name and version it tells."""
    extractor = Extractor(model, threads=1)
    list(extractor.extract_each([_FIRST]))

    def outcomes(batch: Sequence[Article]) -> list[Extraction]:
        found = (one for _, one in extractor.extract_each(batch))
        return [portable(one) if isinstance(one, Exception) else one for one in found]

    return (extractor.model_name, extractor.model_version), outcomes

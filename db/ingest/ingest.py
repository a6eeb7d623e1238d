"""Reading, extracting and storing files: idempotent, one transaction an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Literal

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from claims.article import Article
from claims.claim import Claim
from claims.extraction.parallel import WorkerError
from claims.processes.limits import Limits
from claims.reading import BoundedReader, ReadingError, doubt, find_articles
from claims.reading.text.errors import printable
from db.comparison.quotations import index_article
from db.comparison.stories import follow_text
from db.connection.engine import writing
from db.connection.errors import lasting, passing, reason
from db.ingest.checks import UnsoundError
from db.ingest.runs import Extracts, begin_run, finish_run
from db.ingest.store import Place, Standing, article_key, place_of, revert, store
from db.review.carry_over import keeping_judged

Outcome = Literal["stored", "unchanged", "duplicate", "failed"]


@dataclass
class IngestSummary:
    """How many files were read, what became of them, and how many claims were stored.

    ``read`` counts the files that could be read; those that could not are only in ``failed``.
    ``passed_over`` has the number of files in folders that are of no type that is read, by ending.
    """

    read: int = 0
    stored: int = 0
    unchanged: int = 0
    duplicates: int = 0
    failed: int = 0
    claims: int = 0
    passed_over: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class IngestEvent:
    """What became of one file.

    Args:
        reason: Why it failed, or what it repeats.
        doubt: Why what was stored may lack parts of the article.
    """

    path: str
    outcome: Outcome
    claims: int = 0
    reason: str | None = None
    doubt: str | None = None


def ingest(
    engine: Engine,
    paths: Iterable[str | Path],
    make_extractor: Callable[[], Extracts],
    *,
    limits: Limits | None = None,
    compares: bool = True,
    on_event: Callable[[IngestEvent], None] | None = None,
) -> IngestSummary:
    """Read files and folders, extract claims from what is new, store each article whole.

    A file stored before with the same text is left alone. A changed file becomes a new version of
    its article's text, and one that goes back to an older text shows that version again. What
    cannot be read, extracted or stored fails alone; nothing of it is stored.

    Args:
        engine: Of an open archive.
        paths: Files and folders.
        make_extractor: Called once, and only if there is something to extract from.
        limits: What reading one file may take.
        compares: Whether to compare each article with those that are stored.
        on_event: Told of each file when its fate is known; texts wait to be extracted from.
    """
    with BoundedReader(limits) as reader:
        work = _Ingest(
            engine, reader, make_extractor, on_event or (lambda event: None), compares=compares
        )
        found: Iterator[Path | ReadingError] = find_articles(paths, work.summary.passed_over)
        while True:
            work.take(found)
            if not work.later:
                break
            # The first of them waits for nothing any more, so there are fewer each time.
            found, work.later = iter(work.later), []
        work.finish()
    return work.summary


class _Ingest:
    """The state of one call of ``ingest``."""

    def __init__(
        self,
        engine: Engine,
        reader: BoundedReader,
        make_extractor: Callable[[], Extracts],
        on_event: Callable[[IngestEvent], None],
        *,
        compares: bool,
    ) -> None:
        self.summary = IngestSummary()
        self.later: list[Path] = []
        self._engine = engine
        self._reader = reader
        self._make_extractor = make_extractor
        self._on_event = on_event
        self._compares = compares
        self._extractor: Extracts | None = None
        self._run_id: int | None = None
        self._extracting: dict[str, Article] = {}
        self._blocked: str | None = None

    def take(self, found: Iterator[Path | ReadingError]) -> None:
        """Settle each file, but those for ``later`` that depend on one not stored yet."""
        new = self._new(found)
        first = next(new, None)
        if first is None:
            return
        if self._extractor is None:
            self._extractor = self._make_extractor()
        # The extractor takes articles from ``new`` while it gives back those before them.
        with closing(self._extractor.extract_each(chain([first], new))) as extracted:
            for article, outcome in extracted:
                if isinstance(outcome, Exception):
                    self._fail(article.path, f"cannot be extracted: {told(outcome)}")
                else:
                    self._attempt(article, outcome)
                del self._extracting[article.sha256]

    def finish(self) -> None:
        """Close the run, if there was something to store."""
        if self._run_id is not None:
            finish_run(self._engine, self._run_id)

    def _new(self, found: Iterator[Path | ReadingError]) -> Iterator[Article]:
        """The articles to extract from; what else the files are is settled on the way."""
        for one in found:
            if isinstance(one, ReadingError):
                self._fail(one.path, one.reason)
                continue
            try:
                article = self._reader.read(one)
                known = article.sha256 in self._extracting
            except ReadingError as error:
                self._fail(error.path, error.reason)
            except Exception as error:  # A file that breaks a reader must not stop the batch.
                self._fail(printable(one), f"cannot be read: {told(error)}")
            else:
                if known:
                    self.later.append(one)
                else:
                    yield from self._settle(article, one)

    def _settle(self, article: Article, path: Path) -> Iterator[Article]:
        """The article itself where it has to be extracted from."""
        try:
            with self._engine.connect() as connection:
                place = place_of(connection, article)
        except SQLAlchemyError as error:
            self.summary.read += 1
            self._fail_to_store(article, error)
            return
        if place.standing is Standing.DUPLICATE and self._is_changing(place):
            self.later.append(path)
            return
        self.summary.read += 1
        if (settled := _settled(article, place)) is not None:
            self._report(settled)
        elif place.standing is Standing.REVERTED:
            self._attempt(article, None)
        elif self._blocked is not None:
            self._fail(article.path, self._blocked)
        else:
            self._extracting[article.sha256] = article
            yield article

    def _is_changing(self, place: Place) -> bool:
        """Whether the article that a text repeats is about to be stored with another text."""
        return any(article_key(one) == place.key for one in self._extracting.values())

    def _attempt(self, article: Article, found: Sequence[Claim] | None) -> None:
        """Store one article, None for claims that are stored; report what became of it."""
        if self._blocked is not None:
            self._fail(article.path, self._blocked)
            return
        try:
            event = self._store(article, found)
        except UnsoundError as error:
            self._fail(article.path, f"cannot be stored: {error}")
        except (SQLAlchemyError, UnicodeError) as error:
            self._fail_to_store(article, error)
        else:
            stored = event.outcome == "stored"
            self._report(replace(event, doubt=doubt(article)) if stored else event)

    def _store(self, article: Article, found: Sequence[Claim] | None) -> IngestEvent:
        try:
            return self._store_once(article, found)
        except DBAPIError as error:
            if not passing(error):
                raise
            # What another program stored meanwhile is seen this time.
            return self._store_once(article, found)

    def _store_once(self, article: Article, found: Sequence[Claim] | None) -> IngestEvent:
        run_id = None if found is None else self._run()
        with writing(self._engine) as connection:
            place = place_of(connection, article)
            if (settled := _settled(article, place)) is not None:
                return settled
            with keeping_judged(connection, place.article_id, article.text):
                if place.standing is Standing.REVERTED:
                    article_id, number = place.article_id, revert(connection, place, article)
                elif found is None or run_id is None:
                    raise UnsoundError("another program changed it meanwhile")
                else:
                    article_id = store(connection, place, article, found, run_id)
                    number = len(found)
            assert article_id is not None, "what goes back to an older text is stored"
            follow_text(connection, article_id, article, compares=self._compares)
            if self._compares:
                index_article(connection, article_id)
        return IngestEvent(article.path, "stored", number)

    def _run(self) -> int:
        """Id of this call's run, which begins with the first result to store."""
        if self._run_id is None:
            assert self._extractor is not None, "a run is of an extractor"
            self._run_id = begin_run(self._engine, self._extractor)
        return self._run_id

    def _fail_to_store(self, article: Article, error: Exception) -> None:
        why = f"cannot be stored: {told(error)}"
        if lasting(error):
            self._blocked = why
        self._fail(article.path, why)

    def _fail(self, path: str, why: str) -> None:
        self._report(IngestEvent(path, "failed", reason=why))

    def _report(self, event: IngestEvent) -> None:
        count = "duplicates" if event.outcome == "duplicate" else event.outcome
        setattr(self.summary, count, getattr(self.summary, count) + 1)
        self.summary.claims += event.claims
        self._on_event(event)


def _settled(article: Article, place: Place) -> IngestEvent | None:
    """What became of an article of which nothing has to be written."""
    if place.standing is Standing.UNCHANGED:
        return IngestEvent(article.path, "unchanged")
    if place.standing is Standing.DUPLICATE:
        return IngestEvent(article.path, "duplicate", reason=f"same text as {place.path}")
    return None


def told(error: Exception) -> str:
    """Why extracting or storing failed, on one line."""
    if isinstance(error, WorkerError):
        return error.reason
    if isinstance(error, DBAPIError):
        return reason(error)
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__

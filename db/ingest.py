"""Reading, extracting and storing files: idempotent, one transaction an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol

from sqlalchemy import Engine, insert, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

import claims
from claims.article import Article
from claims.claim import Claim
from claims.reading import ReadingError, find_articles, read_article
from claims.reading.errors import printable
from db import schema
from db.checks import UnsoundError
from db.engine import take_stock, writing
from db.errors import lasting, passing, reason
from db.ids import run_public_id
from db.store import Place, Standing, article_key, place_of, revert, store

BATCH_ARTICLES = 32
"""Articles handed to the extractor at a time."""

BATCH_CHARACTERS = 1_000_000
"""Texts that reach this length together are not made to wait for more."""

Outcome = Literal["stored", "unchanged", "duplicate", "failed"]


class Extracts(Protocol):
    """What ingesting needs of an extractor; ``claims.extraction.pipeline.Extractor`` is one."""

    model_name: str
    model_version: str

    def extract(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Each article with its claims, in the order given."""


@dataclass
class IngestSummary:
    """How many files were read, what became of them, and how many claims were stored.

    ``read`` counts the files that could be read; those that could not are only in ``failed``.
    """

    read: int = 0
    stored: int = 0
    unchanged: int = 0
    duplicates: int = 0
    failed: int = 0
    claims: int = 0


@dataclass(frozen=True)
class IngestEvent:
    """What became of one file; ``reason`` says why it failed or what it repeats."""

    path: str
    outcome: Outcome
    claims: int = 0
    reason: str | None = None


def ingest(
    engine: Engine,
    paths: Iterable[str | Path],
    make_extractor: Callable[[], Extracts],
    *,
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
        on_event: Told of each file when its fate is known; texts wait for a batch to be extracted.
    """
    work = _Ingest(engine, make_extractor, on_event or (lambda event: None))
    for found in find_articles(paths):
        work.take(found)
    work.extract_waiting()
    work.finish()
    return work.summary


class _Ingest:
    """The state of one call of ``ingest``."""

    def __init__(
        self,
        engine: Engine,
        make_extractor: Callable[[], Extracts],
        on_event: Callable[[IngestEvent], None],
    ) -> None:
        self.summary = IngestSummary()
        self._engine = engine
        self._make_extractor = make_extractor
        self._on_event = on_event
        self._extractor: Extracts | None = None
        self._run_id: int | None = None
        self._waiting: list[Article] = []
        self._blocked: str | None = None

    def take(self, found: Path | ReadingError) -> None:
        """Read one file and settle it, or let it wait for extraction."""
        if isinstance(found, ReadingError):
            self._fail(found.path, found.reason)
            return
        try:
            article = read_article(found)
            sha256 = article.sha256
        except ReadingError as error:
            self._fail(error.path, error.reason)
        except Exception as error:  # A file that breaks a reader must not stop the batch.
            self._fail(printable(found), f"cannot be read: {_told(error)}")
        else:
            self.summary.read += 1
            if any(other.sha256 == sha256 for other in self._waiting):
                self.extract_waiting()
            self._settle_or_wait(article)

    def extract_waiting(self) -> None:
        """Extract from the articles that wait, and store them."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            for article, found in self._extract(waiting):
                if isinstance(found, Exception):
                    self._fail(article.path, f"cannot be extracted: {_told(found)}")
                else:
                    self._attempt(article, found)

    def finish(self) -> None:
        """Close the run, and let the database take stock of what it holds now."""
        if self._run_id is None:
            return
        table = schema.Run
        # All articles are stored; a run left open or old statistics harm none of them.
        with suppress(SQLAlchemyError), writing(self._engine) as connection:
            connection.execute(
                update(table).where(table.id == self._run_id).values(finished_at=datetime.now(UTC))
            )
            take_stock(connection)

    def _settle_or_wait(self, article: Article) -> None:
        try:
            place = self._place(article)
            if place.standing is Standing.DUPLICATE and self._is_changing(place):
                self.extract_waiting()
                place = self._place(article)
        except SQLAlchemyError as error:
            self._fail_to_store(article, error)
            return
        if (settled := _settled(article, place)) is not None:
            self._report(settled)
        elif place.standing is Standing.REVERTED:
            self._attempt(article, ())
        elif self._blocked is not None:
            self._fail(article.path, self._blocked)
        else:
            self._waiting.append(article)
            characters = sum(len(waiting.text) for waiting in self._waiting)
            if len(self._waiting) >= BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
                self.extract_waiting()

    def _place(self, article: Article) -> Place:
        with self._engine.connect() as connection:
            return place_of(connection, article)

    def _is_changing(self, place: Place) -> bool:
        """Whether the article that a text repeats waits to be stored with another text."""
        return any(article_key(waiting) == place.key for waiting in self._waiting)

    def _extract(
        self, articles: Sequence[Article]
    ) -> Iterator[tuple[Article, Sequence[Claim] | Exception]]:
        """The claims of each article; where a batch fails, its rest is tried one by one."""
        if self._extractor is None:
            self._extractor = self._make_extractor()
        done = 0
        try:
            for article, found in self._extractor.extract(articles):
                done += 1
                yield article, found
        except Exception as error:
            if len(articles) == 1:
                yield articles[0], error
                return
        for article in articles[done:]:
            if len(articles) == 1:
                yield article, ValueError("the extractor passed it over")
            else:
                yield from self._extract([article])

    def _attempt(self, article: Article, found: Sequence[Claim]) -> None:
        """Store one article; report what became of it."""
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
            self._report(event)

    def _store(self, article: Article, found: Sequence[Claim]) -> IngestEvent:
        try:
            return self._store_once(article, found)
        except DBAPIError as error:
            if not passing(error):
                raise
            # What another program stored meanwhile is seen this time.
            return self._store_once(article, found)

    def _store_once(self, article: Article, found: Sequence[Claim]) -> IngestEvent:
        run_id = self._run() if self._extractor is not None else None
        with writing(self._engine) as connection:
            place = place_of(connection, article)
            if (settled := _settled(article, place)) is not None:
                return settled
            if place.standing is Standing.REVERTED:
                return IngestEvent(article.path, "stored", revert(connection, place, article))
            assert run_id is not None, "only what was extracted gets here"
            store(connection, place, article, found, run_id)
        return IngestEvent(article.path, "stored", len(found))

    def _run(self) -> int:
        """Id of this call's run, which begins with the first result to store."""
        if self._run_id is None:
            assert self._extractor is not None, "a run is of an extractor"
            table = schema.Run
            values = {
                "public_id": run_public_id(),
                "tool_version": claims.__version__,
                "model_name": self._extractor.model_name,
                "model_version": self._extractor.model_version,
                "started_at": datetime.now(UTC),
            }
            with writing(self._engine) as connection:
                run_id = connection.execute(insert(table).returning(table.id), values).scalar_one()
            self._run_id = run_id
        return self._run_id

    def _fail_to_store(self, article: Article, error: Exception) -> None:
        told = reason(error) if isinstance(error, DBAPIError) else _told(error)
        told = f"cannot be stored: {told}"
        if lasting(error):
            self._blocked = told
        self._fail(article.path, told)

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


def _told(error: Exception) -> str:
    """An exception nobody foresaw, on one line."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__

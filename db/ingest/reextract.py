"""Extracting again from stored texts: a new run whose claims show, one transaction an article."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Select, func, select
from sqlalchemy.exc import SQLAlchemyError

from claims.article import Article
from claims.engines.encoding import Encoded
from db.claims.article_page import dates_of, page_starts_of, segments_of
from db.claims.articles import ArticleRow
from db.comparison.encodings import has_vectors
from db.comparison.meanings import NONE_MADE, with_lacking
from db.comparison.quotations import index_article
from db.comparison.stories import follow_text
from db.comparison.threads.counts import recount_those_in
from db.comparison.threads.threads import Threading
from db.connection.engine import writing
from db.connection.errors import archive_errors, lasting
from db.connection.reading import reading
from db.connection.retry import retried
from db.ingest.checks import UnsoundError
from db.ingest.ingest import reason_of
from db.ingest.runs import Extracts, Versions, begin_run, extracted, finish_run, versions
from db.ingest.store import store_again
from db.review.carry_over import keeping_judged
from db.schema import core as schema

Outcome = Literal["reextracted", "unchanged", "failed"]


@dataclass
class ReextractSummary:
    """How many articles were looked at, what became of them, and how many claims were stored.

    ``stopped`` says why the rest was left as it was, where nothing more could be stored.
    """

    articles: int = 0
    reextracted: int = 0
    unchanged: int = 0
    failed: int = 0
    claims: int = 0
    stopped: str | None = None


@dataclass(frozen=True)
class ReextractEvent:
    """What became of one article; ``reason`` says why it failed."""

    path: str
    outcome: Outcome
    claims: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A text that readers see, as the article it was read as, and the run whose claims show.

    ``run_id`` is None where no run is recorded: it found nothing, before that was recorded.
    """

    article: Article
    article_id: int
    text_id: int
    run_id: int | None


def reextract(
    engine: Engine,
    articles: Sequence[ArticleRow],
    make_extractor: Callable[[], Extracts],
    *,
    everything: bool = False,
    compares: bool = True,
    on_event: Callable[[ReextractEvent], None] | None = None,
) -> ReextractSummary:
    """Extract from stored articles again and show what is found; what was found before stays.

    No file is read. A claim of the same words keeps its public id, and what people judged goes on
    showing as they judged it. What cannot be extracted from or stored fails alone and shows the
    claims that it had.

    Args:
        engine: Of an open archive.
        articles: Which ones, in this order.
        make_extractor: Called once, and only if there are articles.
        everything: Also those whose claims the present versions found.
        compares: Whether to compare each with those that are stored, if it was not.
        on_event: Told of each article when its fate is known.

    Raises:
        ArchiveError: The archive cannot be read.
    """
    if not articles:
        return ReextractSummary()
    work = _Reextract(engine, make_extractor(), on_event or (lambda event: None), compares=compares)
    work.take(articles if everything else work.outdated(articles))
    return work.summary


def stored_article(connection: Connection, row: ArticleRow) -> Stored:
    """An article as it was read, from what is stored of it.

    Raises:
        UnsoundError: Its text or the segments of that are not stored.
    """
    article, text = schema.Article, schema.ArticleText
    found = connection.execute(
        _showing(article.id, article.url, text.text, text.encoding, text.html, article.language)
        .join(article, article.id == text.article_id)
        .where(article.public_id == row.article_id)
        .group_by(article.id)
    ).first()
    if found is None:
        raise UnsoundError("its text is not stored")
    text_id, run_id, article_id, url, words, encoding, html, language = found
    segments = segments_of(connection, text_id)
    if not segments and words.strip():
        raise UnsoundError("the segments of its text are not stored")
    dates = dates_of(connection, article_id)
    again = Article(
        path=row.path,
        text=words,
        encoding=encoding,
        title=row.title,
        outlet=row.outlet,
        url=url,
        byline=row.byline,
        segments=segments,
        html=html,
        language=language,
        published=dates["published"],
        stated=dates["stated"],
        fetched=dates["fetched"],
        page_starts=page_starts_of(connection, text_id),
    )
    return Stored(again, article_id, text_id, run_id)


def _showing(*columns: Any) -> Select[Any]:
    """Texts that readers see, with the last run of each and more columns."""
    text, extraction = schema.ArticleText, schema.Extraction
    return (
        select(text.id, func.max(extraction.run_id).label("run_id"), *columns)
        .select_from(text)
        .outerjoin(extraction, extraction.text_id == text.id)
        .where(text.current)
        .group_by(text.id)
    )


class _Reextract:
    """The state of one call of ``reextract``."""

    def __init__(
        self,
        engine: Engine,
        extractor: Extracts,
        on_event: Callable[[ReextractEvent], None],
        *,
        compares: bool,
    ) -> None:
        self.summary = ReextractSummary()
        self._engine = engine
        self._extractor = extractor
        self._on_event = on_event
        self._compares = compares
        self._threading = Threading()
        self._run_id: int | None = None
        self._extracting: deque[Stored] = deque()
        self._blocked: str | None = None

    def outdated(self, articles: Iterable[ArticleRow]) -> Iterator[ArticleRow]:
        """The articles that other versions extracted from; the others are settled on the way."""
        present = versions(self._extractor)
        known = self._versions()
        for row in articles:
            if known.get(row.article_id) == present:
                self._report(ReextractEvent(row.path, "unchanged"))
            else:
                yield row

    def take(self, articles: Iterable[ArticleRow]) -> None:
        """Settle each article, and close the run if there was something to store."""
        # The extractor takes articles before it gives back those before them, in the same order.
        each = extracted(self._extractor, self._stored(articles), encodes=self._encodes())
        with closing(each) as outcomes:
            for article, outcome in outcomes:
                stored = self._extracting.popleft()
                if isinstance(outcome, Exception):
                    self._fail(article.path, f"cannot be extracted: {reason_of(outcome)}")
                else:
                    self._attempt(stored, outcome)
                if self._blocked is not None:
                    break
        if self._run_id is not None:
            finish_run(self._engine, self._run_id)

    def _encodes(self) -> bool:
        """Whether vectors are to be made with the claims: most are stored already where any are."""
        if not self._compares:
            return False
        with reading(self._engine) as connection:
            return not has_vectors(connection)

    def _versions(self) -> dict[str, Versions]:
        """What extracted the claims that show, by public id of the article."""
        article, text, run = schema.Article, schema.ArticleText, schema.Run
        last = _showing(text.article_id).subquery()
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(article.public_id, run.tool_version, run.model_name, run.model_version)
                .join(last, last.c.article_id == article.id)
                .join(run, run.id == last.c.run_id)
            ).all()
        return {public_id: Versions(*of_run) for public_id, *of_run in rows}

    def _stored(self, articles: Iterable[ArticleRow]) -> Iterator[Article]:
        for row in articles:
            try:
                with archive_errors(self._engine):
                    stored = retried(partial(self._read, row))
            except UnsoundError as error:
                self._fail(row.path, f"cannot be extracted: {error}")
            else:
                self._extracting.append(stored)
                yield stored.article

    def _read(self, row: ArticleRow) -> Stored:
        with self._engine.connect() as connection:
            return stored_article(connection, row)

    def _attempt(self, stored: Stored, found: Encoded) -> None:
        path = stored.article.path
        try:
            self._report(retried(partial(self._store, stored, found)))
        except UnsoundError as error:
            self._fail(path, f"cannot be stored: {error}")
        except (SQLAlchemyError, UnicodeError) as error:
            why = f"cannot be stored: {reason_of(error)}"
            if lasting(error):
                self._blocked = self.summary.stopped = reason_of(error)
            self._fail(path, why)

    def _store(self, stored: Stored, found: Encoded) -> ReextractEvent:
        if self._run_id is None:
            self._run_id = begin_run(self._engine, self._extractor)
        # Before the transaction: while it lasts, SQLite lets nobody else write.
        made = with_lacking(self._engine, stored.article, found) if self._compares else NONE_MADE
        article, text = schema.Article, schema.ArticleText
        with writing(self._engine) as connection:
            # Whoever else would store this article waits here, or let us wait.
            connection.execute(
                select(article.id).where(article.id == stored.article_id).with_for_update()
            )
            shown = connection.execute(
                _showing().where(text.article_id == stored.article_id)
            ).first()
            if shown is None or tuple(shown) != (stored.text_id, stored.run_id):
                # Another program stored something newer meanwhile.
                return ReextractEvent(stored.article.path, "unchanged")
            with keeping_judged(connection, stored.article_id, stored.article.text):
                store_again(
                    connection,
                    stored.article_id,
                    stored.text_id,
                    stored.article,
                    found.claims,
                    self._run_id,
                )
            follow_text(connection, stored.article_id, stored.article, compares=self._compares)
            if self._compares:
                index_article(connection, stored.article_id)
                self._threading.follow(connection, stored.article_id, made)
            # Claims that it had before may not show any more.
            recount_those_in(connection, [stored.article_id])
        return ReextractEvent(stored.article.path, "reextracted", len(found.claims))

    def _fail(self, path: str, why: str) -> None:
        self._report(ReextractEvent(path, "failed", reason=why))

    def _report(self, event: ReextractEvent) -> None:
        self.summary.articles += 1
        setattr(self.summary, event.outcome, getattr(self.summary, event.outcome) + 1)
        self.summary.claims += event.claims
        self._on_event(event)

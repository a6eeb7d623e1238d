"""Reading, extracting and storing files: idempotent, one transaction an article."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from claims.article import Article
from claims.engines.encoding import Encoded
from claims.engines.engine import EngineError
from claims.engines.reading import ReadsPieces, read_by
from claims.extraction.parallel import WorkerError
from claims.processes.limits import Limits
from claims.reading import BoundedReader, Options, PassedOver, ReadingError, doubt, find_articles
from claims.reading.formats.source import Outcome as Read
from claims.reading.formats.source import ToldOf
from claims.reading.locations import Location, find_locations
from claims.reading.text.errors import printable
from db.comparison.meanings import NONE_MADE, with_lacking
from db.comparison.quotations import index_article
from db.comparison.stories import follow_text
from db.comparison.threads.threads import Threading
from db.connection.engine import writing
from db.connection.errors import lasting, reason
from db.connection.retry import retried
from db.ingest.checks import UnsoundError
from db.ingest.failures import Failures
from db.ingest.runs import Extracts, begin_run, extracted, finish_run
from db.ingest.store import ArchiveMatch, Standing, archive_match, article_key, revert, store
from db.review.carry_over import keeping_judged

Outcome = Literal["stored", "unchanged", "duplicate", "failed", "passed over"]
_Found = Location | Article | ReadingError
_Finding = Callable[[Iterable[str | Path], ToldOf, Options], Iterator[Location | ReadingError]]
_Reading = Callable[[Iterator[_Found]], Generator[tuple[_Found, Iterator[Read]], None, None]]
"""What reads: each location with what is read there, and whatever is none."""


@dataclass
class IngestSummary:
    """How many files were read, what became of them, and how many claims were stored.

    ``read`` counts the files that could be read; those that could not are only in ``failed``.
    ``formats`` has the number of articles read, by format, ``passed_over`` of what lies in folders
    and files and is of no kind that is read, by ending or kind. ``unsupported`` counts what was
    stored without claims because it is in another language. ``stopped`` says why the rest was not
    read, where nothing more could be stored.
    """

    read: int = 0
    stored: int = 0
    unchanged: int = 0
    duplicates: int = 0
    failed: int = 0
    claims: int = 0
    unsupported: int = 0
    formats: dict[str, int] = field(default_factory=dict, compare=False)
    passed_over: dict[str, int] = field(default_factory=dict)
    stopped: str | None = None


@dataclass(frozen=True)
class IngestEvent:
    """What became of one file, or of all files in a folder that is passed over.

    Args:
        reason: Why it failed, what it repeats, or of what kind it is that is passed over.
        doubt: Why what was stored may lack parts of the article.
        language: In which it is, where claims are not extracted from that.
    """

    path: str
    outcome: Outcome
    claims: int = 0
    reason: str | None = None
    doubt: str | None = None
    language: str | None = None


def ingest(
    engine: Engine,
    paths: Iterable[str | Path],
    make_extractor: Callable[[], Extracts],
    *,
    given: Iterable[Article] = (),
    limits: Limits | None = None,
    options: Options | None = None,
    compares: bool = True,
    make_reader: Callable[[], ReadsPieces] | None = None,
    on_event: Callable[[IngestEvent], None] | None = None,
) -> IngestSummary:
    """Read files and folders, extract claims from what is new, store each article whole.

    A file stored before with the same text is left alone. A changed file becomes a new version of
    its article's text, and one that goes back to an older text shows that version again. What
    cannot be read, extracted or stored fails alone; nothing of it is stored. Where nothing more can
    be stored, as on a full disk, the rest is not read.

    Args:
        engine: Of an open archive.
        paths: Files and folders; URLs too where workers read.
        make_extractor: Called once, and only if there is something to extract from.
        given: Articles that are read already, before those of the paths.
        limits: What reading one article may take.
        options: How files are to be read.
        compares: Whether to compare each article with those that are stored.
        make_reader: Called once, for what reads by its workers; None where this process reads.
        on_event: Told of each article when its fate is known; texts wait to be extracted from.
    """
    options = options or Options()
    with BoundedReader(limits, options) as reader:
        find: _Finding = find_articles
        reading: _Reading = partial(_read_here, reader)
        if make_reader is not None:
            find, reading = find_locations, partial(read_by, make_reader(), reader, options=options)
        work = _Ingest(
            engine, reading, make_extractor, on_event or (lambda event: None), compares=compares
        )
        found: Iterator[_Found] = chain(given, find(paths, work.pass_over, options))
        while True:
            work.take(found)
            if not work.later or work.summary.stopped:
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
        reading: _Reading,
        make_extractor: Callable[[], Extracts],
        on_event: Callable[[IngestEvent], None],
        *,
        compares: bool,
    ) -> None:
        self.summary = IngestSummary()
        self.later: list[Article] = []
        self._engine = engine
        self._reading = reading
        self._make_extractor = make_extractor
        self._on_event = on_event
        self._compares = compares
        self._threading = Threading()
        self._extractor: Extracts | None = None
        self._run_id: int | None = None
        self._extracting: dict[str, Article] = {}
        self._blocked: str | None = None
        self._failures = Failures()

    def take(self, found: Iterator[_Found]) -> None:
        """Settle each file, but those for ``later`` that depend on one not stored yet."""
        new = self._new(found)
        first = next(new, None)
        if first is None:
            return
        if self._extractor is None:
            self._extractor = self._make_extractor()
        # The extractor takes articles from ``new`` while it gives back those before them.
        each = extracted(self._extractor, chain([first], new), encodes=self._compares)
        with closing(each) as outcomes:
            for article, outcome in outcomes:
                if isinstance(outcome, Exception):
                    self._fail(article.path, f"cannot be extracted: {reason_of(outcome)}")
                else:
                    self._attempt(article, outcome)
                if self._blocked is not None:
                    # What is being extracted is not waited for.
                    self.summary.failed += len(self._extracting) - 1
                    return
                del self._extracting[article.sha256]

    def finish(self) -> None:
        """Close the run, if there was something to store, and keep what failed."""
        self._failures.keep(self._engine)
        if self._run_id is not None:
            finish_run(self._engine, self._run_id)

    def pass_over(self, one: PassedOver) -> None:
        """Count what is of no kind that is read."""
        count(self.summary.passed_over, one.kind, one.files)
        what = one.kind if one.files == 1 else f"{one.files:,} {one.kind}"
        self._on_event(IngestEvent(one.path, "passed over", reason=what))

    def _new(self, found: Iterator[_Found]) -> Iterator[Article]:
        """The articles to extract from; what else the files are is settled on the way."""
        with closing(self._reading(found)) as read:
            for one, outcomes in read:
                for article in self._articles(one, outcomes):
                    if self._blocked is not None:
                        return
                    if article.sha256 in self._extracting:
                        self.later.append(article)
                    else:
                        yield from self._settle(article)

    def _articles(self, one: _Found, outcomes: Iterator[Read]) -> Iterator[Article]:
        """The articles in a file; what fails in it, or is passed over, is told."""
        if isinstance(one, Article):
            yield one
            return
        self._failures.tried(one.path if isinstance(one, ReadingError) else printable(one))
        if isinstance(one, ReadingError):
            self._fail(one.path, one.reason)
            return
        try:
            for found in outcomes:
                if isinstance(found, ReadingError):
                    self._fail(found.path, found.reason)
                elif isinstance(found, PassedOver):
                    self.pass_over(found)
                else:
                    count(self.summary.formats, found.format)
                    yield found
        except ReadingError as error:
            self._fail(error.path, error.reason)
        except EngineError:
            raise
        except Exception as error:  # A file that breaks a reader must not stop the batch.
            self._fail(printable(one), f"cannot be read: {reason_of(error)}")

    def _settle(self, article: Article) -> Iterator[Article]:
        """The article itself where it has to be extracted from."""
        try:
            match = retried(partial(self._archive_match, article))
        except SQLAlchemyError as error:
            self.summary.read += 1
            self._fail_to_store(article, error)
            return
        if match.standing is Standing.DUPLICATE and self._is_changing(match):
            self.later.append(article)
            return
        self.summary.read += 1
        if (settled := _settled(article, match)) is not None:
            self._report(settled)
        elif match.standing is Standing.REVERTED:
            self._attempt(article, None)
        else:
            self._extracting[article.sha256] = article
            yield article

    def _archive_match(self, article: Article) -> ArchiveMatch:
        with self._engine.connect() as connection:
            return archive_match(connection, article)

    def _is_changing(self, match: ArchiveMatch) -> bool:
        """Whether the article that a text repeats is about to be stored with another text."""
        return any(article_key(one) == match.key for one in self._extracting.values())

    def _attempt(self, article: Article, found: Encoded | None) -> None:
        """Store one article, None for claims that are stored; report what became of it."""
        try:
            # What another program stored meanwhile is seen when it is done again.
            event = retried(partial(self._store, article, found))
        except UnsoundError as error:
            self._fail(article.path, f"cannot be stored: {error}")
        except (SQLAlchemyError, UnicodeError) as error:
            self._fail_to_store(article, error)
        else:
            stored = event.outcome == "stored"
            self._report(replace(event, doubt=doubt(article)) if stored else event)

    def _store(self, article: Article, found: Encoded | None) -> IngestEvent:
        run_id = None if found is None else self._run()
        # Before the transaction: while it lasts, SQLite lets nobody else write.
        made = with_lacking(self._engine, article, found) if self._compares and found else NONE_MADE
        with writing(self._engine) as connection:
            match = archive_match(connection, article)
            if (settled := _settled(article, match)) is not None:
                return settled
            with keeping_judged(connection, match.article_id, article.text):
                if match.standing is Standing.REVERTED:
                    article_id, number = match.article_id, revert(connection, match, article)
                elif found is None or run_id is None:
                    raise UnsoundError("another program changed it meanwhile")
                else:
                    article_id = store(connection, match, article, found.claims, run_id)
                    number = len(found.claims)
            assert article_id is not None, "what goes back to an older text is stored"
            follow_text(connection, article_id, article, compares=self._compares)
            if self._compares:
                index_article(connection, article_id)
                self._threading.follow(connection, article_id, made)
        language = None if article.supported else article.language
        return IngestEvent(article.path, "stored", number, language=language)

    def _run(self) -> int:
        """Id of this call's run, which begins with the first result to store."""
        if self._run_id is None:
            assert self._extractor is not None, "a run is of an extractor"
            self._run_id = begin_run(self._engine, self._extractor)
        return self._run_id

    def _fail_to_store(self, article: Article, error: Exception) -> None:
        why = f"cannot be stored: {reason_of(error)}"
        if lasting(error):
            self._blocked = self.summary.stopped = reason_of(error)
        self._fail(article.path, why)

    def _fail(self, path: str, why: str) -> None:
        self._failures.add(path, why)
        self._report(IngestEvent(path, "failed", reason=why))

    def _report(self, event: IngestEvent) -> None:
        number = "duplicates" if event.outcome == "duplicate" else event.outcome
        setattr(self.summary, number, getattr(self.summary, number) + 1)
        self.summary.unsupported += event.language is not None
        self.summary.claims += event.claims
        self._on_event(event)


def _read_here(
    reader: BoundedReader, found: Iterator[_Found]
) -> Generator[tuple[_Found, Iterator[Read]], None, None]:
    """Each location with what this process reads there."""
    for one in found:
        yield one, iter(()) if isinstance(one, Article | ReadingError) else reader.read(one)


def _settled(article: Article, match: ArchiveMatch) -> IngestEvent | None:
    """What became of an article of which nothing has to be written."""
    if match.standing is Standing.UNCHANGED:
        return IngestEvent(article.path, "unchanged")
    if match.standing is Standing.DUPLICATE:
        return IngestEvent(article.path, "duplicate", reason=f"same text as {match.path}")
    return None


def count(numbers: dict[str, int], kind: str, more: int = 1) -> None:
    """Count some more of a kind."""
    numbers[kind] = numbers.get(kind, 0) + more


def reason_of(error: Exception) -> str:
    """Why extracting or storing failed, on one line."""
    if isinstance(error, WorkerError):
        return error.reason
    if isinstance(error, DBAPIError):
        return reason(error)
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__

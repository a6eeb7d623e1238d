"""What ``import claims`` offers to programs: reading articles and extracting their claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.article import Article
from claims.claim import Claim
from claims.extraction.parallel import ParallelExtractor
from claims.reading import BoundedReader, PassedOver, ReadingError, read_article


def read(path: str | Path) -> Article:
    """Read one article file.

    Args:
        path: A file that holds one article, of any of the formats that ``claims ingest`` reads.

    Raises:
        ReadingError: The file is missing, empty, not decodable or not an article.
    """
    return read_article(path)


def extract(
    articles: Iterable[Article | str | Path], *, model: str | None = None, jobs: int | None = None
) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Extract the claims of articles, in the order given, as they become ready.

    Args:
        articles: Articles, or paths of files to read one or many from.
        model: Name of an installed spaCy model; None for the standard one.
        jobs: How many processes extract at most; None for one per core.

    Yields:
        Each article with its claims; their spans are code points into ``article.text``,
        end-exclusive.

    Raises:
        ReadingError: A file cannot be read, or reading it takes more time or memory than is
            allowed.
        ModelError: The model is not installed or lacks a component.
        WorkerError: An article takes more time or memory than is allowed, or the process that
            extracted it was killed.
    """
    with BoundedReader() as reader:
        yield from ParallelExtractor(model, jobs).extract(_read(reader, articles))


def _read(reader: BoundedReader, articles: Iterable[Article | str | Path]) -> Iterator[Article]:
    for one in articles:
        if isinstance(one, Article):
            yield one
            continue
        for found in reader.read(one):
            if isinstance(found, ReadingError):
                raise found
            if not isinstance(found, PassedOver):
                yield found

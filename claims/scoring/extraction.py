"""Predictions made on the spot: the extractor over a gold folder's articles."""

from __future__ import annotations

from pathlib import Path

from claims.claim import Claim
from claims.processes.limits import Limits
from claims.reading import read_article
from claims.scoring.files.folder import gold_articles


def extract_claims(
    folder: Path,
    model: str | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
) -> dict[str, tuple[Claim, ...]]:
    """The claims that the extractor finds in a gold folder's articles, by file name.

    Args:
        folder: With ``text/`` and ``attributions/``.
        model: Name of the spaCy model; None for the default.
        jobs: How many processes at most; None for one a core.
        limits: What one article may take; None for the usual.

    Raises:
        ReadingError: An article cannot be read.
        ScoringError: The folder is no gold folder.
        ModelError: The model is not installed.
        WorkerError: An article was over a limit, or the process that had it was killed.
    """
    # Imported late: spaCy takes seconds, which scoring given predictions need not pay.
    from claims.extraction.parallel import ParallelExtractor

    articles = [read_article(article.path) for article in gold_articles(folder)]
    found = ParallelExtractor(model, jobs, limits).extract(articles)
    return {Path(article.path).name: claims for article, claims in found}

"""``claims extract``: articles in, one JSON object a line out; no database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

import click
from click.exceptions import Exit

from claims.extraction.jsonl import article_record
from tui.cli.exits import ExitCode
from tui.cli.options import format_option, model_option
from tui.cli.progress import Reading
from tui.cli.streams import data_output, err_is_animated, json_text, out_is_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from claims.article import Article
    from claims.claim import Claim
    from claims.extraction.pipeline import Extractor
    from claims.reading import ReadingError

EPILOG = """\b
Examples:
  claims extract article.txt
  claims extract articles/*.txt > claims.jsonl
  claims extract article.html | jq '.claims[].speakers[].name'
"""

BATCH = 16
"""How many articles are read before the model takes them all; a line waits for no more."""


@click.command("extract", epilog=EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@model_option
@format_option("jsonl")
def command(paths: tuple[str, ...], model: str | None, form: str) -> None:
    """Print what articles claim as JSON lines; store nothing.

    One JSON object an article, in the order given. Offsets count characters (code points) of the
    file's text, end exclusive; for HTML they point into "body". A file that cannot be read is
    named on standard error and the rest is printed; the exit status is then 1.
    """
    if extract_paths(paths, data_output(), model=model):
        raise Exit(ExitCode.FAILURE)


def extract_paths(paths: Sequence[str], out: TextIO, *, model: str | None) -> int:
    """Write one JSON line an article to ``out``, each as soon as it is ready.

    Args:
        paths: Files and folders.
        out: Gets the lines.
        model: Name of the spaCy model; None for the default.

    Returns:
        How many files could not be read; each is named on standard error.

    Raises:
        ModelError: The model is not installed.
    """
    from claims.reading import find_articles

    # On one terminal, a bar and the lines would write over each other.
    shown = err_is_animated() and not out_is_terminal()
    total = sum(1 for _ in find_articles(paths)) if shown else 0
    with Reading(total, shown=shown) as reading:
        batch = _Batch(out, reading, model)
        for found in find_articles(paths):
            batch.take(found)
        batch.extract()
    return batch.failed


class _Batch:
    """Articles on their way from files to lines; what fails, fails alone."""

    def __init__(self, out: TextIO, reading: Reading, model: str | None) -> None:
        self.failed = 0
        self._out = out
        self._reading = reading
        self._model = model
        self._extractor: Extractor | None = None
        self._waiting: list[Article] = []

    def take(self, found: Path | ReadingError) -> None:
        """Read one file, and extract from all that wait once they are enough."""
        from claims.reading import ReadingError, read_article

        try:
            if isinstance(found, ReadingError):
                raise found
            self._waiting.append(read_article(found))
        except ReadingError as error:
            self._fail(error.path, error.reason)
        except Exception as error:
            self._fail(str(found), f"cannot be read: {_told(error)}")
        if len(self._waiting) == BATCH:
            self.extract()

    def extract(self) -> None:
        """Write the lines of the articles that wait."""
        articles, self._waiting = self._waiting, []
        if not articles:
            # The model takes a second to load: not for nothing.
            return
        if self._extractor is None:
            from claims.extraction.pipeline import Extractor

            self._extractor = Extractor(self._model)
        self._extract(articles, self._extractor)

    def _extract(self, articles: Sequence[Article], extractor: Extractor) -> None:
        done = 0
        try:
            for article, claims in extractor.extract(articles):
                self._write(article, claims)
                done += 1
        except OSError:
            raise
        except Exception as error:
            if len(articles) == 1:
                self._fail(articles[0].path, f"cannot be extracted: {_told(error)}")
                return
            for article in articles[done:]:
                self._extract([article], extractor)

    def _write(self, article: Article, claims: Sequence[Claim]) -> None:
        self._out.write(json_text(article_record(article, claims)) + "\n")
        self._out.flush()
        self._reading.done(article.path, len(claims))

    def _fail(self, path: str, reason: str) -> None:
        self.failed += 1
        self._reading.tell(f"{path}: {reason}")
        self._reading.done(path)


def _told(error: Exception) -> str:
    """An exception nobody foresaw, with its kind."""
    return f"{type(error).__name__}: {error}"

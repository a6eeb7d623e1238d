"""``claims extract``: articles in, one JSON object a line out; no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Final, TextIO

import click
from click.exceptions import Exit

from claims.extraction.jsonl import article_record
from tui.cli.options.common import format_option, jobs_option, model_option
from tui.io.exits import ExitCode
from tui.io.progress import Reading, tell_passed_over
from tui.io.streams import data_output, err_is_animated, json_text, out_is_terminal
from tui.session.config import configured_limits

if TYPE_CHECKING:
    from pathlib import Path

    from claims.article import Article
    from claims.extraction.pipeline import Extraction
    from claims.reading import BoundedReader, ReadingError

EPILOG: Final = """\b
Examples:
  claims extract article.txt
  claims extract articles/*.txt > claims.jsonl
  claims extract article.html | jq '.claims[].speakers[].name'
"""


@click.command("extract", epilog=EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@model_option
@jobs_option
@format_option("jsonl")
def command(paths: tuple[str, ...], model: str | None, jobs: int | None, form: str) -> None:
    """Print what articles claim as JSON lines; store nothing.

    One JSON object an article, in the order given. Offsets count characters (code points) of the
    file's text, end exclusive; for HTML they point into "body". A file that cannot be read, or
    takes more of the machine than the settings allow, is named on standard error and the rest is
    printed; the exit status is then 1. Files of other types in a folder are counted there too.
    """
    if extract_paths(paths, data_output(), model=model, jobs=jobs):
        raise Exit(ExitCode.FAILURE)


def extract_paths(
    paths: Sequence[str], out: TextIO, *, model: str | None, jobs: int | None = None
) -> int:
    """Write one JSON line an article to ``out``, each as soon as it is ready.

    Args:
        paths: Files and folders.
        out: Gets the lines.
        model: Name of the spaCy model; None for the default.
        jobs: How many processes at most; None for one a core.

    Returns:
        How many files could not be read; each is named on standard error.

    Raises:
        ModelError: The model is not installed.
        ConfigError: The config file cannot be read.
    """
    from claims.extraction.parallel import ParallelExtractor
    from claims.reading import BoundedReader, find_articles

    limits = configured_limits()
    passed_over: dict[str, int] = {}
    # On one terminal, a bar and the lines would write over each other.
    shown = err_is_animated() and not out_is_terminal()
    total = sum(1 for _ in find_articles(paths)) if shown else 0
    with Reading(total, shown=shown) as reading, BoundedReader(limits) as reader:
        lines = _Lines(out, reading, reader)
        articles = lines.read(find_articles(paths, passed_over))
        with closing(ParallelExtractor(model, jobs, limits).extract_each(articles)) as extracted:
            for article, outcome in extracted:
                lines.write(article, outcome)
    tell_passed_over(passed_over)
    return lines.failed


class _Lines:
    """From files to articles and from their claims to lines; what fails, fails alone."""

    def __init__(self, out: TextIO, reading: Reading, reader: BoundedReader) -> None:
        self.failed = 0
        self._out = out
        self._reading = reading
        self._reader = reader

    def read(self, found: Iterable[Path | ReadingError]) -> Iterator[Article]:
        """The articles of the files that can be read."""
        from claims.reading import ReadingError

        for one in found:
            try:
                if isinstance(one, ReadingError):
                    raise one
                article = self._reader.read(one)
            except ReadingError as error:
                self._fail(error.path, error.reason)
            except Exception as error:
                self._fail(str(one), f"cannot be read: {_told(error)}")
            else:
                yield article

    def write(self, article: Article, outcome: Extraction) -> None:
        """Write the line of an article, unless its extraction failed."""
        from claims.reading import doubt

        if isinstance(outcome, Exception):
            self._fail(article.path, f"cannot be extracted: {_told(outcome)}")
            return
        if why := doubt(article):
            self._reading.tell(f"{article.path}: {why}")
        self._out.write(json_text(article_record(article, outcome)) + "\n")
        self._out.flush()
        self._reading.done(article.path, len(outcome))

    def _fail(self, path: str, reason: str) -> None:
        self.failed += 1
        self._reading.tell(f"{path}: {reason}")
        self._reading.done(path)


def _told(error: Exception) -> str:
    """An exception nobody foresaw, with its kind."""
    from claims.extraction.parallel import WorkerError

    if isinstance(error, WorkerError):
        return error.reason
    return f"{type(error).__name__}: {error}"

"""``claims extract``: articles in, one JSON object a line out; no database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Final, TextIO

import click
from click.exceptions import Exit

from claims.extraction.jsonl import article_record
from claims.reading.formats.source import Options
from tui.cli.options.common import engine_option, format_option, model_option
from tui.cli.options.reading import formats_in_words, read_as, reading_options
from tui.io.exits import ExitCode
from tui.io.progress import Reading, tell_passed_over
from tui.io.streams import data_output, err_is_animated, json_text, out_is_terminal
from tui.session.config import configured_limits

if TYPE_CHECKING:
    from pathlib import Path

    from claims.article import Article
    from claims.engines.engine import Engine
    from claims.extraction.pipeline import Extraction
    from claims.reading import BoundedReader, PassedOver, ReadingError
    from claims.reading.formats.source import ToldOf

EPILOG: Final = """\b
Examples:
  claims extract article.txt
  claims extract articles/*.txt > claims.jsonl
  claims extract article.html | jq '.claims[].speakers[].name'

"""


@click.command("extract", epilog=EPILOG + formats_in_words())
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(readable=False)
)
@reading_options
@model_option
@engine_option
@format_option("jsonl")
def command(
    paths: tuple[str, ...],
    columns: dict[str, str] | None,
    encoding: str | None,
    model: str | None,
    where: Engine,
    form: str,
) -> None:
    """Print the claims of articles as JSON lines; store nothing.

    One JSON object per article, in the order given. Offsets count characters (code points) of a
    text file, end exclusive; for other formats they point into "body". A file that cannot be read,
    or takes more time or memory than the settings allow, is named on standard error and the rest
    is printed; the exit status is then 1. Files of other formats are counted on standard error.
    """
    options = read_as(columns, encoding)
    if extract_paths(paths, data_output(), options, model=model, where=where):
        raise Exit(ExitCode.FAILURE)


def extract_paths(
    paths: Sequence[str],
    out: TextIO,
    options: Options | None = None,
    *,
    model: str | None,
    where: Engine | None = None,
) -> int:
    """Write one JSON line an article to ``out``, each as soon as it is ready.

    Args:
        paths: Files and folders.
        out: Gets the lines.
        options: How files are to be read.
        model: Name of the spaCy model; None for the default.
        where: The engine that extracts; None for this machine, one process a core.

    Returns:
        How many files could not be read; each is named on standard error.

    Raises:
        ModelError: The model is not installed.
        ConfigError: The config file cannot be read.
    """
    from claims.engines.extractor import extractor
    from claims.reading import BoundedReader, find_articles

    limits, options = configured_limits(), options or Options()
    passed_over: Counter[str] = Counter()

    def pass_over(one: PassedOver) -> None:
        passed_over[one.kind] += one.files

    # On one terminal, a bar and the lines would write over each other.
    shown = err_is_animated() and not out_is_terminal()
    total = sum(1 for _ in find_articles(paths, options=options)) if shown else 0
    with Reading(total, shown=shown) as reading, BoundedReader(limits, options) as reader:
        lines = _Lines(out, reading, reader, pass_over)
        articles = lines.read(find_articles(paths, pass_over, options))
        engine = reading.by(extractor(where, model, limits))
        with closing(engine.extract_each(articles)) as extracted:
            for article, outcome in extracted:
                lines.write(article, outcome)
    tell_passed_over(passed_over)
    return lines.failed


class _Lines:
    """From files to articles and from their claims to lines; what fails, fails alone."""

    def __init__(
        self, out: TextIO, reading: Reading, reader: BoundedReader, pass_over: ToldOf
    ) -> None:
        self.failed = 0
        self._out = out
        self._reading = reading
        self._reader = reader
        self._pass_over = pass_over

    def read(self, found: Iterable[Path | ReadingError]) -> Iterator[Article]:
        """The articles of the files that can be read."""
        from claims.reading import PassedOver, ReadingError

        for one in found:
            try:
                if isinstance(one, ReadingError):
                    raise one
                for outcome in self._reader.read(one):
                    if isinstance(outcome, ReadingError):
                        self._fail(outcome.path, outcome.reason)
                    elif isinstance(outcome, PassedOver):
                        self._pass_over(outcome)
                    else:
                        yield outcome
            except ReadingError as error:
                self._fail(error.path, error.reason)
            except Exception as error:
                self._fail(str(one), f"cannot be read: {_reason(error)}")

    def write(self, article: Article, outcome: Extraction) -> None:
        """Write the line of an article, unless its extraction failed."""
        from claims.reading import doubt

        if isinstance(outcome, Exception):
            self._fail(article.path, f"cannot be extracted: {_reason(outcome)}")
            return
        if not article.supported:
            self._reading.tell(f"{article.path}: it is not in English, so no claims are extracted")
        if why := doubt(article):
            self._reading.tell(f"{article.path}: {why}")
        self._out.write(json_text(article_record(article, outcome)) + "\n")
        self._out.flush()
        self._reading.done(article.path, len(outcome))

    def _fail(self, path: str, reason: str) -> None:
        self.failed += 1
        self._reading.tell(f"{path}: {reason}")
        self._reading.done(path)


def _reason(error: Exception) -> str:
    """An exception nobody foresaw, with its kind."""
    from claims.extraction.parallel import WorkerError

    if isinstance(error, WorkerError):
        return error.reason
    return f"{type(error).__name__}: {error}"

"""``claims extract``: articles in, one JSON object a line out; no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TextIO

import click
from click.exceptions import Exit

from tui.cli.exits import ExitCode
from tui.cli.options import format_option, model_option
from tui.cli.progress import Reading
from tui.cli.streams import data_output, err_is_animated, json_text, out_is_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from claims.article import Article
    from claims.reading import ReadingError

EPILOG = """\b
Examples:
  claims extract article.txt
  claims extract articles/*.txt > claims.jsonl
  claims extract article.html | jq '.claims[].speakers[].name'
"""


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
    from claims.extraction.jsonl import article_record
    from claims.reading import find_articles

    # On one terminal, a bar and the lines would write over each other.
    shown = err_is_animated() and not out_is_terminal()
    total = sum(1 for _ in find_articles(paths)) if shown else 0
    failures: list[str] = []
    with Reading(total, shown=shown) as reading:
        articles = _readable(find_articles(paths), reading, failures)
        first = next(articles, None)
        if first is None:
            # The model takes a second to load: not for nothing.
            return len(failures)
        from claims.extraction.pipeline import Extractor

        for article, claims in Extractor(model).extract(chain([first], articles)):
            out.write(json_text(article_record(article, claims)) + "\n")
            out.flush()
            reading.done(article.path, len(claims))
    return len(failures)


def _readable(
    found: Iterable[Path | ReadingError], reading: Reading, failures: list[str]
) -> Iterator[Article]:
    """The articles that can be read; the paths that cannot are told of and go to ``failures``."""
    from claims.reading import ReadingError, read_article

    for item in found:
        try:
            if isinstance(item, ReadingError):
                raise item
            yield read_article(item)
        except ReadingError as error:
            failures.append(error.path)
            reading.tell(str(error))
            reading.done(error.path)

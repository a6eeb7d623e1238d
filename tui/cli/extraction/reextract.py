"""``claims reextract``: the claims of stored articles, found anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click
from click.exceptions import Exit

from tui.cli.options.extracting import Extracting, extracting_options, write_summary
from tui.cli.options.filters import article_filters
from tui.io.exits import ExitCode
from tui.io.progress import Reading
from tui.io.streams import err_is_animated
from tui.session.archive import open_existing
from tui.text.words import counted

if TYPE_CHECKING:
    from db.ingest.reextract import ReextractEvent, ReextractSummary
    from db.query.model import ClaimQuery

EPILOG: Final = """\b
Examples:
  claims reextract
  claims reextract --outlet chronicle --since 2023
  claims reextract --all --format json
"""


@click.command("reextract", epilog=EPILOG)
@article_filters
@extracting_options
def command(query: ClaimQuery, how: Extracting, form: str) -> None:
    """Extract from stored articles again, without their files, and show what is found.

    Only articles whose claims were found by another version, model or rules are taken, unless --all
    is given; with filters, only those that 'claims articles' lists with them. Claims found before
    stay stored; a claim of the same words keeps its id. The exit status is 1 if an article failed.
    """
    summary = reextract_articles(query, how)
    write_summary(summary, in_words(summary), form)
    if summary.failed:
        raise Exit(ExitCode.FAILURE)


def reextract_articles(query: ClaimQuery, how: Extracting) -> ReextractSummary:
    """Extract again from the articles that a query finds, telling of it on standard error.

    Raises:
        ArchiveError: The database cannot be opened or read.
        ModelError: The model is not installed.
        ConfigError: The config file cannot be read.
    """
    make = how.maker()
    from db.analysis.summary import list_articles
    from db.ingest.reextract import reextract

    compares = how.compared
    engine = open_existing(how.db)
    rows = list_articles(engine, query)
    with Reading(len(rows), shown=err_is_animated()) as reading:

        def on_event(event: ReextractEvent) -> None:
            if event.outcome == "failed":
                reading.tell(f"{event.path}: {event.reason}")
            reading.done(event.path, event.claims)

        return reextract(
            engine,
            rows,
            lambda: reading.by(make()),
            everything=query.everything,
            compares=compares,
            on_event=on_event,
        )


def in_words(summary: ReextractSummary) -> str:
    """The summary as one line."""
    line = f"found {counted(summary.articles, 'article')}: "
    line += f"{summary.reextracted:,} extracted again with {counted(summary.claims, 'claim')}"
    if summary.unchanged:
        line += f", skipped {summary.unchanged:,} unchanged"
    if summary.failed:
        line += f"; {counted(summary.failed, 'article')} failed"
    return line

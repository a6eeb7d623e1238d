"""``claims reextract``: the claims of stored articles, found anew."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import click
from click.exceptions import Exit

from claims.processes.threads import use_one_thread
from tui.cli.options.common import (
    compare_option,
    db_option,
    engine_option,
    format_option,
    model_option,
)
from tui.cli.options.filters import article_filters
from tui.io.exits import ExitCode
from tui.io.progress import Reading
from tui.io.streams import data_output, err_is_animated, json_text, tell
from tui.session.archive import open_existing
from tui.session.config import configured_comparing, configured_limits
from tui.text.words import counted

if TYPE_CHECKING:
    from claims.engines.engine import Engine
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
@model_option
@engine_option
@compare_option
@format_option("text", "json")
@db_option
def command(
    query: ClaimQuery,
    model: str | None,
    where: Engine,
    compares: bool | None,
    form: str,
    db: str | None,
) -> None:
    """Extract from stored articles again, without their files, and show what is found.

    Only articles whose claims another version or model found, unless --all is given; with
    filters, only the articles that 'claims articles' lists with them. Claims found before stay
    stored; a claim of the same words keeps its id. The exit status is 1 if an article failed.
    """
    summary = reextract_articles(
        query, db=db, everything=query.everything, model=model, where=where, compares=compares
    )
    if form == "json":
        record = dataclasses.asdict(summary)
        if summary.stopped is None:
            del record["stopped"]
        data_output().write(json_text(record) + "\n")
    else:
        click.echo(in_words(summary))
    if summary.stopped:
        tell(f"stopped, as {summary.stopped}; what was stored stays, and the same command goes on")
    if summary.failed:
        raise Exit(ExitCode.FAILURE)


def reextract_articles(
    query: ClaimQuery,
    *,
    db: str | None,
    everything: bool = False,
    model: str | None = None,
    where: Engine | None = None,
    compares: bool | None = None,
) -> ReextractSummary:
    """Extract again from the articles that a query finds, telling of it on standard error.

    Raises:
        ArchiveError: The database cannot be opened or read.
        ModelError: The model is not installed.
        ConfigError: The config file cannot be read.
    """
    use_one_thread()
    from claims.engines.extractor import extractor
    from db.analysis.summary import list_articles
    from db.ingest.reextract import reextract

    limits = configured_limits()
    compared = configured_comparing() if compares is None else compares
    engine = open_existing(db)
    rows = list_articles(engine, query)
    with Reading(len(rows), shown=err_is_animated()) as reading:

        def on_event(event: ReextractEvent) -> None:
            if event.outcome == "failed":
                reading.tell(f"{event.path}: {event.reason}")
            reading.done(event.path, event.claims)

        return reextract(
            engine,
            rows,
            lambda: reading.by(extractor(where, model, limits)),
            everything=everything,
            compares=compared,
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

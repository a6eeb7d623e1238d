"""``claims ingest``: articles in, claims stored."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click
from click.exceptions import Exit

from tui.cli.options.common import (
    compare_option,
    db_option,
    format_option,
    jobs_option,
    model_option,
)
from tui.io.exits import ExitCode
from tui.io.progress import Reading, tell_passed_over
from tui.io.streams import data_output, err_is_animated, json_text
from tui.session.config import configured_comparing, configured_limits
from tui.text.words import counted

if TYPE_CHECKING:
    from db.ingest.ingest import IngestEvent, IngestSummary

EPILOG: Final = """\b
Examples:
  claims ingest articles/
  claims ingest monday.html tuesday.txt --db news.db
  claims ingest articles/ --format json
"""


@click.command("ingest", epilog=EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@model_option
@jobs_option
@compare_option
@format_option("text", "json")
@click.option("-v", "--verbose", is_flag=True, help="Name every file that is skipped, and why.")
@db_option
def command(
    paths: tuple[str, ...],
    model: str | None,
    jobs: int | None,
    compares: bool | None,
    form: str,
    verbose: bool,
    db: str | None,
) -> None:
    """Read articles, extract their claims and store both.

    A PATH is a text or HTML file, or a folder that is searched for them. An article that is
    stored already, unchanged, is skipped. A file that cannot be read, or takes more of the machine
    than the settings allow, is named on standard error and the rest is stored; the exit status is
    then 1. Files of other types in a folder are counted on standard error.
    """
    summary = ingest_paths(paths, db=db, model=model, jobs=jobs, compares=compares, verbose=verbose)
    if form == "json":
        data_output().write(json_text(dataclasses.asdict(summary)) + "\n")
    else:
        click.echo(in_words(summary))
    tell_passed_over(summary.passed_over)
    if summary.failed:
        raise Exit(ExitCode.FAILURE)


def ingest_paths(
    paths: Sequence[str],
    *,
    db: str | None,
    model: str | None,
    jobs: int | None = None,
    compares: bool | None = None,
    verbose: bool = False,
) -> IngestSummary:
    """Store the articles at ``paths``, telling of progress and failures on standard error.

    Raises:
        ArchiveError: The database cannot be opened or written.
        ModelError: The model is not installed.
        ConfigError: The config file cannot be read.
    """
    from claims.extraction.parallel import ParallelExtractor
    from claims.reading import find_articles
    from db.archive import open_archive
    from db.ingest.ingest import ingest

    limits = configured_limits()
    compared = configured_comparing() if compares is None else compares
    engine = open_archive(db)
    shown = err_is_animated()
    total = sum(1 for _ in find_articles(paths)) if shown else 0
    with Reading(total, shown=shown) as reading:

        def on_event(event: IngestEvent) -> None:
            if event.outcome == "failed":
                reading.tell(f"{event.path}: {event.reason}")
            elif verbose and event.outcome != "stored":
                reading.tell(f"{event.path}: skipped, {event.reason or 'stored already'}")
            if event.doubt:
                reading.tell(f"{event.path}: {event.doubt}")
            reading.done(event.path, event.claims)

        return ingest(
            engine,
            paths,
            lambda: ParallelExtractor(model, jobs, limits),
            limits=limits,
            compares=compared,
            on_event=on_event,
        )


def in_words(summary: IngestSummary) -> str:
    """The summary as one line."""
    told = f"read {counted(summary.read, 'article')}: "
    told += f"{summary.stored:,} stored with {counted(summary.claims, 'claim')}"
    skipped = [
        f"{number:,} {what}"
        for number, what in ((summary.unchanged, "unchanged"), (summary.duplicates, "duplicate"))
        if number
    ]
    if skipped:
        told += f", skipped {' and '.join(skipped)}"
    if summary.failed:
        told += f"; {counted(summary.failed, 'file')} failed"
    return told

"""``claims compare --rebuild`` and ``--corrected``: what is stored, compared anew."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from tui.io.progress import writing
from tui.io.streams import data_output, err_is_animated, json_text
from tui.session.archive import open_existing
from tui.text.words import counted

if TYPE_CHECKING:
    from db.comparison.rebuild import Rebuilt, Updated


def rebuild(db: str | None, form: str) -> None:
    """Compare all that is stored anew and tell what was found, on standard error how far it is.

    Args:
        db: The database.
        form: ``json``, or anything else for words.

    Raises:
        ArchiveError: The database cannot be opened or written.
    """
    from db.comparison.rebuild import rebuild as compare_anew

    engine = open_existing(db)
    began = time.monotonic()
    with writing(shown=err_is_animated()) as progress:
        found = compare_anew(engine, progress or (lambda done, total: None))
    seconds = time.monotonic() - began
    if form == "json":
        data_output().write(json_text(record(found, seconds)) + "\n")
    else:
        click.echo(f"{in_words(found)}, in {seconds:.1f} s")


def compare_corrected(db: str | None, form: str) -> None:
    """Compare claims that were corrected since they were compared. As `rebuild`."""
    from db.comparison.rebuild import compare_corrected as compare

    engine = open_existing(db)
    began = time.monotonic()
    with writing(shown=err_is_animated()) as progress:
        found = compare(engine, progress or (lambda done, total: None))
    seconds = time.monotonic() - began
    if form == "json":
        record = {"articles": found.articles, "claims": found.claims, "seconds": round(seconds, 3)}
        data_output().write(json_text(record) + "\n")
    else:
        click.echo(f"{corrected_in_words(found)}, in {seconds:.1f} s")


def corrected_in_words(found: Updated) -> str:
    """What became of corrected claims as one line."""
    line = f"compared anew: {counted(found.claims, 'corrected claim')}"
    return f"{line} of {counted(found.articles, 'article')}"


def record(found: Rebuilt, seconds: float) -> dict[str, object]:
    """What was found as a JSON object."""
    return {
        "stories": found.stories,
        "quotations": found.quotations,
        "threads": found.threads,
        "relations": found.relations,
        "topics": found.topics,
        "seconds": round(seconds, 3),
    }


def in_words(found: Rebuilt) -> str:
    """What was found as one line."""
    stories, topics = counted(found.stories, "story"), counted(found.topics, "topic")
    quotations, threads = counted(found.quotations, "quotation"), counted(found.threads, "thread")
    relations = counted(found.relations, "relation")
    return (
        f"compared anew: {stories} of several articles, {quotations}, {threads}, {relations}, "
        f"{topics}"
    )
